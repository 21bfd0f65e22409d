import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { engineOf } from '../../store/engine.ts'
import { isAnyPoints } from '../benefit/settle-points.ts'
import type { Book } from '../book/book.ts'
import { currentTiers } from '../tier/current.ts'
import { balanceOf } from './balance.ts'
import { type Purchase, publicEntry, type StoredEntry } from './entries.ts'
import { holderOf } from './holder.ts'
import { admit, type NewPurchase, purchaseRow, refuseOdd } from './new-purchase.ts'
import { type RecordedPurchase, tellPurchase } from './recorded-purchase.ts'
import { takingsOf } from './takings.ts'

/**
 * A sale of the plainest kind where the way to the ledger is long: what it takes is read while others sell, and the
 * ledger is this sale's alone for no longer than the server takes to write it. Null for any other sale, and where
 * anything but sales to others came in between: then it goes the usual way. Throws as `recordPurchase` does.
 */
export async function sellAtOnce(book: Book, wanted: NewPurchase): Promise<RecordedPurchase | null> {
  const { db, today, currency } = book
  const { customerId, on, amount } = wanted
  const { atOnce } = engineOf(db)
  if (!atOnce || book.dryRun || !isPlain(book, wanted)) return null
  // What is newest is asked first: whatever comes after it is looked at again when the row is written.
  const [newest, buyer] = await Promise.all([
    atOnce.newestChange(db),
    customerId === null ? null : readBuyer(book, customerId),
  ])
  const { holder, before, tier } = buyer ?? { holder: null, before: 0, tier: undefined }
  if (buyer?.isPlain === false) return null
  const terms = refuseOdd(book, wanted)
  if (holder) admit(book, holder, before, terms.unpaid, wanted)
  const added = await atOnce.add(db, {
    change: { at: book.now().toISOString(), day: today, by: book.by, command: 'buy', undoable: 1 },
    facts: (entryId) => ({ entryId, customerId, amount, on }),
    table: 'entry',
    values: purchaseRow(book, wanted, terms),
    unless: otherThanSalesToOthers(newest, customerId),
  })
  if (!added) return null
  const takings = customerId === null && wanted.withTakings ? await takingsOf(db, on, currency) : null
  const purchase = publicEntry(added.row as unknown as StoredEntry, { refunded: 0, coupon: null }, currency) as Purchase
  const outcome = { holder, tier, before, unpaid: terms.unpaid, fromBonus: 0, takings, points: null, rewards: [] }
  return { ...tellPurchase(book, purchase, outcome), change: added.changeId }
}

/** Nothing is taken off it, and it brings nothing beside the goods. */
function isPlain({ policy }: Book, { coupon, privilege, redeem, pass, passOf, fromCredit }: NewPurchase): boolean {
  if (coupon !== undefined || privilege || redeem || pass || passOf !== undefined || fromCredit) return false
  return policy['points.earnPer'] === 0
}

async function readBuyer(book: Book, customerId: number) {
  const { db, today, policy } = book
  const [before, holder, anyPoints, tiers] = await Promise.all([
    balanceOf(db, today, customerId),
    holderOf(db, customerId),
    isAnyPoints(db, policy),
    // With this they have bought.
    currentTiers(book, [customerId], { buyers: new Set([customerId]) }),
  ])
  const isReferred = holder.referredBy !== null && !holder.isStaff
  const mayReward = policy['referral.reward'] !== null || policy['referral.rewardNew'] !== null
  return {
    holder,
    before,
    tier: tiers.get(customerId),
    isPlain: !anyPoints && before >= 0 && !(isReferred && mayReward),
  }
}

/** A sale to another may have brought this customer something, too. */
function otherThanSalesToOthers(newest: number, customerId: number | null): RawBuilder<SqlBool> {
  const other = sql<SqlBool>`exists (select 1 from change where id > ${newest} and command <> 'buy')`
  if (customerId === null) return other
  return sql<SqlBool>`${other}
    or exists (select 1 from entry where customer_id = ${customerId} and change_id > ${newest})`
}
