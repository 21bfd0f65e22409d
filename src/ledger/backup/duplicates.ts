import type { Book } from '../book/book.ts'
import { mayBeOneTitle, untitled } from '../identity/titles.ts'

type Alike = { readonly id: number; readonly name: string }

/** Customers that may be one: worth a look, and often right as they are. */
export interface Duplicates {
  readonly what: 'same-person' | 'same-phone' | 'same-name' | 'same-but-title' | 'sounds-alike'
  /** The phone, the name, or how the names sound. */
  readonly shared: string
  readonly customers: readonly Alike[]
}

interface Known extends Alike {
  readonly phone: string | null
  readonly birthday: string | null
  readonly nameKey: string
  readonly pinyin: string
}

/**
 * Customers that may be one: the same name and birthday, the same phone, the same name, the same but for how one speaks
 * to them (李娜女士), or names that sound the same; the last two where phone and birthday do not both tell them apart. A
 * family may share one phone, and two people one name.
 */
export async function duplicates({ db }: Pick<Book, 'db'>): Promise<Duplicates[]> {
  const rows: Known[] = await db
    .selectFrom('customer')
    .select(['id', 'name', 'phone', 'birthday', 'name_key as nameKey', 'pinyin'])
    .where('archived', '=', 0)
    .where('forgotten_on', 'is', null)
    .orderBy('id')
    .execute()
  const persons = several(rows, ({ nameKey, birthday }) => (birthday === null ? null : `${nameKey} ${birthday}`))
  const certain = new Set(persons.map(idsOf))
  const named = several(rows, ({ nameKey }) => nameKey).filter((group) => !certain.has(idsOf(group)))
  const found = (what: Duplicates['what'], groups: readonly Known[][], sharedOf: (group: Known[]) => string) =>
    groups
      .map((group) => ({ what, shared: sharedOf(group), customers: group.map(({ id, name }) => ({ id, name })) }))
      .sort((one, other) => order(one.shared, other.shared))
  const name = (group: Known[]) => group.map((one) => one.name).sort(order)[0] ?? ''
  return [
    ...found('same-person', persons, name),
    ...found(
      'same-phone',
      several(rows, ({ phone }) => phone),
      (group) => group[0]?.phone ?? '',
    ),
    ...found('same-name', named, name),
    ...found('same-but-title', titled(rows), name),
    ...found('sounds-alike', neighbours(rows), (group) => group[0]?.pinyin ?? ''),
  ]
}

const idsOf = (group: readonly Known[]) => group.map(({ id }) => id).join(' ')

/** By code points, as SQL orders texts. */
const order = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other))

function several(rows: readonly Known[], keyOf: (row: Known) => string | null): Known[][] {
  const groups = Map.groupBy(rows, keyOf)
  groups.delete(null)
  return [...groups.values()].filter((group) => group.length > 1)
}

/** Names written otherwise that sound the same, to an ear that does not tell zh from z, nor -ng from -n. */
function neighbours(rows: readonly Known[]): Known[][] {
  return several(rows, ({ name, pinyin }) =>
    pinyin === '' ? null : /\p{Script=Han}/u.test(name) ? heard(pinyin) : pinyin,
  )
    .map((group) => group.filter((one) => group.some((other) => mayBeOne(one, other))))
    .filter((group) => group.length > 1)
}

/** Names of which one is another with a title. Herr and Frau of one name are two. */
function titled(rows: readonly Known[]): Known[][] {
  const found = rows.map((row) => ({ row, bare: untitled(row.nameKey) }))
  const keys = new Set(found.flatMap(({ bare }) => bare?.key ?? []))
  const groups = Map.groupBy(
    found.filter(({ row, bare }) => bare !== null || keys.has(row.nameKey)),
    ({ row, bare }) => bare?.key ?? row.nameKey,
  )
  return [...groups.values()]
    .map((group) =>
      group
        .filter(({ row, bare }) =>
          group.some(
            (other) =>
              mayBeOne(row, other.row) && mayBeOneTitle(bare?.whose ?? 'anybody', other.bare?.whose ?? 'anybody'),
          ),
        )
        .map(({ row }) => row),
    )
    .filter((group) => group.length > 1)
}

const heard = (pinyin: string) => pinyin.replace(/([zcs])h/g, '$1').replace(/([aei])ng/g, '$1n')

function mayBeOne(one: Known, other: Known): boolean {
  const apart = (key: 'phone' | 'birthday') => one[key] !== null && other[key] !== null && one[key] !== other[key]
  return one.nameKey !== other.nameKey && !(apart('phone') && apart('birthday'))
}
