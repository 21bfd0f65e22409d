import type { Book } from '../../book/book.ts'
import { titleMarks, untitled } from '../../identity/titles.ts'
import type { ImportOutcome } from '../outcome.ts'

interface Known {
  readonly id: number
  readonly name: string
  readonly nameKey: string
}

/**
 * Tells, when a file is read, of customers it made whose names are somebody else's but for a title: 李娜女士 beside 李娜.
 * They stay two: a title also tells a father from a son.
 */
export function titleWatcher({ store: { sqlite } }: Book) {
  const known = sqlite.prepare('SELECT coalesce(max(id), 0) FROM customer').pluck().get() as number
  return (outcome: ImportOutcome, linesOf: (customerId: number) => readonly number[]): void => {
    if (outcome.counts.created === 0) return
    const places = (values: readonly string[]) => values.map(() => '?').join(', ')
    const { first, last } = titleMarks
    // By the index of names alone: a look at every customer of the ledger.
    const titled = sqlite.prepare(
      `SELECT id, name, name_key AS nameKey FROM customer WHERE archived = 0 AND id IN (SELECT id FROM customer
        WHERE substr(name_key, 1, 2) IN (${places(first)}) OR substr(name_key, -1) IN (${places(last)}))`,
    )
    const bare = sqlite.prepare('SELECT id, name FROM customer WHERE name_key = ? AND archived = 0 ORDER BY id LIMIT 1')
    for (const { id, name, nameKey } of titled.iterate(...first, ...last) as IterableIterator<Known>) {
      const key = untitled(nameKey)?.key
      const other = key === undefined ? undefined : (bare.get(key) as Omit<Known, 'nameKey'> | undefined)
      if (other && Math.max(id, other.id) > known)
        outcome.warn(0, 'row.titled', { titled: { id, name }, bare: other }, null, null, [
          ...linesOf(id),
          ...linesOf(other.id),
        ])
    }
  }
}
