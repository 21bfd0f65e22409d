/**
 * What a text may have filled in, each with the Chinese it is also written by. `fact:KEY` is one of the owner's own
 * facts.
 */
export const fields = {
  salutation: ['称呼'],
  name: ['姓名', '名字'],
  shop: ['店名'],
  item: ['商品', '货品'],
  amount: ['金额'],
  last: ['上次'],
  owed: ['欠款'],
  'owed-since': ['欠款日'],
  credit: ['预存', '余额'],
  wish: ['想要的'],
  points: ['积分'],
  'points-day': ['积分到期'],
  coupon: ['券'],
  'coupon-day': ['券到期'],
  privilege: ['优惠'],
  birthday: ['生日'],
  occasion: ['纪念日'],
  'occasion-day': ['纪念日期'],
  festival: ['节日'],
  event: ['活动'],
  'event-day': ['活动日'],
  'event-note': ['活动说明'],
  fact: ['资料'],
} as const satisfies Record<string, readonly string[]>

export type Field = keyof typeof fields

/** Those that are the same for everybody a message is for; a salutation is worded for everybody, too. */
const general: readonly Field[] = ['salutation', 'shop', 'festival', 'event', 'event-day', 'event-note']

/** Whether a field is about one customer. */
export function isPersonal(field: Field): boolean {
  return !general.includes(field)
}

/** A field as it is written between braces; null for none. */
export function fieldNamed(written: string): { readonly field: Field; readonly key: string | null } | null {
  const [, named = '', key] = /^([^:：.]*)(?:[:：.](.*))?$/s.exec(written.normalize('NFKC').trim()) ?? []
  const plain = named.trim().toLowerCase()
  const field = (Object.keys(fields) as Field[]).find(
    (one) => one === plain || (fields[one] as readonly string[]).includes(plain),
  )
  if (field === undefined || (field === 'fact') !== (key !== undefined && key.trim() !== '')) return null
  return { field, key: key?.trim() ?? null }
}
