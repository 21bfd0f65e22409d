/** Stars and dots that a service puts in place of what it will not tell. */
const mask = /[*＊✱∗⁎•●]/u

/** What people put there: 王XX, 陈某某, ██. */
const blotted = /^\p{Script=Han}{1,2}(?:[xXＸｘ×○〇]{1,3}|某{1,2})$|[█▇■□]/u

/** What a service calls those who have not told it a name: 用户12345678, 微信用户, wxid_…, user12345. */
const numbered = new RegExp(
  String.raw`^(?:(?:微信|支付宝|抖音|快手|美团|饿了么|淘宝|京东|小程序|匿名|手机|新|线上|网络)?(?:用户|用戶|会员|买家|顾客)[\s_-]?\d{4,}|` +
    String.raw`(?:微信|支付宝|抖音|快手|美团|小程序|匿名|手机|新)(?:用户|用戶)\w*|(?:手机)?尾号\s*\d{3,4}|wxid_\w+|` +
    String.raw`(?:tb|jd|dy|user|guest|customer|member)[_-]?\d{5,}\w*)$`,
  'i',
)

/**
 * Whether a name is one that a service or a person has hidden parts of (李*, tb**6, J*** S, 李某), or a number a service
 * gave instead of one.
 */
export function isMasked(text: string): boolean {
  return mask.test(text) || blotted.test(text) || (text.length >= 4 && numbered.test(text))
}

/** Whether a card is one of a bank, of which the last digits are left: XXXXXXXXXXXX1234, 6222********0001. */
export function isMaskedCard(text: string): boolean {
  return mask.test(text) || /^[xX#]{4,}\d+$|\d[xX#]{4,}\d/.test(text)
}

/** A number of a service's own that rings through for one delivery: 18412345678-1234, 13812345678转1234. */
const relay = /^\+?\d{11,13}\s*(?:-|转|轉|ext\.?|,)\s*\d{2,6}$/i

/** Whether a phone is hidden in part (138****8000, 138xxxx8000, 1******0001), or no number of the person's at all. */
export function isMaskedPhone(text: string): boolean {
  return mask.test(text) || /\d[xX#]{2,}\d/.test(text)
}

/** Whether an order gives no phone that reaches the person for good. */
export function isNoOnesPhone(text: string): boolean {
  return isMaskedPhone(text) || relay.test(text.normalize('NFKC').trim())
}
