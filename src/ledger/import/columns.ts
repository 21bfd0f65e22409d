import { contactColumns } from '../customer/column-groups.ts'
import { fold, plainLetters } from '../identity/spelling.ts'
import { headingWords } from './heading-words.ts'
import { headingsAbroad } from './headings-abroad.ts'

/** What a roster is of. */
export type ImportKind = keyof typeof headingWords

export type CustomerColumn = keyof (typeof headingWords)['customers'] | 'more' | 'payer'
/** What only a format can say of a purchase. */
export type WorkedColumn =
  | 'address'
  | 'called'
  | 'payer'
  | 'payer_name'
  | 'pay_ref'
  | 'refunded_on'
  | 'refund_ref'
  | 'owed_amount'
  | 'list'
  | 'time'
  | 'more'
export type PurchaseColumn = keyof (typeof headingWords)['purchases'] | WorkedColumn
export type ContactColumn = keyof (typeof headingWords)['contacts']
export type SurveyColumn = keyof (typeof headingWords)['surveys']
export type Column = CustomerColumn | PurchaseColumn | ContactColumn | SurveyColumn

/** Every column of a kind of roster, in the order the help names them. */
export function columnsOf(kind: ImportKind): readonly Column[] {
  return Object.keys(headingWords[kind]) as Column[]
}

// The traditional characters of these headers, each with its simplified one.
const traditional =
  '稱称單单電电話话號号碼码郵邮機机會会員员編编類类別别戶户聯联繫系繋系係系絡络備备註注標标籤签簽签處处來来開开時时' +
  '間间帳账賬账餘余額额儲储應应賒赊數数費费總总購购買买產产項项銷销價价實实發发訂订據据結结歷历級级優优還还約约狀状' +
  '態态顧顾業业務务導导專专屬属積积點点進进貨货層层預预經经紹绍薦荐計计詳详暱昵賣卖辦办潛潜負负責责櫃柜貴贵體体終终' +
  '後后動动傳传廠厂運运遞递創创檔档減减貼贴對对轉转際际掛挂賺赚營营壽寿週周衛卫蹤踪語语證证銀银參参適适嗎吗區区國国' +
  '縣县鎮镇鄉乡樓楼歲岁現现職职勞劳貝贝訊讯網网連连資资訪访詢询隻只個个條条內内繳缴紀纪錄录於于關关贈赠禮礼溝沟記记' +
  '緣缘'
const plainOf = new Map((traditional.match(/../gu) ?? []).map((pair) => [[...pair][0], [...pair][1]] as const))

/** Of what is longer, no more is looked at to know a heading again. */
const longestHeading = 500

/**
 * A header folded for recognition: case, blanks, punctuation and brackets with a unit in them (`金额(元)`) make no
 * difference.
 */
export function plainHeader(header: string): string {
  const bare = fold(header.slice(0, longestHeading))
    .replace(/[([【（].*?[)\]】）]/g, '')
    .replace(/[\s_\-.,、:：*#?？"'’/°\p{Cf}]+/gu, '')
  const plain = [...bare].map((character) => plainOf.get(character) ?? character).join('')
  return /[\u00c0-\u024f]/.test(plain) ? plainLetters(plain).replaceAll('ł', 'l').replaceAll('ß', 'ss') : plain
}

const recognised = new Map<ImportKind, ReadonlyMap<string, Column>>()

function spellings(kind: ImportKind): ReadonlyMap<string, Column> {
  const known = recognised.get(kind)
  if (known) return known
  const found = new Map<string, Column>()
  for (const words of [headingWords[kind], headingsAbroad[kind]])
    for (const [column, list] of Object.entries(words) as [Column, string][])
      for (const word of list.split(' ')) {
        const plain = plainHeader(word)
        if (!found.has(plain)) found.set(plain, column)
      }
  recognised.set(kind, found)
  return found
}

/**
 * Makes the question whether a cell may be a heading of one of these columns, by its first character and its last:
 * cheap enough for every row.
 */
export function mayName(kind: ImportKind, columns: ReadonlySet<Column>): (cell: string) => boolean {
  const simple = (character = '') => plainOf.get(character) ?? character.toLowerCase()
  const ends = (text: string) => simple(text[0]) + simple(text.at(-1))
  const known = new Set([...spellings(kind)].flatMap(([word, column]) => (columns.has(column) ? [ends(word)] : [])))
  return (cell) => known.has(ends(cell))
}

/** A currency or a unit behind a heading: Betrag CHF, Total in EUR, Montant €, 金额万元, amount_cents. */
const unit = new RegExp(
  '(?<=.)(?:in)?(?:cny|rmb|euro?|usd|gbp|chf|jpy|inr|hkd|twd|sgd|aud|cad|nzd|pln|czk|sek|nok|dkk|brl|mxn|rub|krw|' +
    '[€£¥₹₽₩$]|[万千]元|teur|cents|pence|thousands?)$',
)

/** How questions begin: 1、, Q2., 您的, Your. */
const asked = /^(?:q?\d{1,2}\s*[、.．:：)]\s*)?(?:(?:what is )?your\s+|(?:请(?:输入|填写|问)?)?(?:您|你)?的?)/i

/** The column a header names, or null; a question of a form names what it asks for. */
export function columnNamed(kind: ImportKind, header: string): Column | null {
  const known = spellings(kind)
  const plain = plainHeader(header)
  const found = known.get(plain) ?? known.get(plain.replace(unit, ''))
  if (found !== undefined) return found
  const parts = halves(header)
  if (parts.some((part) => /^(?:id|no\.?|nr\.?|code|key)$/i.test(part.trim())) && parts.some(namesCustomer))
    return 'code'
  for (const part of parts) {
    const half = known.get(plainHeader(part))
    if (half !== undefined) return half
  }
  if (kind === 'surveys') {
    const question = known.get(plainHeader(header.trim().replace(/^q?\d{1,2}\s*[、.．:：)]\s*/i, '')))
    if (question !== undefined) return question
  }
  const bare = header.trim().replace(asked, '')
  const column = bare === '' || bare === header ? undefined : known.get(plainHeader(bare))
  return column !== undefined && personal.has(column) ? column : null
}

const latinFirst = /^([\x20-\x7e]*[a-z][\x20-\x7e]*?)[\s/|-]*([\p{Script=Han}][^a-z]*)$/iu
const chineseFirst = /^([\p{Script=Han}][^a-z]*?)[\s/|-]*([\x20-\x7e]*[a-z][\x20-\x7e]*)$/iu

/** 客户 Customer: a heading in two languages, each by itself. */
function halves(header: string): readonly string[] {
  const found = latinFirst.exec(header) ?? chineseFirst.exec(header)
  return found ? found.slice(1).filter((part) => part !== undefined) : []
}

/** 顧客ID, 客户No: the number of whoever the other half names. */
function namesCustomer(part: string): boolean {
  const column = spellings('purchases').get(plainHeader(part))
  return column === 'customer' || column === 'name'
}

/** What forms ask people about themselves. */
const personal = new Set<Column>(['name', ...contactColumns])

/** The owner's own key that a header names, as an export writes it: `fact:hobby`. Null for any other. */
export function factNamed(header: string): string | null {
  return /^fact:\s*(\S[\s\S]*)$/.exec(header.normalize('NFKC'))?.[1]?.trim() ?? null
}

/** Whether a first row is a header: at least one of its cells names a column. */
export function namesColumns(kind: ImportKind, cells: readonly string[]): boolean {
  return cells.some((cell) => columnNamed(kind, cell) !== null)
}

/** Two headers are the same column of the file whatever their case and blanks. */
export function sameHeader(one: string, other: string): boolean {
  return plainHeader(one) === plainHeader(other)
}
