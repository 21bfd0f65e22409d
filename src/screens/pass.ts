import type { PassVisit, SoldPass } from '../ledger/account/pass.ts'
import type { PassRow } from '../ledger/benefit/passes.ts'
import { firstNamed } from '../ledger/identity/names.ts'
import type { Screen } from '../terminal/screen.ts'
import { table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { hung } from '../terminal/width.ts'
import { isSome, movedTo } from './account-balance.ts'
import { paymentParts, withItem } from './entry.ts'
import { purchaseColumns } from './purchases.ts'

/** A pass just sold: a purchase of so many visits. */
export const soldPassScreen: Screen<SoldPass> = {
  lines(sold, voice) {
    const { entry, marks, pass } = voice.words
    const { money, day } = voice
    const unpaid = isSome(sold.onAccount, voice) || isSome(sold.fromCredit, voice)
    const until = sold.until === null ? '' : pass.until(day(sold.until))
    const said = [
      withItem(money(sold.amount), sold.item),
      pass.sold(sold.passVisits ?? 0),
      until,
      ...paymentParts(sold, unpaid, voice),
    ]
    const balance = unpaid
      ? entry.leaves(movedTo(sold.balance, sold.balanceBefore, voice))
      : voice.balance(sold.balance)
    const who = `${voice.strong(sold.name ?? '')} #${sold.customerId}  ${sold.tier}`
    return hung(
      [`${who}  ${said.filter(Boolean).join(marks.parts)}`, balance, entry.number(sold.id)].filter(Boolean).join('   '),
      voice.width,
    )
  },
  columns: { ...purchaseColumns, until: 'day' },
  id: ({ id }) => id,
}

/** A visit of a pass, and what is left of it. */
export const passVisitScreen: Screen<PassVisit> = {
  lines(visit, voice) {
    const { entry, marks, pass } = voice.words
    const { day } = voice
    const said = [
      pass.visit(visit.used, visit.visits, withItem(pass.numbered(visit.pass ?? 0), visit.item)),
      visit.left === 0 ? pass.usedUp : pass.left(visit.left),
      visit.until === null ? '' : pass.until(day(visit.until)),
      visit.on === voice.today ? '' : entry.enteredFor(day(visit.on)),
    ]
    const who = `${voice.strong(visit.name ?? '')} #${visit.customerId}  ${visit.tier}`
    return hung(`${who}  ${said.filter(Boolean).join(marks.parts)}   ${entry.number(visit.id)}`, voice.width)
  },
  columns: { ...purchaseColumns, visits: 'count', used: 'count', left: 'count', until: 'day' },
  id: ({ id }) => id,
}

/** Passes, those that can be used first. */
export const passListScreen: Screen<readonly PassRow[]> = {
  lines(passes, voice) {
    const { pass } = voice.words
    if (passes.length === 0) return pass.none
    const { heads } = pass
    const columns = [
      heads.id,
      heads.customer,
      heads.item,
      heads.left,
      heads.visits,
      heads.soldOn,
      heads.until,
      heads.amount,
      heads.remark,
    ]
    const rows = passes.map((one) => [
      String(one.id),
      `${one.name} #${one.customerId}`,
      one.item ?? '',
      String(one.left),
      String(one.visits),
      voice.day(one.soldOn),
      one.until === null ? '' : voice.day(one.until),
      voice.money(one.amount),
      closedBy(one, voice),
    ])
    const open = passes.filter((one) => closedBy(one, voice) === '')
    return [
      ...table(
        columns.map((head, at) => ({ head, right: [0, 3, 4, 7].includes(at) })),
        rows,
        voice,
      ),
      pass.total(
        open.length,
        open.reduce((sum, { left }) => sum + left, 0),
      ),
    ]
  },
  next(passes, voice) {
    const first = firstNamed(passes.filter((one) => closedBy(one, voice) === ''))
    return first ? [`${voice.words.pass.use}regulars pass use ${first.customerId} --pass ${first.id}`] : []
  },
  columns: {
    id: 'count',
    customerId: 'count',
    name: 'text',
    item: 'text',
    visits: 'count',
    used: 'count',
    left: 'count',
    soldOn: 'day',
    until: 'day',
    amount: 'money',
  },
  id: ({ id }) => id,
}

/** Why a pass is of no use any more; '' where it is. */
function closedBy({ left, used, visits, until }: PassRow, { words: { pass }, today }: Voice): string {
  if (left === 0) return used < visits ? pass.refunded : pass.usedUp
  return until !== null && until < today ? pass.over : ''
}
