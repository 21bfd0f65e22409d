import { plainHeader } from './columns.ts'
import { headingAmong } from './heading-among.ts'

/** Headings of accounts: what a bank writes of the shop's own, and what a list says of those of its customers. */

const accounts = new RegExp(
  '^(?:iban|bic|kontonummer|kontonriban|auftragskonto|sortcode|buchungstext|valuta|wertstellung|口座番号|' +
    '(?:对方|本方|银行|收款|付款)(?:账号|账户账号|开户行))',
)

/** Whether a column is what stands on an account after each row. */
export const isStanding = headingAmong(
  'balance runningbalance accountbalance closingbalance endingbalance 余额 账户余额 本次余额 可用余额 联机余额 kontostand saldo ' +
    'saldonachbuchung solde 残高 差引残高',
)

/** Whether a column is of the accounts of a bank, which no list of sales has. */
export function isOfBank(header: string): boolean {
  return accounts.test(plainHeader(header))
}

/** Whether a column names whoever is on the other side of a payment: the shop's customers, and whom it pays itself. */
export const isOtherSide = headingAmong(
  '对方户名 对方名称 对方姓名 对方账户名 对方账户名称 交易对方 交易对手 付款方 付款人 付款方户名 counterparty payer payee beguenstigter ' +
    'zahlungspflichtiger beguenstigterzahlungspflichtiger begunstigterzahlungspflichtiger auftraggeber ' +
    'empfanger auftraggeberempfanger nameauftraggeberempfanger tegenpartij beneficiaire 相手先 取引先',
)

/** Whether a column is one side of an account. */
export const isDebit = headingAmong('debit debitamount 借方 借方金额 借方发生额 soll')

/** Whether a column names the shop's own customers, not whoever is on the other side of a payment. */
export const isOwnCustomer = headingAmong(
  'customer customername client clientname kunde kundenname cliente 客户 客户名 客户名称 客户姓名 顾客 顾客姓名 会员 会员姓名 顧客 顧客名',
)

/** Whether a column is money that went out, beside one of money that came in. */
export const isSpent = headingAmong(
  'debit debitamount withdrawal withdrawals moneyout paidout payments 支出 支出金额 付出金额 转出金额 借方 借方金额 借方发生额 soll ' +
    'ausgaben ausgang 出金 支払額',
)
export const isEarned = headingAmong(
  'credit creditamount deposit deposits moneyin paidin 收入 收入金额 存入金额 转入金额 贷方 贷方金额 贷方发生额 haben einnahmen ' +
    'eingang 入金',
)

/** Whether an amount is money that somebody brought, whatever they had bought before. */
export function isReceived(header: string): boolean {
  return /收款|回款|还款|received|payment|zahlung|入金/.test(plainHeader(header))
}

/** Whether a column of sales says what of each is not paid; a running balance of the customer says something else. */
export const isOwed = headingAmong(
  '欠款 欠款金额 本次欠款 本单欠款 订单欠款 欠账 欠帐 欠费 赊账 赊账金额 赊欠 赊欠金额 挂账 挂账金额 未付 未付金额 未付款 未收 未收金额 未收款 owed owes owing amountowed ' +
    'amountowing unpaid unpaidamount amountunpaid outstanding outstandingamount balancedue offen offenerbetrag ' +
    'resteapayer pendiente 未払 未払額 未入金額',
)

/** Whether a column says what of a sale was taken from credit, beside what came in for it. */
export const isTakenFromCredit = headingAmong(
  '卡扣 卡扣金额 卡扣款 扣卡 扣卡金额 划卡金额 耗卡 耗卡金额 会员卡扣款 会员卡支付 储值支付 储值支付金额 储值扣款 余额支付 余额支付金额 余额扣款 余额抵扣 卡余额支付 卡内扣款 预存支付 预存扣款 ' +
    'paidbycredit paidfromcredit',
)

/** Whether a column of a roster says what was paid back of what somebody owed. */
export const isRepaid = headingAmong(
  '已还 已还款 已还金额 还款 还款金额 已付 已付金额 已付款 已收 已收金额 已收款 已结 paid paidback repaid amountpaid paidamount bezahlt gezahlt ' +
    'paye pagado 入金済 入金額',
)

/** Whether a column of a roster says what is still owed, after what was paid back. */
export const isStillOwed = headingAmong(
  '剩余 剩余欠款 剩余金额 尚欠 未还 未还金额 未付 未付金额 未收 未收金额 余欠 结欠 现欠 还欠 outstanding outstandingbalance remaining stillowed ' +
    'stillowes balancedue openbalance rest restbetrag offen reste resteapayer pendiente saldopendiente 残 残高 残金',
)
