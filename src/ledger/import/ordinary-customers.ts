import { plainHeader } from './columns.ts'
import type { BoundName } from './format/layout.ts'
import { noLayout } from './format/layout.ts'
import type { Derived, Headed, Ordinary } from './headed.ts'
import { isMobile } from './heading-ranks.ts'

/** What the headings of a roster mean: names in two columns, a firm without a person, more than one phone. */
export function bindCustomers({ headers, columns, places }: Headed): Ordinary {
  const derived: Derived[] = []
  const weighed = new Set<number>()
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
