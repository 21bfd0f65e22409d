import { plainHeader } from './columns.ts'
import type { BoundName } from './format/layout.ts'
import { noLayout } from './format/layout.ts'
import type { Derived, Headed, Ordinary } from './headed.ts'
import { isRepaid, isStillOwed } from './heading-accounts.ts'
import { isMobile } from './heading-ranks.ts'

/** What the headings of a roster mean: names in two columns, a firm without a person, more than one phone. */
export function bindCustomers(headed: Headed): Ordinary {
  const { headers, columns, places } = headed
  const derived: Derived[] = []
  const weighed = new Set<number>()
  bindCards(headed)
  bindOwed(headed, derived, weighed)
  bindNick(headed, derived)
  const name = nameOf({ headers, columns })
  if (name !== null) {
    const firm = one(columns.get('company'))
    const bound = { ...name, firm: columns.has('kind') ? [] : firm }
    const all = [...name.whole, ...name.first, ...name.last]
    derived.push({
      column: 'name',
      heading: headers[all[0] ?? 0] ?? '',
      value: { is: 'name', name: { ...name, firm }, company: [] },
    })
    if (bound.firm.length > 0) {
      derived.push({ column: 'kind', heading: '', value: { is: 'firm', name: bound, company: [] } })
      derived.push({
        column: 'company',
        heading: headers[firm[0] ?? 0] ?? '',
        value: { is: 'company', name: bound, company: firm },
      })
      columns.delete('company')
    }
    for (const at of [...all, ...firm]) weighed.add(at)
    for (const column of ['name', 'first_name', 'last_name'] as const) columns.delete(column)
  }
  const groups: { places: number[]; headings: string[] }[] = []
  for (const column of ['phone', 'email'] as const) {
    const all = places.get(column) ?? []
    if (all.length < 2) continue
    const ordered =
      column === 'phone'
        ? [...all].sort((one, other) => Number(isMobile(headers[other] ?? '')) - Number(isMobile(headers[one] ?? '')))
        : [...all]
    columns.delete(column)
    derived.push({
      column,
      heading: headers[ordered[0] as number] ?? '',
      value: { is: 'text', of: ordered.map((at) => ({ places: [at] })) },
    })
    groups.push({ places: ordered, headings: ordered.map((at) => headers[at] ?? '') })
    for (const at of ordered) weighed.add(at)
  }
  if (groups.length > 0) derived.push({ column: 'more', heading: '', value: { is: 'rest', groups } })
  return { columns, layout: { ...noLayout, derived }, weighed }
}

/** Whether no number stands in a column of cards: it says which card somebody has, 金卡, or paid by, Visa. */
export function areCardsInWords({ headers, columns, mapped, sample }: Headed): boolean {
  const at = columns.get('code')
  if (at === undefined || mapped.has('code') || !/^(?:会员卡|card|membercard)$/.test(plainHeader(headers[at] ?? '')))
    return false
  return !sample.some((cells) => /\d/.test(cells[at] ?? ''))
}

function bindCards(headed: Headed): void {
  const { columns } = headed
  const at = columns.get('code')
  if (at === undefined || !areCardsInWords(headed)) return
  columns.delete('code')
  if (!columns.has('tier')) columns.set('tier', at)
}

/** A nick is the name where a list has no other: members of a group, whom nobody asked. */
function bindNick({ headers, columns, mapped }: Headed, derived: Derived[]): void {
  const nick = columns.get('called')
  if (nick === undefined || mapped.has('called') || columns.has('first_name') || columns.has('last_name')) return
  const name = columns.get('name')
  if (name === undefined) {
    columns.delete('called')
    columns.set('name', nick)
  } else if (/^群/.test(headers[name] ?? '')) {
    // Few members of a group give themselves a name there.
    const of = [name, nick].map((at) => ({ places: [at] }))
    derived.push({ column: 'name', heading: headers[name] ?? '', value: { is: 'text', of } })
  }
}

/** What is still owed, where the list says beside it what was owed at first and what was paid back since. */
function bindOwed({ headers, columns, mapped }: Headed, derived: Derived[], weighed: Set<number>): void {
  const owed = columns.get('owes')
  const back = headers.findIndex(isRepaid)
  if (owed === undefined || mapped.has('owes') || back < 0) return
  const left = headers.findIndex(isStillOwed)
  weighed.add(owed).add(back)
  if (left >= 0) {
    columns.set('owes', left)
    return
  }
  const value = { is: 'sum', plus: [owed], minus: [back], positive: false } as const
  derived.push({ column: 'owes', heading: headers[owed] ?? '', value })
  columns.delete('owes')
}

const one = (at: number | undefined) => (at === undefined ? [] : [at])

/** Languages in which the plain word for a name is the family's where another column has the given one. */
const given = new Set(['vorname', 'prenom', 'voornaam', 'imie'])
/** And those in which it is the given one beside a column of the family's. */
const family = new Set([
  'apellidos',
  'apellido',
  'cognome',
  'sobrenome',
  'apelido',
  'surname',
  'achternaam',
  'nachname',
])

/** A name that stands in more than one column; null where one column has it. */
export function nameOf({ headers, columns }: Pick<Headed, 'headers' | 'columns'>): BoundName | null {
  const first = columns.get('first_name')
  const last = columns.get('last_name')
  if (first === undefined && last === undefined) return null
  const whole = columns.get('name')
  const spelled = (at: number | undefined) => plainHeader(headers[at ?? -1] ?? '')
  const nothing = { middle: [], firm: [], else: [] }
  if (whole !== undefined && last === undefined && given.has(spelled(first)))
    return { ...nothing, whole: [], first: one(first), last: one(whole) }
  if (whole !== undefined && first === undefined && family.has(spelled(last)))
    return { ...nothing, whole: [], first: one(whole), last: one(last) }
  return { ...nothing, whole: one(whole), first: one(first), last: one(last) }
}
