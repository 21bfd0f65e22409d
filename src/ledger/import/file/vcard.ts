import { contactColumns } from '../../customer/column-groups.ts'
import type { Row } from './csv.ts'
import { textOf as fileText, type Source } from './encoding.ts'
import { type Card, cardsOf, type Property, partsOf, textOf, typesOf } from './vcard-lines.ts'

/**
 * A card's birthday as a roster writes it, whatever its spelling: 1988-05-06, 19880506, --0506, with a time, or free
 * text. A day that lacks its month or day is no birthday to remember: it goes to the notes.
 */
export function birthdayOn(property: Property | undefined): { day: string; note: string } {
  if (!property) return { day: '', note: '' }
  const text = textOf(property)
  const whole = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?$/.exec(text)
  if (whole) {
    const [, year = '', month, day] = whole
    // An iPhone writes 1604 for a year it does not know, and says so; others write 0000.
    const unknown = year === '0000' || year === '1604' || year === property.params.get('X-APPLE-OMIT-YEAR')?.[0]
    return { day: unknown ? `${month}-${day}` : `${year}-${month}-${day}`, note: '' }
  }
  const yearless = /^--(\d\d)-?(\d\d)(?:T.*)?$/.exec(text)
  if (yearless) return { day: `${yearless[1]}-${yearless[2]}`, note: '' }
  return /^(\d{4}(-\d\d)?|--\d\d|---\d\d)$/.test(text) ? { day: '', note: `BDAY ${text}` } : { day: text, note: '' }
}

/** A number of a card, and what the card calls it: cell, work, fax, pref. */
export interface CardPhone {
  readonly text: string
  readonly types: readonly string[]
}

/**
 * The numbers of a card, each once, the one to call first: a mobile, else the one it prefers, else the first; what is
 * no telephone comes last.
 */
export function phonesOn(phones: readonly CardPhone[]): string[] {
  const met = new Set<string>()
  return phones
    .map(({ text, types }) => ({ text: dialled(text), types }))
    .filter(({ text }) => text !== '')
    .toSorted((one, other) => rank(one) - rank(other))
    .filter(({ text }) => {
      const digits = text.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '')
      return !met.has(digits) && met.add(digits)
    })
    .map(({ text }) => text)
}

function rank({ text, types }: CardPhone): number {
  const is = (...words: string[]) => words.some((word) => types.includes(word))
  const digits = text.replace(/\D/g, '')
  if (digits.length < 7) return 4
  if (is('fax', 'pager', 'home fax', 'work fax')) return 3
  return is('cell', 'mobile', 'iphone', '手机') || /^(?:00)?(?:86)?1[3-9]\d{9}$/.test(digits) ? 0 : 1
}

/** What is dialled after a pause is no part of the number, nor are the bounds of a blank. */
function dialled(text: string): string {
  return text
    .replace(/^tel:/i, '')
    .replace(/;ext=/i, ' x')
    .replace(/(?<=\d)\s*[,;pw].*$/is, '')
    .replace(/[/|、，；\n]+/g, ' ')
    .trim()
}

/**
 * The columns a card fills, by the names a roster's header would have; what else cards say follows under its own name.
 */
const columns = ['name', 'called', 'kind', ...contactColumns, 'tags', 'notes'] as const

/** Properties that fill those columns, or say nothing about the customer. */
const known = new Set(
  (
    'N FN NICKNAME KIND TEL EMAIL ORG ADR LABEL BDAY CATEGORIES NOTE X-WECHAT X-WEIXIN X-WX X-WECHAT-ID UID REV ' +
    'PRODID CLASS MAILER SOURCE NAME PROFILE AGENT SORT-STRING CLIENTPIDMAP XML X-ABLABEL X-ABADR X-ABUID ' +
    'X-ABSHOWAS X-PHONETIC-FIRST-NAME X-PHONETIC-LAST-NAME X-PHONETIC-MIDDLE-NAME X-PHONETIC-ORG ' +
    'X-ADDRESSBOOKSERVER-KIND X-ADDRESSBOOKSERVER-MEMBER X-ANDROID-CUSTOM CREATED X-IMAGETYPE X-IMAGEHASH ' +
    'X-SHARED-PHOTO-DISPLAY-PREF'
  ).split(' '),
)

/**
 * Reads a vCard file through once, for what its cards say: the header of its roster, which no line of the file is.
 * Throws roster.broken-card.
 */
export async function cardFile(
  source: Source,
): Promise<{ readonly headers: readonly string[]; readonly cards: number }> {
  const further = new Set<string>()
  let cards = 0
  for await (const card of cardsOf(fileText(source), source.file)) {
    cards++
    for (const property of card.properties) if (isFurther(property, card)) further.add(property.name)
  }
  return { headers: [...columns, ...[...further].sort().map((name) => name.toLowerCase())], cards }
}

/**
 * The rows of a vCard file under the headers `cardFile` found. Throws roster.broken-card, roster.undecodable,
 * roster.changed.
 */
export async function* cardRows(source: Source, headers: readonly string[]): AsyncGenerator<Row[]> {
  const extra = headers.slice(columns.length).map((header) => header.toUpperCase())
  let rows: Row[] = []
  for await (const card of cardsOf(fileText(source), source.file)) {
    rows.push(rowOf(card, extra))
    if (rows.length < 500) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

function isFurther(property: Property, card: Card): boolean {
  return !known.has(property.name) && property.raw.trim() !== '' && wechatIn(property, card) === null
}

function rowOf(card: Card, extra: readonly string[]): Row {
  const all = (name: string) => preferredFirst(card.properties.filter((property) => property.name === name))
  const texts = (name: string) => unique(all(name).map((property) => textOf(property)))
  const [email = '', ...emails] = texts('EMAIL').map((text) => text.replace(/^mailto:/i, ''))
  const [address = '', ...addresses] = unique(all('ADR').map(addressOn))
  const birthday = birthdayOn(all('BDAY')[0])
  const company = (texts('ORG')[0] ?? '') && unique(partsOf(all('ORG')[0] as Property)).join(' ')
  const [called = ''] = [...texts('NICKNAME'), ...androidNickname(all('X-ANDROID-CUSTOM'))]
  const name = nameOn(all('FN')[0], all('N')[0]) || company || called
  const cells: Record<(typeof columns)[number], string> = {
    name,
    called: called === name ? '' : called,
    kind: kindOn(card),
    phone: phonesOn(
      all('TEL').map((property) => ({
        text: textOf(property),
        types: [...typesOf(property), labelOf(property, card)],
      })),
    ).join('; '),
    email,
    wechat: card.properties.map((property) => wechatIn(property, card)).find((id) => id !== null) ?? '',
    // A card of a firm names it twice.
    company: company === name ? '' : company,
    address,
    birthday: birthday.day,
    tags: unique(all('CATEGORIES').flatMap((property) => partsOf(property, ',')))
      .filter((tag) => tag !== 'myContacts')
      .join(', '),
    notes: [...texts('NOTE'), ...emails, ...addresses, birthday.note].filter((note) => note !== '').join('\n'),
  }
  const said = (name: string) =>
    all(name)
      .filter((property) => isFurther(property, card))
      .map((property) => partsOf(property).filter(Boolean).join(' '))
  return {
    line: card.line,
    cells: [...columns.map((column) => cells[column]), ...extra.map((name) => unique(said(name)).join('\n'))],
  }
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '')
}

function preferredFirst(properties: readonly Property[]): Property[] {
  const rank = (property: Property) =>
    typesOf(property).includes('pref') ? 0 : Number(property.params.get('PREF')?.[0] ?? 101)
  return properties.toSorted((one, other) => rank(one) - rank(other))
}

/** FN, else N: family name first and without blanks where they are written so. */
function nameOn(full: Property | undefined, parts: Property | undefined): string {
  const name = full ? textOf(full).replace(/\s+/g, ' ') : ''
  if (name !== '' || !parts) return name
  const [family = '', given = '', middle = '', prefix = '', suffix = ''] = partsOf(parts)
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(family + given)) return `${family}${middle}${given}`
  return unique([prefix, given, middle, family, suffix]).join(' ')
}

/** Only what is not a person is said: an import leaves the kind of everybody else as it is. */
function kindOn({ properties }: Card): string {
  const of = (name: string) =>
    properties
      .find((property) => property.name === name)
      ?.raw.trim()
      .toLowerCase() ?? ''
  if (of('KIND') === 'org' || of('X-ABSHOWAS') === 'company') return 'firm'
  const kind = of('KIND') || of('X-ADDRESSBOOKSERVER-KIND')
  return kind === 'individual' ? '' : kind
}

/** Post box, flat, street, town, region, code and country, as letters are written here and there. */
function addressOn(property: Property): string {
  const label = property.params.get('LABEL')?.join(', ')
  if (label) return label.replace(/\\n|\^n/gi, ' ')
  const [box = '', flat = '', street = '', town = '', region = '', code = '', country = ''] = partsOf(property).map(
    (part) =>
      part
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join(' '),
  )
  if (/\p{Script=Han}/u.test(`${street}${town}${region}`))
    return unique([[country, region, town, street, flat, box].join(''), code]).join(' ')
  return [...[box, flat, street].filter(Boolean), [code, town].filter(Boolean).join(' '), region, country]
    .filter(Boolean)
    .join(', ')
}

const wechat = /we-?chat|weixin|微信/i

/** The WeChat id a property gives, in one of the ways phones write it; null for none. */
function wechatIn(property: Property, card: Card): string | null {
  const { name, params } = property
  if (/^X-(WECHAT|WEIXIN|WX|WECHAT-ID)$/.test(name)) return textOf(property)
  if (!/^(IMPP|X-IM|X-SOCIALPROFILE|X-CUSTOM-IM|SOCIALPROFILE)$/.test(name)) return null
  const service = [
    ...(params.get('X-SERVICE-TYPE') ?? []),
    ...(params.get('SERVICE-TYPE') ?? []),
    ...typesOf(property),
    labelOf(property, card),
    property.raw.split(':')[0] ?? '',
  ]
  return service.some((word) => wechat.test(word)) ? textOf(property).replace(/^[\w-]+:(\/\/)?/, '') : null
}

/** What an iPhone calls a property of its own naming. */
function labelOf({ group }: Property, { properties }: Card): string {
  const label =
    group === '' ? undefined : properties.find((property) => property.name === 'X-ABLABEL' && property.group === group)
  return label
    ? textOf(label)
        .replace(/^_\$!<|>!\$_$/g, '')
        .toLowerCase()
    : ''
}

function androidNickname(properties: readonly Property[]): string[] {
  return properties
    .map((property) => partsOf(property))
    .flatMap(([kind, value = '']) => (kind === 'vnd.android.cursor.item/nickname' && value !== '' ? [value] : []))
}
