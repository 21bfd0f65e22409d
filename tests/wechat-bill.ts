/** A receipt by WeChat Pay. */
export interface Paid {
  readonly on: string
  readonly by: string
  readonly amount: string
  readonly ref: string
}

const head = '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注'

/** The bill that WeChat Pay writes of receipts: who paid is a payer. */
export function wechatBill(paid: readonly Paid[]): string {
  const rows = paid.map(
    ({ on, by, amount, ref }) => `${on} 10:00:00,二维码收款,${by},/,收入,¥${amount},零钱,已收钱,${ref},/,/`,
  )
  return ['微信支付账单明细', '----------------------微信支付账单明细列表--------------------', head, ...rows, ''].join(
    '\n',
  )
}
