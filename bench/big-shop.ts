import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { keepBlocks } from '../src/ledger/book/blocks/keep.ts'
import type { Book } from '../src/ledger/book/book.ts'
import { recordChange } from '../src/ledger/book/change/record.ts'
import { addDays, type Day } from '../src/ledger/day.ts'
import { openBook } from '../src/ledger/open.ts'

export interface ShopSize {
  readonly customers: number
  readonly purchases: number
}

/** The day the benches are run on: the shop's newest purchases are of this day. */
export const benchDay: Day = '2026-11-21'

/** Opens a ledger as the program does. */
export async function openBench(
  path: string,
  intent: 'read' | 'write' | 'create' = 'write',
  today: Day = benchDay,
): Promise<Book> {
  return openBook({
    path,
    intent,
    migrations: fileURLToPath(new URL('../migrations/sqlite', import.meta.url)),
    temporary: tmpdir(),
    founding: () => ({ name: 'Bench', currency: 'CNY', region: 'CN', timezone: 'Asia/Shanghai', lang: 'en' }),
    today: () => today,
    now: () => new Date(`${today}T02:00:00Z`),
    dayIn: () => today,
    by: 'bench',
    dryRun: false,
  })
}

/**
 * Makes a ledger of so many customers and purchases, always the same: three years of shopping, a few who come often and
 * many who come seldom, one purchase in a hundred refunded, some of it unpaid. In the order of days, as tills write: a
 * customer's rows lie apart.
 */
export async function makeBigShop(path: string, { customers, purchases }: ShopSize): Promise<void> {
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
  const book = await openBench(path, 'create')
  const { sqlite } = book.store
  const random = lcg(20261121)
  const first = addDays(benchDay, -1095)
  const days = Array.from({ length: 1096 }, (_, at) => addDays(first, at))
  try {
    await recordChange(book, 'import customers', async (_db, change) => {
      const person = sqlite.prepare(
        `INSERT INTO customer (name, name_key, pinyin, initials, phone, joined_on, entered_on, birthday, change_id)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      for (let at = 0; at < customers; at++) {
        const name = `Customer ${at}`
        const joined = days[Math.floor(random() * 700)] ?? first
        const birthday = at % 3 === 0 ? `${1950 + (at % 50)}-${two(1 + (at % 12))}-${two(1 + (at % 28))}` : null
        person.run(
          name,
          name.toLowerCase(),
          `customer${at}`,
          `c${at}`,
          `+86139${String(10_000_000 + at)}`,
          joined,
          joined,
          birthday,
          change.id,
        )
      }
    })
    await recordChange(book, 'import purchases', async (db, change) => {
      const bought = sqlite.prepare(
        `INSERT INTO entry (kind, customer_id, "on", amount, owed, item, paid, by, change_id)
          VALUES ('purchase', ?, ?, ?, ?, ?, ?, 'bench', ?)`,
      )
      const back = sqlite.prepare(
        `INSERT INTO entry (kind, customer_id, "on", amount, refund_of, by, change_id)
          VALUES ('refund', ?, ?, ?, ?, 'bench', ?)`,
      )
      const perDay = purchases / days.length
      for (let day = 0, made = 0; day < days.length; day++) {
        const on = days[day] ?? first
        for (; made < (day + 1) * perDay && made < purchases; made++) {
          // The cube of a uniform number: the first tenth of the customers make nearly half of the purchases.
          const id = 1 + Math.floor(random() ** 3 * customers)
          const amount = 500 + Math.floor(random() ** 2 * 50_000)
          const unpaid = made % 200 === 0 && day > 1000
          const { lastInsertRowid } = bought.run(
            id,
            on,
            amount,
            unpaid ? amount : 0,
            `Tea ${made % 50}`,
            unpaid ? 0 : amount,
            change.id,
          )
          if (made % 2000 === 1)
            back.run(id, on, Math.floor(amount / (made % 4000 === 1 ? 1 : 2)), lastInsertRowid, change.id)
        }
      }
      // As an import does.
      await keepBlocks(db, change.id)
    })
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    book.store.close()
  }
}

const two = (number: number) => String(number).padStart(2, '0')

/** A small generator of its own: the same shop on every machine. */
function lcg(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
