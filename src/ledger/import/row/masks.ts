/** Stars and dots that a service puts in place of what it will not tell. */
const mask = /[*＊✱∗⁎•●]/u

/** What people put there: 王XX, 陈某某, ██. */
const blotted = /^\p{Script=Han}{1,2}(?:[xXＸｘ×○〇]{1,3}|某{1,2})$|[█▇■□]/u

/** Whether a name is one that a service or a person has hidden parts of: 李*, tb**6, J*** S, 李某. */
export function isMasked(text: string): boolean {
  return mask.test(text) || blotted.test(text)
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
