import { plainLetters } from '../../identity/spelling.ts'

/**
 * What the words of a status column say of an order: `sale` is money earned, `owed` a sale on account, `refund` a sale
 * and all of it handed back, `part` a sale of which some was, `skip` no sale yet or never one; `void` strikes the
 * purchase of that number. Of a column of directions or kinds: `in` is money that came in, `out` money of the shop's
 * own, `line` a part of the sale before; `claim` a sale somebody wants undone.
 */
export type OrderState = 'sale' | 'owed' | 'refund' | 'part' | 'void' | 'skip' | 'out' | 'in' | 'line' | 'claim'

/** Why a state is no sale, for the count of what was left out. */
export type StateReason =
  | 'closed'
  | 'not-paid'
  | 'cancelled'
  | 'failed'
  | 'own-spending'
  | 'own-money'
  | 'gift-card'
  | 'not-a-sale'

/** A word of a status folded: case, blanks, dashes and the width of its comma make no difference. */
export function stateKey(text: string): string {
  const plain = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^wc-/, '')
    .replace(/[\s_\-–—.!。·]+/g, '')
  return /[\u00c0-\u024f]/.test(plain) ? plainLetters(plain).replaceAll('ł', 'l').replaceAll('ß', 'ss') : plain
}

const words: readonly (readonly [OrderState, StateReason | null, string])[] = [
  [
    'sale',
    null,
    '无售后 没有申请退款 无退款 未退款 未申请退款 售后关闭 售后取消 退款关闭 无售后或售后取消 onitsway ontheway aprovado aprovada autorizado autorizada ' +
      'faturado liquidado liquidada recebido recebida entregada cobrado bezahlt erfolgreich abgeschlossen ' +
      'ausgefuhrt versendet versandt geliefert beglichen payee paye reglee regle acquittee terminee termine livree ' +
      'expediee pagada pagado cobrada cobrado completada completado entregado enviada pagata pagato completato ' +
      'saldata spedito paga pago concluido entregue betaald voltooid afgerond verzonden zaplacone oplacone ' +
      'oplacona zrealizowane wyslane zakonczone 支払済み 支払済 支払い済み 入金済み 入金済 決済済み 決済完了 完了 発送済み 発送済 領収済 已验证 已核销 已验券 ' +
      'unfulfilled unshipped partiallyshipped paid done complete completed finished fulfilled delivered shipped ' +
      'success successful succeeded ok settled ' +
      'captured processing received sold sale approved active valid ' +
      'paymentreceived paymentcomplete paidinfull fullypaid partiallyfulfilled readytoship readyforpickup pickedup ' +
      'intransit dispatched posted normal ' +
      '已完成 完成 交易成功 交易完成 支付成功 付款成功 已支付 已付款 已付 已收款 已收 收款成功 已收钱 已存入零钱 已到账 已入账 已结算 已结账 已结清 已发货 已签收 已收货 待发货 待收货 待评价 已评价 ' +
      '等待发货 等待收货 等待确认收货 等待卖家发货 等待买家确认 买家已付款,等待卖家发货 卖家已发货,等待买家确认 等待商家发货 商家已发货 配送中 已配送 已送达 已出库 等待出库 待自提 已自提 已核销 待核销 ' +
      '已使用 成功 正常 有效 已确认 已审核 已生效 销售 已销售 已成交 成交 朋友已收钱 对方已收钱 已转账 消费 已开票 已处理 收款 已验收 部分发货 ' +
      '未対応 未発送 待使用 未使用 未核销 无维权 已到店 待出貨 已出貨 運送中 已送達 已取貨 toship tocollect awaitingshipment awaitingcollection ' +
      'arrived checkedin reussie reussi attended showed 到了 已到 来了 已来',
  ],
  [
    'owed',
    null,
    'acredito acuenta fiado encompte acredit enconto aufrechnung onaccount account oncredit chargedtoaccount ' +
      'billed outstanding 挂账 赊账 赊欠 已挂账 欠款 未结清 未结账 记账 赊销 月结 应收 ' +
      '欠 欠着 欠账 赊 未结 未还',
  ],
  [
    'refund',
    null,
    'estornado estornada notadecredito devolvida notacredito rucksendung retourniert retoure erstattet ' +
      'devolucion ruckzahlung reembolso remboursement rimborso devolucao ruckgabe warenruckgabe ' +
      'zuruckerstattet gutschrift ruckerstattung remboursee rembourse avoir reembolsada reembolsado ' +
      'devuelta devuelto rimborsata rimborsato reso devolvido terugbetaald geretourneerd zwrot zwrocone zwrocono ' +
      '返金済み 返金済 返金 返品 返品済み creditnote creditmemo refunded fullyrefunded fullrefund refund chargeback chargedback ' +
      'reversed returned return returns moneyback 已退款 退款 退款成功 已全额退款 ' +
      '全额退款 全部退款 退款完成 已退货 退货 退货退款 已退 退单 已冲正 联机退货 脱机退货 销售退货 销售退货单 退货单',
  ],
  [
    'part',
    null,
    'teilerstattet teilweiseerstattet partiellementremboursee parcialmentereembolsado 一部返金 partiallyrefunded ' +
      'partialrefund partlyrefunded partiallyreturned partrefunded 部分退款 已部分退款 部分退货 部分退',
  ],
  [
    'void',
    null,
    'cancelledbyclient cancelledbycustomer canceledbyclient canceledbycustomer ' +
      'cancelledbymerchant cancelledbybusiness 顾客取消 客户取消 客人取消 ' +
      'anulacion cancelacion stornata stornato cancelamento storniert storno annulliert geloscht annulee annule ' +
      'anulada anulado cancelada cancelado annullata annullato ' +
      'geannuleerd anulowane anulowany anulowana キャンセル キャンセル済み 取消 取り消し deleted removed void voided cancelled ' +
      'canceled 作废 已作废 作廢 已作廢 取消 已取消 已撤销 撤销 撤单 已撤单 消费撤销 交易撤销 冲正 冲销 stornobuchung',
  ],
  [
    'skip',
    'not-a-sale',
    'noshow didnotattend rescheduled 爽约 未到店 没来 没到 未到 缺席 改期 ' +
      '已改期 改约 booked 已预约 estimate quote quotation angebot kostenvoranschlag devis presupuesto ' +
      '报价 报价单 見積',
  ],
  [
    'skip',
    'closed',
    '不成立 abandoned notrecovered expired timedout timeout 交易关闭 已关闭 关闭 订单关闭 已失效 超时关闭',
  ],
  [
    'skip',
    'not-paid',
    'authorization authorisation preauthorization preauthorisation aguardandopagamento aguardando atrasado ' +
      'impagada impagado open overdue late offen ausstehend uberfallig ' +
      'entwurf unbezahlt nichtbezahlt impayee impaye nonpayee enattente brouillon pendiente borrador nopagada ' +
      'vencida nonpagata inattesa bozza pendente rascunho openstaand onbetaald concept nieoplacone nieoplacona ' +
      'niezaplacone oczekuje szkic 入金待ち 入金待 未払い 未払 未入金 未決済 下書き 保留 holded awaitingapproval notstarted 已验证取消 pending ' +
      'pendingpayment awaitingpayment waitingforpayment unpaid notpaid onhold hold draft authorized ' +
      'authorised checkoutdraft initiated ' +
      '待付款 待支付 未付款 未支付 未付 等待付款 等待支付 等待买家付款 待收款 支付中 付款中 草稿',
  ],
  [
    'skip',
    'failed',
    'recusado recusada negado negada fail fehlgeschlagen abgelehnt echouee echoue refusee fallida fallido ' +
      'rechazado fallita mislukt odrzucone ' +
      'nieudane 失敗 エラー failed failure declined rejected error denied paymentfailed 失败 支付失败 付款失败 交易失败 已拒绝 拒绝',
  ],
  [
    'out',
    'own-spending',
    'privatentnahme kassenentnahme entnahme bankeinzahlung retraitespeces retiradaefectivo saida sangria fee ' +
      'fees servicefee otherfee stripefee transactionfee shippinglabel postage marketing advertising ' +
      'subscription commission tax payouts paidtobank 手续费 服务费 佣金 推广费 广告费 扣款 gebuhr auszahlung ausgabe soll frais ' +
      'depense virement gasto comision pagodeproveedor wydatek out outgoing outgo expense expenses debit spent ' +
      'spending paidout withdrawal payout purchase bought 支出 付款支出 转出 ' +
      '提现 提取 付出 采购 进货 进货单 采购单 采购入库 支 bill billpayment vendorcredit',
  ],
  [
    'out',
    'own-money',
    'transfers wire ausgleich umbuchung abbuchung allgemeineabbuchung transfer internal neutral topup deposit ' +
      'memo / 不计收支 中性交易 其他 零钱提现 零钱充值 余额提现 转账到卡',
  ],
  [
    'out',
    'not-a-sale',
    '充值 会员充值 储值 储值卡充值 充卡 续卡 办卡 开卡 售卡 退卡 销卡 赠送 积分兑换 换货 盘点 入库 调拨 cardtopup loadgiftcard reload',
  ],
  ['out', 'gift-card', 'giftcard giftcards giftcardsale 礼品卡 购物卡 gutschein gutscheinverkauf cartecadeau'],
  [
    'claim',
    null,
    'disputed dispute returnrequested refundrequested refundpending inreturn reklamation 退款中 退货中 售后中 售后处理中 申请退款 ' +
      '退款申请中 退货申请中 换货中 待退款 退款处理中 返品申請中',
  ],
  ['line', null, 'saleline lineitem orderline detail subline 明细 商品明细'],
  [
    'in',
    null,
    'umsatz verkauf einnahme haben vente encaissement recette ingreso entrata incasso sprzedaz przychod 売上 販売 入金 ' +
      'in incoming income credit earning earnings revenue receipt receive 收入 收 转入 收款入账',
  ],
]

export interface StateWord {
  readonly state: OrderState
  readonly reason: StateReason | null
  /** What was handed back, where the word says it. */
  readonly figure: string | null
}

const known = new Map<string, StateWord>()
for (const [state, reason, list] of words)
  for (const word of list.split(/\s+/)) if (word !== '') known.set(word, { state, reason, figure: null })

/** Words that say one thing of a status column and another of a column of kinds (收/支, type). */
const kinds = new Set(
  (
    'sale sales order charge capture payment service services product products goods item invoice salesinvoice ' +
    'salesreceipt cashsale creditsale cash card cashpayment cardpayment 服务 项目 商品 产品 次卡消费 到店消费 堂食 外卖 自提 销售 消费 交易 ' +
    '销售单 零售 二维码消费 扫码消费 刷卡消费 扫码支付 二维码收款 商家收款 ' +
    '收钱码收款 支付 付款 收款 websitepayment websitezahlung expresscheckoutpayment onlinepayment'
  ).split(' '),
)

/** A state that gives its own figure: 已退款(￥8.00), 131.77(已退款89.84). */
const figured = /^已?(?:部分)?退款[(（]?[¥￥$€]?\s*(\d[\d,]*(?:\.\d+)?)[)）]?$/

/** What a word of a status column means; null when nobody told the program. */
export function stateWord(text: string): StateWord | null {
  const key = stateKey(text)
  const found = known.get(key)
  if (found) return found
  const figure = figured.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1]
  return figure === undefined ? null : { state: 'part', reason: null, figure }
}

/** What a word of a column of directions or kinds means: what comes in, what goes out, a refund. */
export function kindWord(text: string): StateWord | null {
  const key = stateKey(text)
  return kinds.has(key) ? { state: 'in', reason: null, figure: null } : (known.get(key) ?? null)
}

const ofInvoices = new Set(
  'payment customerpayment receivepayment zahlung zahlungseingang paiement pago incasso 收款 收款单 回款 入金'.split(
    ' ',
  ),
)
const invoices = new Set(
  'invoice salesinvoice creditsale rechnung facture factura fattura faktura 销售单 请求書 請求書'.split(' '),
)

/** Whether the word of a kind of row is that of an invoice, which is paid in a row of its own later. */
export function isInvoice(word: string): boolean {
  return invoices.has(stateKey(word))
}

/** Whether the word of a kind of row is that of a payment, which beside invoices is the money for one of them. */
export function isPayment(word: string): boolean {
  return ofInvoices.has(stateKey(word))
}

const spending = new Set(
  '支出 支 付款支出 转出 提现 充值 会员充值 储值 out outgoing expense expenses debit withdrawal ausgabe depense gasto wydatek'.split(
    ' ',
  ),
)

/**
 * Whether the word of a kind of row says, whatever column it stands in, that money went out or back, or is nothing that
 * was sold.
 */
export function spendsOrTakesBack(text: string): boolean {
  const state = kindWord(text)?.state
  return spending.has(stateKey(text)) || state === 'refund' || state === 'part' || state === 'void'
}

const ofMoney = new RegExp(
  'paid|pay|refund|charge|付|退款|[收扣]款|结清|结账|挂账|赊|支払|入金|決済|返金|bezahl|zahl|beglich|erstatt|regle|acquitt|' +
    'rembours|reembols|rimbors|estorn|pagad|pagat|pag[oa]$|cobrad|saldat|betaal|placon|zwroc|zwrot',
)

/** Whether a word of a state is one of money, which coupons, keys and memberships have not. */
export function speaksOfMoney(text: string): boolean {
  return ofMoney.test(stateKey(text))
}

const waysToPay = new Set('cash card credit debit cashpayment cardpayment 刷卡消费 扫码支付'.split(' '))

/** Whether a word of a kind of row says as well how somebody paid: debit, beside credit, is a card. */
export function isWayToPay(text: string): boolean {
  return waysToPay.has(stateKey(text))
}

const accounts = new Set(
  (
    'rechnung aufrechnung aufkredit anschreiben encompte fiado acuenta acredito enconto 掛売 掛売り 掛け売り 売掛 売掛金 외상 ' +
    'вдолг 挂账 赊账 赊欠 赊销 记账 挂帐 赊帐 月结 欠账 欠款 onaccount oncredit storeaccount houseaccount invoice 掛賬 賒賬'
  ).split(' '),
)

const takingBack = new Set('撤销 消费撤销 交易撤销 冲正 冲销 撤单 storno stornobuchung annulation anulacion'.split(' '))

/** Whether the word of a kind of row is that of a booking which takes another one back. */
export function takesBack(word: string): boolean {
  return takingBack.has(stateKey(word))
}

const received = new Set(
  (
    'paid paidinfull fullypaid settled captured paymentreceived paymentcomplete received 已付款 已支付 支付成功 付款成功 已付 已收 ' +
    '已收款 收款成功 已结清 已到账 bezahlt beglichen payee paye reglee regle acquittee pagada pagado cobrada cobrado pagata ' +
    'pagato saldata paga pago betaald zaplacone oplacone oplacona 支払済み 支払済 支払い済み 入金済み 入金済 領収済'
  ).split(' '),
)

/** Whether the word of a state says that the money is there, however it was paid. */
export function saysPaid(word: string): boolean {
  return received.has(stateKey(word))
}

/** Whether a method of payment says that nothing was paid yet. */
export function isOnAccount(method: string): boolean {
  const key = stateKey(method)
  return accounts.has(key) || /^标记收款(?:挂账|赊账)$/.test(key)
}
