import type { Day } from '../day.ts'
import type { Minor } from '../money.ts'

/** What is still owed on one entry: a purchase, an opening account, or money handed out beyond the credit. */
export interface OpenPart {
  readonly entryId: number
  readonly on: Day
  readonly dueOn: Day | null
  readonly open: Minor
}

/** An entry that moves a balance. */
export interface BalanceEntry {
  readonly id: number
  readonly on: Day
  readonly owed: Minor
  readonly dueOn: Day | null
  readonly refundOf: number | null
  /** What `owed` alone does not tell: only where the parts of the credit are asked for. */
  readonly amount?: Minor
  readonly bonus?: Minor | null
  readonly bonusFirst?: boolean
  readonly outgoing?: boolean
}

/**
 * An account after its entries: what is open, and what the credit is made of. The open parts less the credit are the
 * balance.
 */
export interface AccountState {
  readonly open: readonly OpenPart[]
  /** Credit the customer paid in, and what is left of what the shop added. */
  readonly paid: Minor
  readonly bonus: Minor
  /** What is left of the bonus of a top-up. */
  bonusLeftOf(entryId: number): Minor
  /** What of a purchase the credit paid, and how much of that was bonus; what its refunds restored is off it. */
  fromCreditOf(entryId: number): { readonly credit: Minor; readonly bonus: Minor }
  /** What a purchase took of the credit when it was made. */
  tookOf(entryId: number): Minor
  /** What of an incoming payment became credit; the rest of it settled debts. */
  toCreditOf(entryId: number): Minor
  /**
   * How a refund of so much of a purchase goes back: what is owed on it, then what it took of the credit, the last part
   * first.
   */
  goesBack(entryId: number, amount: Minor): { readonly open: Minor; readonly bonus: Minor }
}

/** What a purchase took of the credit; `lot` is the top-up whose bonus it was, null of paid money. */
interface Take {
  readonly lot: Lot | null
  amount: Minor
}

interface Lot {
  readonly entryId: number
  left: Minor
}

/**
 * Replays an account in order of its days: what is bought takes from the credit first (paid money before the bonus,
 * unless its entry says otherwise), a refund lowers its own purchase first and restores the part last taken, and
 * whatever else comes in settles the oldest open part first; the rest is credit.
 */
export function replayAccount(movements: readonly BalanceEntry[]): AccountState {
  const open = new Map<number, { entryId: number; on: Day; dueOn: Day | null; open: Minor }>()
  const lots: Lot[] = []
  const takes = new Map<number, Take[]>()
  const toCredit = new Map<number, Minor>()
  const took = new Map<number, Minor>()
  let paid = 0

  const note = (entryId: number, lot: Lot | null, amount: Minor) => {
    const own = takes.get(entryId)
    if (own) own.push({ lot, amount })
    else takes.set(entryId, [{ lot, amount }])
  }
  const lower = (entryId: number, by: Minor): Minor => {
    const part = open.get(entryId)
    const lowered = Math.min(part?.open ?? 0, by)
    if (part) part.open -= lowered
    if (part?.open === 0) open.delete(entryId)
    return lowered
  }
  /** Settles the oldest open parts; returns what is left over. */
  const settleOldest = (amount: Minor, lot: Lot | null): Minor => {
    let left = amount
    for (const oldest of open.keys()) {
      if (left === 0) break
      const lowered = lower(oldest, left)
      if (lot) note(oldest, lot, lowered)
      left -= lowered
    }
    return left
  }
  const takePaid = (entryId: number | null, most: Minor): Minor => {
    const taken = Math.min(paid, most)
    paid -= taken
    if (entryId !== null && taken > 0) note(entryId, null, taken)
    return most - taken
  }
  const takeBonus = (entryId: number | null, most: Minor): Minor => {
    let left = most
    for (const lot of lots) {
      const taken = Math.min(lot.left, left)
      lot.left -= taken
      left -= taken
      if (entryId !== null && taken > 0) note(entryId, lot, taken)
    }
    return left
  }
  const allot = (entryId: number, amount: Minor): { take: Take; part: Minor }[] => {
    let left = amount
    return (takes.get(entryId) ?? []).toReversed().flatMap((take) => {
      const part = Math.min(take.amount, left)
      left -= part
      return part === 0 ? [] : [{ take, part }]
    })
  }

  for (const {
    id,
    on,
    owed,
    dueOn,
    refundOf,
    amount = Math.abs(owed),
    bonus,
    bonusFirst = false,
    outgoing = false,
  } of movements) {
    if (owed > 0) {
      const left = outgoing
        ? takePaid(null, takeBonus(null, takePaid(null, owed - (bonus ?? 0)) + (bonus ?? 0)))
        : bonusFirst
          ? takePaid(id, takeBonus(id, owed))
          : takeBonus(id, takePaid(id, owed))
      if (left < owed) took.set(id, owed - left)
      if (left > 0) open.set(id, { entryId: id, on, dueOn, open: left })
      continue
    }
    if (refundOf !== null) {
      const lowered = lower(refundOf, -owed)
      let left = -owed - lowered
      for (const { take, part } of allot(refundOf, amount - lowered)) {
        take.amount -= part
        if (take.lot === null) continue
        const restored = Math.min(part, left)
        left -= restored
        take.lot.left += settleOldest(restored, take.lot)
      }
      paid += settleOldest(left, null)
      continue
    }
    const over = settleOldest(-owed - (bonus ?? 0), null)
    paid += over
    toCredit.set(id, over)
    if (bonus) {
      const lot = { entryId: id, left: 0 }
      lots.push(lot)
      lot.left = settleOldest(bonus, lot)
    }
  }
  return {
    open: [...open.values()],
    paid,
    bonus: lots.reduce((sum, { left }) => sum + left, 0),
    bonusLeftOf: (entryId) => lots.find((lot) => lot.entryId === entryId)?.left ?? 0,
    fromCreditOf: (entryId) => {
      const own = takes.get(entryId) ?? []
      return { credit: sumOf(own), bonus: sumOf(own.filter(({ lot }) => lot !== null)) }
    },
    tookOf: (entryId) => took.get(entryId) ?? 0,
    toCreditOf: (entryId) => toCredit.get(entryId) ?? 0,
    goesBack: (entryId, amount) => {
      const owedOnIt = Math.min(open.get(entryId)?.open ?? 0, amount)
      const bonus = allot(entryId, amount - owedOnIt).reduce(
        (sum, { take, part }) => (take.lot === null ? sum : sum + part),
        0,
      )
      return { open: owedOnIt, bonus }
    },
  }
}

function sumOf(takes: readonly Take[]): Minor {
  return takes.reduce((sum, { amount }) => sum + amount, 0)
}
