import type { Day } from '../../day.ts'
import { LedgerError } from '../../errors.ts'
import { decimal, type Minor } from '../../money.ts'
import type { Row } from '../file/csv.ts'
import { extender } from '../format/compile.ts'
import type { ImportPlan } from '../import-plan.ts'
import { type Notes, type ReadContext, RowFault, RowSkip } from '../outcome.ts'
import { asideReader, placesIn } from './aside.ts'
import { buyerReader } from './buyer-cells.ts'
import { isBrokenBySheet } from './cells.ts'
import { fromCredit } from './from-credit.ts'
import { type Broken, type Buyer, isNobody, type PurchaseRow } from './purchase.ts'
import { purchaseCells, type ReadColumn } from './purchase-cells.ts'
import { usual } from './purchase-transfer.ts'
import { readersOf } from './readers.ts'
import { CarriedOn, receiptLines } from './receipt-lines.ts'
import { refundReader } from './refund-cells.ts'
import { zoneReader } from './row-zone.ts'
import { saleChecks } from './sale-checks.ts'
import { sheetCells } from './sheet-cells.ts'
import { skipOtherList } from './skip-other-list.ts'
import { isOnAccount, saysPaid } from './state-words.ts'
import { refuseSurplus } from './surplus.ts'
import { unreadStates } from './unread-states.ts'
import { type RowVerdict, verdictReader } from './verdict.ts'

const identifying = ['customer', 'code', 'phone', 'name'] as const
const localRef = /^entry:\d+$/
/** The first day an entry can be of. */
const earliest = '1970-01-01'

/**
 * Reads lines of a purchase file. What it returns throws RowFault for a line that cannot be taken, RowSkip for one that
 * is rightly left out; `broken` reads what is left of such a one.
 */
export function purchaseReader(book: ReadContext, plan: ImportPlan, notes: Notes) {
  const { layout, headers } = plan
  const cellsOf = purchaseCells(book, plan)
  const { place, width, days, text: textAt, moneyOf, sumOf } = cellsOf
  const readers = readersOf(book, plan)
  const extend = extender(layout, width, readers)
  const { buyerOf, payerOf, maskedName, isBlank } = buyerReader(cellsOf, layout)
  const check = saleChecks(layout, readers, book.currency, notes)
  const refundOf = refundReader(book, cellsOf, layout, notes)
  const decide = verdictReader(plan, readers, sumOf)
  const zoneOf = zoneReader(plan)
  const sheet = sheetCells(plan, new Set(), notes)
  const timed = plan.columns.has('time')
  const sign = layout.moves ? -1 : 1
  const inFile = (at: number) => at >= 0 && at < width
  const aside = asideReader({
    headers,
    names: (['customer', 'name', 'ref'] as const).flatMap((column) => placesIn(plan, column, width)),
    own: [place.code, place.phone].filter(inFile),
    day: inFile(place.on) ? place.on : -1,
    needs: placesIn(plan, 'on', width),
  })
  const lines = receiptLines(cellsOf)
  const watch = unreadStates(plan, notes)

  function read(whole: Row): PurchaseRow {
    const { line, cells: raw } = whole
    skipOtherList(whole, notes)
    const beside = aside(raw)
    if (beside !== null && !lines.isOwnTotal(beside, raw)) {
      if (beside === 'total') lines.sumAgain()
      throw new RowSkip(beside, beside === 'header-again' ? null : sumOf(raw))
    }
    try {
      const row = readRow(whole)
      lines.took(row)
      watch?.(raw, line)
      return row
    } catch (error) {
      if (error instanceof CarriedOn) throw error.fault
      lines.lost(line, refOf(raw), error instanceof RowSkip ? error.reason : null)
      throw error
    }
  }

  function refOf(raw: readonly string[]): string | null {
    try {
      return textAt(extend(raw), 'ref') || null
    } catch {
      return null
    }
  }

  function readRow(whole: Row): PurchaseRow {
    const { line, cells: raw } = whole
    let field: ReadColumn | null = null
    let text = ''
    let cells = raw
    const value = <Value>(column: ReadColumn, parse: (text: string) => Value): Value | null => {
      text = place[column] < 0 ? '' : textAt(cells, column)
      field = column
      return text === '' ? null : parse(text)
    }
    const needed = <Value>(column: ReadColumn, parse: (text: string) => Value): Value => {
      const found = value(column, parse)
      if (found === null) throw new RowFault('row.missing', { column }, column, cells[place[column]] ?? '')
      return found
    }
    /** What a sale may lack: one that cannot be read is told and left out. */
    const optional = <Value>(column: ReadColumn, parse: (text: string) => Value): Value | null => {
      try {
        return value(column, parse)
      } catch (error) {
        if (!(error instanceof LedgerError) || error.code === 'row.currency') throw error
        notes.warn(line, error.code, error.facts as never, column, text)
        return null
      }
    }
    const plain = (column: ReadColumn) => (place[column] < 0 ? '' : textAt(cells, column)) || null
    const positive = (column: ReadColumn) => (text: string) => {
      const amount = moneyOf(column)(text)
      if (amount < 0 && layout.rules === null) throw new LedgerError('money.negative', { text })
      return Math.abs(amount)
    }
    try {
      refuseSurplus(raw, width)
      cells = extend(sheet(whole))
      const typed = plain('ref')
      field = 'ref'
      if (typed !== null && isBrokenBySheet(typed)) throw new RowFault('row.spreadsheet', { text: typed }, 'ref', typed)
      for (const column of identifying) {
        const text = place[column] < 0 ? '' : textAt(cells, column)
        if (text !== '' && isBrokenBySheet(text)) throw new RowFault('row.spreadsheet', { text }, column, text)
      }
      const local = typed !== null && localRef.test(typed) ? typed : null
      const ref = local === null ? typed : null
      const goesOn = lines.goesOn(ref)
      const verdict = decide(cells)
      // An amount that is merged over the lines of a receipt stands once.
      const covered = whole.kinds?.[place.amount] === 'c' && plain('amount') === null
      if (verdict.is === 'line' || (covered && goesOn)) return lines.further(line, ref, plain('item'))
      const struck = verdict.is === 'void' || verdict.is === 'cancelled'
      // A booking of its own takes back the sale it names, or the one of its number; below nought it is a return.
      const returns = verdict.undoes && (sumOf(cells) ?? 0) * sign < 0
      const undoes = verdict.undoes ? plain('refund_of') || (returns ? null : ref) : null
      if (undoes !== null) return bareVoid(line, buyerOf(cells), undoes, false)
      if (struck && ref !== null && (plain('on') === null || plain('amount') === null))
        return bareVoid(line, buyerOf(cells), ref, verdict.is === 'cancelled')
      check.currency(cells, line)
      const zone = zoneOf(cells)
      const isRefund = verdict.is === 'refund'
      const when =
        isRefund && plain('refunded_on') !== null
          ? needed('refunded_on', (text) => days.refunded_on(text, zone))
          : needed('on', (text) => days.on(text, zone))
      const on = when.day
      if (on < earliest) throw new RowFault('row.too-old', { day: on }, 'on', text)
      if (on > book.today) notes.warn(line, 'row.future', { day: on, today: book.today }, 'on', text)
      const amount = amountOf(verdict)
      const returned = amount < 0
      const cost = optional('cost', returned ? moneyOf('cost') : positive('cost'))
      const discount = optional('discount', returned ? moneyOf('discount') : positive('discount'))
      const method = plain('method')
      const billed =
        method !== null &&
        !returned &&
        isOnAccount(method) &&
        !layout.states.some(({ at }) => saysPaid(readers.text(cells, at)))
      const named = buyerOf(cells)
      const unnamed = isNobody(named) && maskedName(cells) === '' && isBlank(cells)
      const buyer = ref === null ? named : lines.buyerOf(ref, on, named, unnamed)
      const credited = !returned && place.paid < 0 && method !== null && fromCredit.has(method) && !isNobody(buyer)
      const received = value('paid', returned ? moneyOf('paid') : positive('paid'))
      // Tills count as received what is put on an account; what the ledger itself wrote was paid since.
      const onAccount =
        (!returned && verdict.is === 'owed') ||
        (billed && (place.paid < 0 || (received === amount && !layout.statesMayBeEmpty)))
      const paid = onAccount || credited ? 0 : received
      if (!returned && paid !== null && paid > amount) {
        throw new LedgerError('money.over-paid', {
          paid: decimal(paid, book.currency),
          amount: decimal(amount, book.currency),
        })
      }
      if (!returned && !isRefund) {
        lines.refuseOther(ref, amount, layout)
        check.agreement(cells, amount)
      }
      const unpaid = returned ? 0 : amount - (paid ?? amount)
      if (unpaid > 0 && isNobody(buyer)) throw new LedgerError('purchase.walk-in-unpaid', {})
      if (unpaid > 0 && layout.leavesOwing && !onAccount && !credited)
        notes.warn(line, 'row.left-owing', { amount: decimal(unpaid, book.currency) }, 'paid', text)
      const dueOn = optional('due', (text) => days.due(text).day)
      if (unpaid > 0 && dueOn !== null && dueOn < on) throw new LedgerError('day.due-first', { due: dueOn, on })
      const payer = payerOf(cells, buyer)
      const back = returned ? null : refundOf(cells, verdict, { amount, on, line, ref: ref ?? '', zone })
      check.tell(verdict, line, cells, ref ?? '')
      return {
        line,
        buyer,
        payer,
        on,
        time: timed ? when.time : null,
        amount,
        cost: returned || (layout.rules && cost === 0) ? null : cost,
        discount: returned || (layout.rules && discount === 0) ? null : discount,
        item: plain('item'),
        ref: isRefund ? plain('refund_ref') : ref,
        payRef: isRefund ? null : plain('pay_ref'),
        local,
        method,
        paid: returned ? null : paid,
        dueOn: unpaid > 0 ? dueOn : null,
        refundOf: isRefund ? plain('refund_of') : returned ? plain('refund_of') : null,
        refunded: back?.amount ?? null,
        refundedOn: back?.on ?? null,
        isRefund: isRefund || returns,
        otherwise: verdict.otherwise,
        void: struck,
        bare: false,
        cancelled: verdict.is === 'cancelled',
        note: plain('note'),
        reason: returned ? plain('reason') : null,
        fault: returned ? plain('fault') : null,
        by: plain('by'),
      }
    } catch (error) {
      if (error instanceof LedgerError) throw new RowFault(error.code, error.facts, field, text)
      throw error
    }

    function amountOf(verdict: RowVerdict): Minor {
      if (verdict.is === 'refund') {
        const amount =
          place.refunded >= 0 && plain('refunded') !== null
            ? needed('refunded', moneyOf('refunded'))
            : needed('amount', moneyOf('amount'))
        return -Math.abs(amount)
      }
      if (verdict.is === 'owed' && plain('owed_amount') !== null) return needed('owed_amount', moneyOf('owed_amount'))
      const amount = sign * needed('amount', moneyOf('amount'))
      return verdict.is === 'back' ? -Math.abs(amount) : amount
    }
  }

  function broken({ cells: raw }: Row): Broken {
    let cells = raw
    let on: Day | null = null
    try {
      cells = extend(raw)
      on = days.on(textAt(cells, 'on'), zoneOf(cells)).day
    } catch {
      // The day may be what is wrong with the row.
    }
    const ref = textAt(cells, 'ref')
    return { ref: ref === '' || localRef.test(ref) ? null : ref, on, buyer: buyerOf(cells) }
  }

  return { read, broken }
}

function bareVoid(line: number, buyer: Buyer, ref: string, cancelled: boolean): PurchaseRow {
  const nothing = {
    time: null,
    amount: 0,
    cost: null,
    discount: null,
    item: null,
    payRef: null,
    method: null,
    dueOn: null,
    local: null,
    note: null,
    by: null,
  }
  return { line, buyer, ref, on: '', ...nothing, ...usual, void: true, bare: true, cancelled }
}
