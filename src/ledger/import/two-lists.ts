import { type Column, columnNamed, type ImportKind, plainHeader } from './columns.ts'

/** Whom or what a row is about: without it a heading that comes twice is no second list. */
const about: readonly Column[] = ['name', 'customer', 'on', 'amount']

/** Two lists that stand side by side in one sheet, as `--map` takes the one or the other. */
export interface TwoLists {
  readonly left: readonly string[]
  readonly right: readonly string[]
}

/** 姓名,电话,,姓名,电话: the same headings again beside the first ones, in a block of their own; null where there are none. */
export function twoLists(kind: ImportKind, headers: readonly string[]): TwoLists | null {
  const plain = headers.map(plainHeader)
  const twice = headers
    .map((header, at) => ({ column: columnNamed(kind, header), at, again: plain.indexOf(plain[at] ?? '', at + 1) }))
    .filter(({ column, again }) => column !== null && again >= 0)
  const [first] = twice
  if (first === undefined || twice.length < 2 || !twice.some(({ column }) => about.includes(column as Column)))
    return null
  const whole = twice.every(({ at, again }) => at < first.again && again - at === first.again - first.at)
  return whole
    ? {
        left: twice.map(({ column, at }) => `${column}=${at + 1}`),
        right: twice.map(({ column, again }) => `${column}=${again + 1}`),
      }
    : null
}
