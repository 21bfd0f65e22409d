import { plainHeader } from './columns.ts'
import { headingAmong } from './heading-among.ts'

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/**
 * Which of several columns is what was to be paid: what was received or is the total, before an amount that may be a
 * list price.
 */
const received = wordsOf(
  'total totalamount netsales totalsales grandtotal ordertotal ordertotalamount invoicetotal totalcollected ' +
    'amountdue ' +
    'netamount 实收 实收金额 实付 实付金额 实付款 实收款 合计 合计金额 应收 应收金额 应付 应付金额 成交金额 成交价 收款金额 ' +
    '订单实付金额 订单实付 订单实收 订单实收金额 用户实付 用户实付金额 用户支付金额 支付金额 折后金额 折后价 实收合计 ' +
    '订单应付金额 订单应收金额 应收合计 gesamtbetrag gesamt gesamtpreis gesamtsumme summe endbetrag bruttobetrag betragbrutto ' +
    'zahlbetrag montantttc montanttotal totalttc importetotal totale importototale valortotal totaal totaalbedrag ' +
    'kwotabrutto wartoscbrutto razem 合計金額 税込金額 税込合計 支払金額 総額',
)
const due = wordsOf('应收 应收金额 应付 应付金额 amountdue 订单应付金额 订单应收金额 应收合计 请求金额')
const whole = wordsOf('total totalsales grandtotal ordertotal ordertotalamount invoicetotal')
/** Before what a service keeps for itself: beside columns of fees it is what the customer paid. */

/** 3: what was due; 2: what was received, or the total; 1: any other amount. */
export function amountRank(header: string): number {
  const plain = plainHeader(header)
  if (due.has(plain)) return 3
  if (!received.has(plain)) return 1
  // 实收 before 合计 before 金额, a total with its taxes before one without.
  return /实|實/.test(plain) ? 2.5 : whole.has(plain) ? 2.2 : 2
}

/** What is left of an order's total when something of it was handed back. */
export function isAdjustedTotal(header: string): boolean {
  return /^adjusted(?:order)?total$/.test(plainHeader(header))
}

/** Whether a heading says that its amount is the whole order's. */
export function isOfOrder(header: string): boolean {
  return /order|invoice|订单|总支付|grand/.test(plainHeader(header))
}

/** A name by which somebody is known where they buy, beside which their own is better. */
export function isNick(header: string): boolean {
  return /^(?:buyer|买家|payer)$/.test(plainHeader(header))
}

export const isGross = headingAmong('gross grossamount grosstransactionamount brutto')

/** What was due before anything was received of it. */
export function isDue(header: string): boolean {
  return due.has(plainHeader(header))
}

/** Whether a header is of a mobile phone, which is taken before another. */
export function isMobile(header: string): boolean {
  return /mobile|mobil|cell|handy|movil|portable|komor|手机|移动|携帯/.test(plainHeader(header))
}

const surcharges = new RegExp(
  'tax|vat|mwst|(?<!c)ust(?!om)|tva|iva|shipping|freight|tip|(?<!cof)fee|service|delivery|versand|livraison|rounding|' +
    '税|运费|邮费|小费|服务费|包装费|打包费|配送费|余|抹零',
)

/** Whether a header is of something that is added to the goods: then amounts need not be price times quantity. */
export function isSurcharge(header: string): boolean {
  return surcharges.test(plainHeader(header))
}

export function isFee(header: string): boolean {
  return /(?<!cof)fees?(?!d)|commission$|^gebuhr|手续费$|服务费$|佣金$/.test(plainHeader(header))
}

/** The day money came in before the day of the order, that before the day a row was made or an order was done with. */
export function dayRank(header: string): number {
  const plain = plainHeader(header)
  if (/invoice|rechnung|facture|factura|fattura|faktur|请求書|発行|wystawienia/.test(plain)) return 5
  if (/paid|payment|zahlung|bezahlt|paiement|delpago|付款|支付|结账|收款|入账|入金|支払/.test(plain)) return 4
  if (/creat|创建/.test(plain)) return 2
  return /clos|done|finish|完成|营业|记账/.test(plain) ? 1 : 3
}

/** Whether a day is that of the payment: without one nothing was paid. */
export function isPaymentDay(header: string): boolean {
  return dayRank(header) === 4 || /^paid$/.test(plainHeader(header))
}

/** The number of the order before that of the paper, that before that of the payment. */
export function refRank(header: string): number {
  const plain = plainHeader(header)
  if (/order|sale|订单|bestell|auftrag|commande|pedido|ordine|zamowien|注文/.test(plain)) return 3
  return /payment|transa|流水|交易|取引/.test(plain) ? 1 : 2
}

/** What something is called before the number it has on the shelf. */
export function itemRank(header: string): number {
  return /^(?:sku|article|details?|artikel|services?)$/.test(plainHeader(header)) ? 1 : 2
}

/** Who bought before who gets it. */
export function personRank(header: string): number {
  const plain = plainHeader(header)
  return /^(?:收件|收货)|recipient|^ship/.test(plain) ? 1 : /^contact|^billing|^billto/.test(plain) ? 2 : 3
}

/** Whether a column says which currency a row is in. */
export const isCurrency = headingAmong(
  'currency currencycode transactioncurrency ordercurrency 货币 币种 货币种类 币别 wahrung devise moneda divisa valuta ' +
    'moeda waluta 通货 通貨',
)

/** Whether a column may be the time of day alone, beside one of days. */
export const isClock = headingAmong(
  'time timeofday saletime 时间 时刻 交易时刻 消费时刻 开单时刻 uhrzeit zeit heure hora ora godzina tijd tijdstip',
)

/** Whether a heading is of parcels, mail, payouts and papers, whose states say nothing of a sale. */
export function isOfParcels(header: string): boolean {
  return /fulfil|ship|parcel|deliver|payout|email|sms|subscri|market|risk|物流|快递|配送|发货|打款|结算|开票|评价|库存|税/.test(
    plainHeader(header),
  )
}

const ownState = new RegExp(
  '[押定订]金|尾款|预付|短信|消息|通知|回访|评|发票|快递|合同|协议|空瓶|[水空]桶|安装|维修|保修|保险|liefer|versand|livraison|' +
    'envio|entrega|message|review|feedback|deposit|pfand|kaution|anzahlung|consigne|acompte|bottle|contract|vertrag|' +
    'contrat|table|tisch|warranty|repair|install|insur|versicher|assur',
)

/** Whether a heading is of something beside the sale that has states of its own: a deposit, a message, a booking. */
export function hasOwnState(header: string): boolean {
  const plain = plainHeader(header)
  return isOfParcels(header) || ownState.test(plain) || /预[约订定]|appointment|booking|reserv|termin/.test(plain)
}

/** Whether a heading says no more than that something stands so: 情况, stage, Zustand. */
export const isOfHowItStands = headingAmong(
  'how howitis howitwent howisit what whathappened state stage progress situation info 情况 ' +
    '订单情况 进度 进展 现状 状况 结果 zustand stand etat avancement situacion stadio 進捗 状況',
)

/** Columns called status or result that nobody listed: of orders and money, not of parcels, mail and payouts. */
export function isStateLike(header: string): boolean {
  const plain = plainHeader(header)
  if (isOfParcels(header) || ownState.test(plain) || /card|收货|会员/.test(plain)) return false
  return /(?:status|result)$|(?:order|payment|invoice)state$|状态$|^status/.test(plain)
}

const flags = new Map<string, 'void' | 'refund' | 'skip' | 'paid'>([
  ...[
    'void',
    'voided',
    'isvoid',
    'isvoided',
    'cancelled',
    'canceled',
    'iscancelled',
    'deleted',
    '作废',
    '是否作废',
    '已作废',
    '是否取消',
    '已取消',
    '是否撤销',
    'storno',
    'storniert',
    'annule',
    'anulado',
    'annullato',
    '取消',
    'キャンセル',
  ].map((word) => [word, 'void'] as const),
  ...['refunded', 'isrefunded', 'isrefund', 'returned', 'isreturn', '是否退款', '已退款', '是否退货', '已退货'].map(
    (word) => [word, 'refund'] as const,
  ),
  ...[
    'paid',
    'ispaid',
    '是否付款',
    '是否支付',
    '是否已付款',
    '是否已付',
    '已付款',
    '已支付',
    '已付',
    '是否收款',
    '已收款',
    '是否结清',
    '已结清',
    'bezahlt',
    'paye',
    'pagado',
    'pagato',
    'pago',
    'betaald',
    'zaplacone',
    '支払済み',
    '支払済',
    '入金済み',
  ].map((word) => [word, 'paid'] as const),
  ...['test', 'istest', 'testorder'].map((word) => [word, 'skip'] as const),
])

/** What a row is whose cell says yes under this heading; null for any other heading. */
export function flagOf(header: string): 'void' | 'refund' | 'skip' | 'paid' | null {
  return flags.get(plainHeader(header)) ?? null
}

/** Columns that have a day in them when an order was called off, or its money handed back. */
export const isEnd = headingAmong(
  'cancelledat canceledat cancelledon canceledon cancelleddate canceleddate cancellationdate datecancelled ' +
    'voidedat voidedon 取消时间 取消日期 作废时间 作废日期 撤单时间 退单时间 storniertam annulele canceladoel',
)
export const isReturnDay = headingAmong(
  'refundedat refundedon refunddate daterefunded refundeddate returnedat returnedon returndate 退款时间 退款日期 ' +
    '退款成功时间 退货时间 退货日期 erstattetam rembourseele',
)

/** What was to be paid before a discount. */
export const isListPrice = headingAmong(
  '原价 原价金额 原金额 原价合计 标价 折前金额 折前价 折前总额 优惠前金额 应收原价 originalprice originalamount originaltotal listprice ' +
    'listtotal pricebeforediscount totalbeforediscount',
)

/** Headings that may say what kind of row it is, and may say anything else: the cells decide. */
export function isVagueKind(header: string): boolean {
  return /^(?:type|kind|typ|tipo|art|类型|区分|种别|種別|rodzaj)$/.test(plainHeader(header))
}
