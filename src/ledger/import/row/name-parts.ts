import type { PhoneParser } from '../../identity/phone.ts'
import { phonesIn } from './phone-cells.ts'

/** What a cell of a name says beside the name. */
export interface NameParts {
  /** What is left: the name. */
  readonly name: string
  /** In E.164. */
  readonly phones: readonly string[]
  readonly email: string | null
  readonly code: string | null
}

/** By what somebody is known: what columns of their own say, '' where they say nothing. */
export interface Marks {
  readonly code: string
  readonly phone: string
  readonly email: string
}

/**
 * What columns and the cell of the name say together: a column goes before the cell. `found` is what the cell adds,
 * `left` what it says otherwise than the columns.
 */
export function withParts(
  { phones, email, code }: NameParts,
  own: Marks,
): Marks & { readonly found: readonly string[]; readonly left: readonly string[] } {
  const [first = ''] = phones
  const found = [
    ...(own.phone === '' ? [first] : []),
    ...(own.email === '' ? [email] : []),
    ...(own.code === '' ? [code] : []),
  ]
  const said = [...phones, email, code].filter((one): one is string => one !== null && one !== '')
  const taken = new Set([...found, own.phone, own.email.toLowerCase(), own.code])
  return {
    phone: own.phone || first,
    email: own.email || (email ?? ''),
    code: own.code || (code ?? ''),
    found: found.filter((one): one is string => one !== null && one !== ''),
    left: said.filter((one) => !taken.has(one)),
  }
}

/** Without one of these a name is a name and no more. */
const mayHaveParts = new RegExp(
  String.raw`\p{Nd}(?:[\s\-－().（）/]*\p{Nd}){6}|[@＠].+[.．]|\p{Nd}{3}\s*[)）\]】]|` +
    String.raw`(?:号|號|[:：#＃]|\b(?:no|id))\.?\s*\p{L}{0,4}[-_]?\p{Nd}`,
  'iu',
)

const mail = /[^\s@<>()[\],;:/|]+@[^\s@<>()[\],;:/|]+\.\p{L}{2,}/u
const run = /(?:\(\+?\d{1,5}\)\s*|\+|0\d{1,4}\/)?\d[\d\s\-().]{5,}\d/gu
const twoPhones = /(?<=\d{7})\s+(?=[+\d]\d{6})/
/** Words that say no more than that a number follows. */
const phoneWord = new RegExp(
  '(?:电话|電話|手机号?码?|手機號?碼?|联系方式|座机|座機|固话|固話|宅电|' +
    String.raw`(?<!\p{L})(?:tel(?:efon|ephone|éfono)?|phone|mobile|mob|cell|handy))` +
    String.raw`[\s.:：]*$|[☎📞📱]\ufe0f?\s*$`,
  'iu',
)
/** Words beside a phone by which somebody has an account elsewhere too. */
const account = '(?:微信同号|微信同號|同微信|微信[号號]?|wechat|vx)'
const accountBefore = new RegExp(String.raw`[\s/、]*${account}[\s.:]*$`, 'iu')
const accountAfter = new RegExp(String.raw`^[\s,/、]*(?:\(${account}\)|${account})`, 'iu')
/** Days, years, and numbers counted by the year: 2024-12-15 10, 15.12.2024, 30.11-15.12, 2023-2024, 2024-0001-22. */
const days = new RegExp(
  String.raw`^(?:19|20)\d{2}(?:[-./]|([ ]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d))|` +
    String.raw`^\d{1,2}([-. ])\d{1,2}\2(?:19|20)\d{2}(?!\d)|^\d{1,2}\.\d{1,2}\.?\s?-|^(?:(?:19|20)\d{2} ?)+$`,
)

const number = String.raw`(\p{L}{0,4}[-_]?\d{1,12})(?!\d)`
/** A card, called a number: 会员号 8008, card no. K12, code: 7. A zip or promo code is none. */
const labelledCode = new RegExp(
  String.raw`(?<!\p{L}|(?:zip|post(?:al)?|promo|gift|area|bank|credit|debit|银行|信用|手机)\s*)(?:` +
    String.raw`(?:会员卡?号|會員卡?號|会员编号|客户编号|卡号|卡號)\s*[:#.]?|` +
    String.raw`(?:编号|編號|会员卡?|會員卡?|card|member(?:ship)?|code)\s*[:#]|` +
    String.raw`(?:card|member(?:ship)?|code)\s*(?:no|number|nr|id)(?!\p{L})\s*[:#.]*)\s*${number}`,
  'iu',
)
/** A card in brackets, called one: (VIP008), (卡 8008). Flats, doors and models stand in brackets as well. */
const bracketedCode = /[([【]\s*(?:(?:会员|會員|卡|card|no(?!\p{L}))[\s.:#-]*(\d{3,12})|(vip[-_]?\d{3,12}))\s*[)\]】]/iu

/**
 * Reads a cell of a name in which a phone, an address of mail or a card stands too; null where it is a name and no
 * more: 张三2, Room 12, 王4412. A number is a phone where it can be dialled and is written as one: with a plus or a 0,
 * as a mobile, in brackets, behind a word for it; in China nothing else, since cards and days look like its phones.
 */
export function partsOfName(text: string, parse: PhoneParser, region: string): NameParts | null {
  if (text.length > 120 || !mayHaveParts.test(text)) return null
  let rest = text.normalize('NFKC')
  const email = mail.exec(rest)?.[0].toLowerCase() ?? null
  if (email !== null) rest = rest.replace(mail, ' ')
  const phones: string[] = []
  rest = rest.replace(run, (found, at: number) => {
    const before = rest.slice(0, at)
    if (/qq[\s.:号號]*$/iu.test(before) || /^:\d/.test(rest.slice(at + found.length))) return found
    const isMarked = phoneWord.test(before) || /[([【]\s*$/u.test(before)
    const isPlain = found.split(twoPhones).every((one) => isPhone(one, isMarked, region, parse))
    const read = isPlain ? phonesOr(found, parse) : []
    phones.push(...read)
    return read.length === 0 ? found : '\n'
  })
  const card = labelledCode.exec(rest) ?? bracketedCode.exec(rest)
  const code = card?.[1] ?? card?.[2] ?? null
  if (card) rest = rest.replace(card[0], ' ')
  if (phones.length === 0 && email === null && code === null) return null
  const name = rest
    .split('\n')
    .map((piece, at) => (at === 0 ? piece : piece.replace(accountAfter, '')))
    .map((piece) => piece.replace(accountBefore, '').replace(phoneWord, ''))
    .join(' ')
    .replace(/[([【<]\s*[)\]】>]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ?([,;/|、])(?: ?[,;/|、])+ ?/g, '$1')
    .replace(/^[\s,;:/|\-–—_·.、]+|[\s,;:/|\-–—_·、([【]+$/gu, '')
  return /\p{L}/u.test(name) ? { name, phones: [...new Set(phones)], email, code } : null
}

function isPhone(text: string, isMarked: boolean, region: string, parse: PhoneParser): boolean {
  const digits = text.replace(/\D/g, '')
  if (days.test(text)) return false
  if (/^\(?\+|^0/.test(text) || isMarked) return true
  if (region === 'CN') return /^(?:86)?1[3-9]\d{9}$/.test(digits) || /^[48]00\d{7}$/.test(digits)
  // Where phones are dialled with a 0, one without it is another number.
  const [plain] = phonesOr(text, parse)
  return (digits.length >= 9 || /[\s\-().]/.test(text)) && plain !== phonesOr(`0${text}`, parse)[0]
}

/** The phones of a run of figures, where each of them is one. */
function phonesOr(text: string, parse: PhoneParser): string[] {
  try {
    const { phone, others } = phonesIn(text, parse)
    return [phone, ...others]
  } catch {
    return []
  }
}
