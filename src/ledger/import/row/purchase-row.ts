import type { Day } from '../../day.ts'
import { LedgerError } from '../../errors.ts'
import { decimal, type Minor } from '../../money.ts'
import { isWalkIn } from '../../vocabulary.ts'
import type { PurchaseColumn } from '../columns.ts'
import type { Row } from '../file/csv.ts'
import { extender } from '../format/compile.ts'
import type { SkipReason } from '../format/schema.ts'
import { type ImportPlan, widthOf } from '../import-plan.ts'
import { type Notes, type ReadContext, RowFault, RowSkip } from '../outcome.ts'
import { asideReader } from './aside.ts'
import { dayReader, isBrokenBySheet, moneyReader, textIn } from './cells.ts'
import { refuseSurplus } from './customer-row.ts'
import { isMasked, isNoOnesPhone } from './masks.ts'
import { isNobodysName } from './nobody.ts'
import { type Broken, type Buyer, isNobody, type Payer, type PurchaseRow } from './purchase.ts'
import { usual } from './purchase-transfer.ts'
import { readersOf } from './readers.ts'
import { zoneReader } from './row-zone.ts'
import { sheetCells } from './sheet-cells.ts'
import { isOnAccount } from './state-words.ts'
import { type RowVerdict, verdictReader } from './verdict.ts'

const identifying = ['customer', 'code', 'phone', 'name'] as const
const localRef = /^entry:\d+$/
/** The first day an entry can be of. */
const earliest = '1970-01-01'
const fromCredit = new Set(['预存', '储值', '余额', '预存款', '储值余额'])

/**
 * Reads lines of a purchase file. What it returns throws RowFault for a line that cannot be taken, RowSkip for one that
 * is rightly left out; `broken` reads what is left of such a one.
 */
export function purchaseReader(book: ReadContext, plan: ImportPlan, notes: Notes) {
  const { columns, layout, notations, headers } = plan
  const width = widthOf(plan)
  const readers = readersOf(book, plan)
  const extend = extender(layout, width, readers)
  const at = (column: PurchaseColumn) => columns.get(column) ?? -1
  const days = {
    on: dayReader(book, notations.days.on ?? null),
    due: dayReader(book, notations.days.due ?? null),
    refunded_on: dayReader(book, notations.days.refunded_on ?? null),
  }
  const place = Object.fromEntries(
    (
      [
        'customer',
        'code',
        'phone',
        'name',
        'email',
        'on',
        'amount',
        'cost',
        'discount',
        'item',
        'ref',
        'method',
        'paid',
        'due',
        'refund_of',
        'refunded',
        'refunded_on',
        'refund_ref',
        'owed_amount',
        'pay_ref',
        'payer',
        'payer_name',
        'called',
        'address',
        'note',
        'reason',
        'fault',
        'by',
      ] as const
    ).map((column) => [column, at(column)]),
  ) as Record<PurchaseColumn, number>
  const monies = new Map<number, (text: string) => Minor>()
  const moneyOf = (column: PurchaseColumn) => {
    const known = monies.get(place[column])
    if (known) return known
    // What was worked out of several cells is written plainly.
    const reader = moneyReader(book.currency, place[column] >= width ? null : (notations.money[place[column]] ?? null))
    monies.set(place[column], reader)
    return reader
  }
  const emptyWords = new Set(layout.empty)
  const cellAt = (cells: readonly string[], at: number) => {
    const text = textIn(cells[at])
    return text !== '' && emptyWords.size > 0 && emptyWords.has(text) ? '' : text
  }
  const timed = columns.has('time')
  const named = new Map<string, boolean>()
  const aside = asideReader({
    headers,
    names: [place.customer, place.name, place.ref].filter((at) => at >= 0 && at < width),
    own: [place.code, place.phone].filter((at) => at >= 0 && at < width),
    day: place.on < width ? place.on : -1,
  })
  const sumOf = (cells: readonly string[]): Minor | null => {
    try {
      const text = cellAt(cells, place.amount)
      return text === '' ? null : moneyOf('amount')(text)
    } catch {
      return null
    }
  }
  const decide = verdictReader(plan, readers, sumOf)
  const zoneOf = zoneReader(plan)
  const sheet = sheetCells(plan, new Set(), notes)
  /** The line before: whose receipt the next may go on with. */
  let last: { ref: string | null; row: PurchaseRow | null; skip: SkipReason | null; line: number } = {
    ref: null,
    row: null,
    skip: null,
    line: 0,
  }
  /** Whose the receipts of the day are: their lines need not stand together. */
  let receipts: { on: Day; of: Map<string, Buyer> } = { on: '', of: new Map() }
  /** Of the days and money since the last total, to tell a total with a day from somebody called so. */
  let sum = 0
  let lastDay = ''

  function isNobodyNamed(text: string): boolean {
    const known = named.get(text)
    if (known !== undefined) return known
    const found = isNobodysName(text)
    if (named.size > 20_000) named.clear()
    named.set(text, found)
    return found
  }

  function buyerOf(cells: readonly string[]): Buyer {
    // Whichever column a till has for whose it is: 散客 in it is nobody.
    const mark = (at: number) => {
      const text = at < 0 ? '' : cellAt(cells, at)
      return text !== '' && isWalkIn(text) ? '' : text
    }
    const name = (at: number) => {
      const text = at < 0 ? '' : cellAt(cells, at)
      return text !== '' && (isMasked(text) || isNobodyNamed(text)) ? '' : text
    }
    const phone = mark(place.phone)
    const code = mark(place.code)
    const customer = name(place.customer)
    const buyer = {
      customer,
      code,
      phone: phone !== '' && isNoOnesPhone(phone) ? '' : phone,
      name: name(place.name),
      email: mark(place.email),
    }
    // Beside a card or a phone of its own the cell is the name of whoever has them.
    return customer !== '' && buyer.name === '' && buyer.code + buyer.phone !== ''
      ? { ...buyer, customer: '', name: customer }
      : buyer
  }

  function payerOf(cells: readonly string[], buyer: Buyer): Payer | null {
    const key = cellAt(cells, place.payer)
    const masked = layout.service === null && isNobody(buyer) ? maskedName(cells) : ''
    if (layout.service === null)
      return masked === '' ? null : { key: `name:${masked}`, name: null, called: null, address: null }
    const name = cellAt(cells, place.payer_name)
    return {
      key: key || null,
      name: name === '' || isMasked(name) || isNobodyNamed(name) ? null : name,
      called: cellAt(cells, place.called) || null,
      address: cellAt(cells, place.address) || null,
    }
  }

  function maskedName(cells: readonly string[]): string {
    for (const at of [place.customer, place.name]) {
      const text = at < 0 ? '' : cellAt(cells, at)
      if (text !== '' && isMasked(text)) return text
    }
    return ''
  }

  function read(whole: Row): PurchaseRow {
    const { line, cells: raw } = whole
    const beside = aside(raw)
    if (beside !== null && !isOwnTotal(beside, raw)) {
      if (beside === 'total') sum = 0
      throw new RowSkip(beside, beside === 'header-again' ? null : sumOf(raw))
    }
    try {
      const row = readRow(whole)
      sum += row.amount
      lastDay = row.on
      last = { ref: row.ref, row, skip: null, line }
      return row
    } catch (error) {
      if (!(error instanceof CarriedOn))
        last = { ref: refOf(raw), row: null, skip: error instanceof RowSkip ? error.reason : null, line }
      if (error instanceof CarriedOn) throw error.fault
      throw error
    }
  }

  /** A customer called 合计 would have a day of their own, and not the sum of all others for an amount. */
  function isOwnTotal(beside: SkipReason, raw: readonly string[]): boolean {
    if (beside !== 'total' || place.on < 0 || place.on >= width) return false
    try {
      const { day } = days.on(cellAt(raw, place.on))
      return day !== lastDay && sumOf(raw) !== sum && cellAt(raw, place.ref) !== ''
    } catch {
      return false
    }
  }

  function refOf(raw: readonly string[]): string | null {
    try {
      return cellAt(extend(raw), place.ref) || null
    } catch {
      return null
    }
  }

  function readRow(whole: Row): PurchaseRow {
    const { line, cells: raw } = whole
    let field: PurchaseColumn | null = null
    let text = ''
    let cells = raw
    const value = <Value>(column: PurchaseColumn, parse: (text: string) => Value): Value | null => {
      text = place[column] < 0 ? '' : cellAt(cells, place[column])
      field = column
      return text === '' ? null : parse(text)
    }
    const needed = <Value>(column: PurchaseColumn, parse: (text: string) => Value): Value => {
      const found = value(column, parse)
      if (found === null) throw new RowFault('row.missing', { column }, column, cells[place[column]] ?? '')
      return found
    }
    const plain = (column: PurchaseColumn) => (place[column] < 0 ? '' : cellAt(cells, place[column])) || null
    const positive = (column: PurchaseColumn) => (text: string) => {
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
        const text = place[column] < 0 ? '' : cellAt(cells, place[column])
        if (text !== '' && isBrokenBySheet(text)) throw new RowFault('row.spreadsheet', { text }, column, text)
      }
      const local = typed !== null && localRef.test(typed) ? typed : null
      const ref = local === null ? typed : null
      const goesOn = ref !== null && last.ref === ref
      const verdict = decide(cells)
      // An amount that is merged over the lines of a receipt stands once.
      const covered = whole.kinds?.[place.amount] === 'c' && plain('amount') === null
      if (verdict.is === 'line' || (covered && goesOn)) return furtherLine(line, ref, goesOn, plain('item'))
      const struck = verdict.is === 'void' || verdict.is === 'cancelled'
      if (struck && ref !== null && (plain('on') === null || plain('amount') === null))
        return bareVoid(line, buyerOf(cells), ref, verdict.is === 'cancelled')
      refuseCurrency(cells, line)
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
      const cost = value('cost', returned ? moneyOf('cost') : positive('cost'))
      const discount = value('discount', returned ? moneyOf('discount') : positive('discount'))
      const method = plain('method')
      const onAccount =
        !returned && (verdict.is === 'owed' || (place.paid < 0 && method !== null && isOnAccount(method)))
      let buyer = buyerOf(cells)
      if (receipts.on !== on) receipts = { on, of: new Map() }
      if (ref !== null && isNobody(buyer) && maskedName(cells) === '' && blankNames(cells))
        buyer = receipts.of.get(ref) ?? buyer
      else if (ref !== null && receipts.of.size < 20_000) receipts.of.set(ref, buyer)
      const credited = !returned && place.paid < 0 && method !== null && fromCredit.has(method) && !isNobody(buyer)
      const paid = onAccount || credited ? 0 : value('paid', returned ? moneyOf('paid') : positive('paid'))
      if (!returned && paid !== null && paid > amount) {
        throw new LedgerError('money.over-paid', {
          paid: decimal(paid, book.currency),
          amount: decimal(amount, book.currency),
        })
      }
      if (!returned && !isRefund) refuseDisagreement(cells, amount)
      const unpaid = returned ? 0 : amount - (paid ?? amount)
      if (unpaid > 0 && isNobody(buyer)) throw new LedgerError('purchase.walk-in-unpaid', {})
      const dueOn = value('due', (text) => days.due(text).day)
      if (unpaid > 0 && dueOn !== null && dueOn < on) throw new LedgerError('day.due-first', { due: dueOn, on })
      const payer = payerOf(cells, buyer)
      const back = returned ? null : refundOfSale(verdict, amount, on, line, ref ?? '', zone)
      tellOf(verdict, line, cells, ref ?? '')
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
        isRefund,
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
      const amount = needed('amount', moneyOf('amount'))
      return verdict.is === 'back' ? -Math.abs(amount) : amount
    }

    function refundOfSale(
      verdict: RowVerdict,
      amount: Minor,
      on: Day,
      line: number,
      ref: string,
      zone: number | string | null,
    ): { amount: Minor; on: Day | null } | null {
      if (layout.refundRows && verdict.is !== 'refunded' && verdict.is !== 'part') return null
      const typed =
        verdict.figure === null
          ? value('refunded', (text) => moneyOf('refunded')(text))
          : moneyReader(book.currency)(verdict.figure)
      const given = typed === null ? null : Math.abs(typed)
      if (verdict.is !== 'refunded' && verdict.is !== 'part' && !given) return null
      if (verdict.is === 'part' && !given)
        throw new RowFault('row.part-unknown', { word: verdict.word }, 'status', verdict.word)
      const whole = !given
      const back = given || amount
      if (back > amount)
        throw new RowFault('row.return-too-much', { ref, left: decimal(amount, book.currency) }, 'refunded', text)
      if (back === 0) return null
      const later = value('refunded_on', (text) => days.refunded_on(text, zone).day)
      // A service that has no column for it does not say what was handed back; a word alone says that it was all.
      if (whole && layout.rules)
        notes.warn(line, 'row.refund-whole', { ref, amount: decimal(back, book.currency) }, 'status', verdict.word)
      if (later === null || later < on) notes.warn(line, 'row.refund-day', { ref, day: on }, 'status', verdict.word)
      return { amount: back, on: later === null || later < on ? null : later }
    }

    function blankNames(cells: readonly string[]): boolean {
      return [place.customer, place.name, place.code, place.phone].every((at) => at < 0 || (cells[at] ?? '') === '')
    }
  }

  function furtherLine(line: number, ref: string | null, goesOn: boolean, item: string | null): PurchaseRow {
    if (!goesOn) throw new RowFault('row.no-purchase', { ref: ref ?? '' }, 'ref', ref)
    if (last.skip !== null) throw new CarriedOn(new RowSkip(last.skip))
    if (last.row === null)
      throw new CarriedOn(new RowFault('row.other-part', { ref: ref ?? '', line: last.line }, 'ref', ref))
    const { row } = last
    return {
      ...row,
      line,
      item,
      amount: 0,
      cost: null,
      discount: null,
      paid: row.paid === null ? null : 0,
      refunded: null,
      refundedOn: null,
      note: null,
    }
  }

  function refuseCurrency(cells: readonly string[], line: number): void {
    for (const { at } of layout.currency) {
      const currency = readers.text(cells, at).toUpperCase()
      if (currency === '') continue
      if (currency !== book.currency)
        throw new RowFault('row.currency', { currency, ledger: book.currency }, null, currency)
      break
    }
    const charged = layout.charged ? readers.text(cells, layout.charged.at).toUpperCase() : ''
    if (charged !== '' && charged !== book.currency)
      notes.warn(line, 'row.converted', { currency: charged }, null, charged)
  }

  /**
   * The amount beside a price and a quantity, or beside a list price: whoever contradicts them says something else than
   * it seems.
   */
  function refuseDisagreement(cells: readonly string[], amount: Minor): void {
    const { agrees } = layout
    if (!agrees) return
    const discount = agrees.discount < 0 ? 0 : Math.abs(readers.money(cells, agrees.discount) ?? 0)
    let expected: Minor | null = null
    if (agrees.price >= 0) {
      const price = readers.money(cells, agrees.price)
      const typed = readers.text(cells, agrees.quantity).normalize('NFKC')
      const quantity = Number(/^-?\d+(?:\.\d+)?/.exec(typed)?.[0] ?? Number.NaN)
      if (price !== null && !Number.isNaN(quantity)) expected = Math.round(price * quantity)
    } else if (agrees.list >= 0) expected = readers.money(cells, agrees.list)
    if (expected === null || amount === expected - discount || amount === expected) return
    throw new RowFault(
      'row.disagrees',
      { amount: decimal(amount, book.currency), expected: decimal(expected - discount, book.currency) },
      'amount',
      decimal(amount, book.currency),
    )
  }

  function tellOf({ warn, word }: RowVerdict, line: number, cells: readonly string[], ref: string): void {
    for (const { at, heading } of layout.fees) notes.fee(heading, moneyIn(cells, at))
    for (const { at, heading } of layout.tips) notes.fee(heading, moneyIn(cells, at))
    if (warn === 'transfer') notes.warn(line, 'row.transfer', { word }, 'status', word)
    if (warn === 'claim-open') notes.warn(line, 'row.claim-open', { word }, 'status', word)
    if (warn === 'refund-stuck') notes.warn(line, 'row.refund-stuck', { ref }, 'status', word)
    if (warn === 'disputed') notes.warn(line, 'row.disputed', { ref }, 'status', word)
    if (warn === 'empty-state')
      notes.warn(line, 'row.empty-state', { heading: layout.states[0]?.heading ?? '' }, 'status', '')
  }

  function moneyIn(cells: readonly string[], at: number): Minor {
    try {
      return readers.money(cells, at) ?? 0
    } catch {
      return 0
    }
  }

  function broken({ cells: raw }: Row): Broken {
    let cells = raw
    let on: Day | null = null
    try {
      cells = extend(raw)
      on = days.on(cellAt(cells, place.on), zoneOf(cells)).day
    } catch {
      // The day may be what is wrong with the row.
    }
    const ref = cellAt(cells, place.ref)
    return { ref: ref === '' || localRef.test(ref) ? null : ref, on, buyer: buyerOf(cells) }
  }

  return { read, broken }
}

/** A row that ends as the line before it did, which it therefore does not replace. */
class CarriedOn extends Error {
  constructor(readonly fault: RowSkip | RowFault) {
    super('carried on')
  }
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
