import { type Column, columnNamed } from './columns.ts'
import type { BoundValue, Flag, Place } from './format/layout.ts'
import { noLayout } from './format/layout.ts'
import type { Derived, Headed, Ordinary } from './headed.ts'
import { isOfBank, isOtherSide, isSpent, isStanding } from './heading-accounts.ts'
import {
  dayRank,
  flagOf,
  isClock,
  isCurrency,
  isEnd,
  isNick,
  isOfOrder,
  isPaymentDay,
  isReturnDay,
  isStateLike,
  isSurcharge,
  isVagueKind,
  itemRank,
  personRank,
  refRank,
} from './heading-ranks.ts'
import { bindAmounts } from './ordinary-amounts.ts'
import { areCardsInWords, nameOf } from './ordinary-customers.ts'
import { isInvoice, kindWord, stateWord } from './row/state-words.ts'
import { answersInWords, countsOnce, isFlag, looksLikeClock, looksLikeDay, sampleFigure, variesOver } from './sample.ts'

const who = ['customer', 'code', 'phone', 'name', 'email'] as const

/** What the headings of a file of sales mean, and where they do not tell, what its first rows say. */
export function bindPurchases(headed: Headed): Ordinary {
  const { headers, columns, places, mapped, sample } = headed
  const derived: Derived[] = []
  const weighed = new Set<number>()
  const heading = (at: number) => headers[at] ?? ''
  const every = headers.map((_, at) => at)
  const free = (at: number) => ![...mapped.values()].includes(at)
  const placed = (at: number): Place => {
    weighed.add(at)
    return { at, heading: heading(at) }
  }
  const work = (column: Column, at: number, value: BoundValue) => {
    derived.push({ column, heading: heading(at), value })
    columns.delete(column)
  }

  for (const [column, rank] of [
    ['ref', refRank],
    ['item', itemRank],
    ['name', personRank],
    ['phone', personRank],
    ['email', personRank],
  ] as const)
    prefer(column, rank)
  if (areCardsInWords(headed)) columns.delete('code')
  const flags = flagsIn()
  const paidOn = paymentDay()
  bindNames()
  bindDay()
  const { list, leavesOwing } = bindAmounts(headed, { derived, weighed })

  const states = stated('status', isStateLike)
  const kinds = stated('direction', () => false).filter(
    ({ heading: said, at }) =>
      !isVagueKind(said) || mapped.has('direction') || sample.some((cells) => kindWord(cells[at] ?? '') !== null),
  )
  for (const at of every) if (isVagueKind(heading(at)) && !kinds.some((kind) => kind.at === at)) weighed.delete(at)
  if (kinds.length === 0) columns.delete('direction')
  const nobody = !who.some((column) => columns.has(column) || derived.some((one) => one.column === column))
  const standing = every.some((at) => isStanding(heading(at)))
  const ofBank = standing || every.some((at) => isOfBank(heading(at)))
  const own = who.some((column) => columns.has(column) && !isOtherSide(heading(columns.get(column) ?? -1)))
  const spent = every.find((at) => isSpent(heading(at)) && free(at) && columns.get('amount') !== at)
  return {
    columns,
    layout: {
      ...noLayout,
      derived,
      states,
      kinds,
      flags: states.length + kinds.length + flags.length > 0 || paidOn === null ? flags : [paidOn],
      statesMayBeEmpty: ['status', 'refund_of', 'fault', 'paid'].every((name) => headers.includes(name)),
      agrees: agreement(list),
      amounts: amountsOnce() ? 'once' : null,
      currency: every.filter((at) => free(at) && isCurrency(heading(at)) && !looksLikeDay(sample, at)).map(placed),
      spent: spent === undefined || !columns.has('amount') ? null : placed(spent),
      leavesOwing,
      statement: ofBank && !own && !derived.some(({ column }) => who.some((one) => one === column)),
      invoiced: sample.some((cells) => kinds.some(({ at }) => isInvoice(cells[at] ?? ''))),
      moves: !nobody && standing && spendsBelowNought(kinds),
    },
    weighed,
  }

  /** Whether every row of the sample whose kind is a sale has an amount below nought. */
  function spendsBelowNought(kinds: readonly Place[]): boolean {
    const amount = columns.get('amount') ?? -1
    const sales = sample.filter((cells) => kinds.some(({ at }) => kindWord(cells[at] ?? '')?.state === 'in'))
    return sales.length > 0 && sales.every((cells) => (sampleFigure(cells[amount]) ?? 0) < 0)
  }

  function prefer(column: Column, rank: (header: string) => number): void {
    const all = places.get(column) ?? []
    const used = all.filter((at) => sample.some((cells) => (cells[at] ?? '') !== ''))
    const [first, ...others] = used.length > 0 ? used : all
    if (first === undefined || mapped.has(column)) return
    let best = first
    for (const at of others) if (rank(heading(at)) > rank(heading(best))) best = at
    columns.set(column, best)
    // An address of mail that is the same in every row is the shop's own.
    if (column === 'email' && !variesOver(sample, best) && sample.length > 1) columns.delete('email')
  }

  /** Columns that say yes or no: Voided, 是否作废, Paid. */
  function flagsIn(): Flag[] {
    return every.flatMap((at): Flag[] => {
      if (free(at) && isEnd(heading(at))) return [{ ...placed(at), is: 'ended' }]
      if (free(at) && isReturnDay(heading(at))) {
        columns.set('refunded_on', at)
        // Where a state or a figure says what was handed back, the day says only when.
        return columns.has('refunded') || columns.has('status') ? placedAlone(at) : [{ ...placed(at), is: 'returned' }]
      }
      const is = flagOf(heading(at))
      // 0 and 1 of a column called paid are amounts.
      const answers = () =>
        isFlag(sample, at, is !== 'paid') || answersInWords(sample, at, (word) => stateWord(word) !== null)
      if (is === null || !free(at) || !answers()) return []
      for (const [column, place] of columns) if (place === at) columns.delete(column)
      return [{ ...placed(at), is }]
    })
  }

  function placedAlone(at: number): never[] {
    placed(at)
    return []
  }

  /** The day of payment, where rows without one say that nothing was paid yet. */
  function paymentDay(): Flag | null {
    const paid = columns.get('paid') ?? -1
    const dated = paid >= 0 && free(paid) && looksLikeDay(sample, paid)
    if (dated) {
      columns.delete('paid')
      weighed.add(paid)
    }
    const days = [...(dated ? [paid] : []), ...(places.get('on') ?? []).filter((at) => isPaymentDay(heading(at)))]
    const at = days.find((place) => looksLikeDay(sample, place) && sample.some((cells) => (cells[place] ?? '') === ''))
    return at === undefined || !free(at) ? null : { at, heading: heading(at), is: 'dated' }
  }

  function bindNames(): void {
    const nick = columns.get('customer') ?? -1
    if (nick >= 0 && free(nick) && isNick(heading(nick)) && columns.has('name')) {
      columns.delete('customer')
      weighed.add(nick)
    }
    if (columns.has('customer') || columns.has('name') || mapped.has('code')) return
    const parts = new Map<Column, number>()
    for (const at of every) {
      const column = columnNamed('customers', heading(at))
      if ((column === 'first_name' || column === 'last_name') && free(at) && !parts.has(column)) parts.set(column, at)
    }
    const name = nameOf({ headers, columns: parts })
    if (name === null) return
    const [at = 0] = [...name.first, ...name.last]
    for (const place of [...name.first, ...name.last]) weighed.add(place)
    work('name', at, { is: 'name', name, company: [] })
  }

  /** The day of payment, else of the order; a time of day may stand beside it. */
  function bindDay(): void {
    if (mapped.has('on')) return
    const all = (places.get('on') ?? []).filter((at) => !isClock(heading(at)) || !looksLikeClock(sample, at))
    const days = all.filter((at) => !isClock(heading(at)) || all.length === 1)
    const ranked = [...days].sort((one, other) => dayRank(heading(other)) - dayRank(heading(one)))
    const [best, ...others] = ranked
    if (best === undefined) return
    columns.set('on', best)
    const other = others.find((at) => dayRank(heading(at)) < dayRank(heading(best)) && dayRank(heading(at)) > 1)
    const clock = every.find((at) => at !== best && isClock(heading(at)) && free(at) && looksLikeClock(sample, at))
    if (clock !== undefined) {
      weighed.add(best).add(clock)
      work('on', best, { is: 'moment', day: best, clock })
    } else if (other !== undefined && sample.some((cells) => (cells[best] ?? '') === '')) {
      weighed.add(best).add(other)
      work('on', best, { is: 'text', of: [{ places: [best] }, { places: [other] }] })
    }
  }

  function stated(column: 'status' | 'direction', alike: (header: string) => boolean): Place[] {
    const listed = mapped.has(column) ? [mapped.get(column) as number] : (places.get(column) ?? [])
    const others = mapped.has(column) ? [] : every.filter((at) => alike(heading(at)) && free(at) && !takenBy(at))
    const all = [...new Set([...listed, ...others])].filter((at) => at >= 0 && !flags.some((flag) => flag.at === at))
    const [first] = all
    if (first !== undefined && !columns.has(column)) columns.set(column, first)
    return all.map(placed)
  }

  function takenBy(at: number): boolean {
    return [...columns.values()].includes(at) || weighed.has(at)
  }

  function agreement(list: number) {
    const amount = columns.get('amount') ?? -1
    const quantity = columns.get('quantity') ?? -1
    const price = columns.get('unit_price') ?? -1
    const discount = columns.get('discount') ?? -1
    const priced =
      price >= 0 && quantity >= 0 && amount >= 0 && price !== amount && (discount >= 0 || !places.has('discount'))
    const comparable = !mapped.has('amount') && amount >= 0 && !headers.some(isSurcharge) && !amountsOnce()
    return comparable && (priced || (list >= 0 && discount >= 0))
      ? { list, price: priced ? price : -1, quantity, discount }
      : null
  }

  function amountsOnce(): boolean {
    const amount = columns.get('amount') ?? -1
    const ref = columns.get('ref') ?? -1
    if (amount < 0 || ref < 0) return false
    const price = columns.get('unit_price') ?? -1
    return countsOnce(sample, {
      ref,
      amount,
      price,
      quantity: columns.get('quantity') ?? -1,
      ofOrder: isOfOrder(heading(amount)),
    })
  }
}
