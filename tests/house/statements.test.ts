import { expect, test } from 'vitest'
import type { World } from '../../src/world.ts'
import { openShop, type Shop } from '../shop.ts'

/**
 * What commands may ask of the ledger, one after another on one small shop: how many statements at most, and how many
 * of these wait for the answer to another (what is asked at once waits once). Beside a server each wait takes the way
 * there and back. Lower both where you can.
 */
const most: Readonly<Record<string, readonly [statements: number, waits: number]>> = {
  'buy "Li Na" 80': [23, 10],
  'buy walk-in 12': [14, 7],
  'add "Chen Jie" --phone 13900001111 --tag vip': [31, 11],
  'pay "Wang Wei" 20': [22, 11],
  'refund 1 10': [23, 13],
  'void 3': [21, 13],
  'fix 2 90': [30, 17],
  'done "Li Na"': [51, 15],
  'done "Li Na" "Wang Wei"': [54, 16],
  'snooze "Li Na" 7d': [29, 10],
  'lost "Li Na" --why price': [17, 9],
  due: [33, 4],
  'find wang': [25, 7],
  'show "Li Na"': [47, 5],
  list: [13, 6],
  contacts: [4, 3],
  purchases: [7, 4],
  balances: [6, 3],
  'statement "Wang Wei"': [8, 3],
  'edit "Li Na" --phone 13700001111': [52, 12],
  'tag "Li Na" +gold': [51, 11],
  'note "Li Na" hello': [51, 11],
  'why "Li Na"': [61, 9],
  classify: [22, 12],
  'pin "Li Na" A': [19, 11],
  'unpin "Li Na"': [25, 14],
  'policy set tier.margin 40%': [12, 9],
  'report summary': [56, 15],
  'report rfm': [6, 5],
  'report quadrants': [8, 4],
  'report losses': [12, 3],
  'report cohorts': [8, 3],
  'report rates': [6, 3],
  'report stages': [8, 5],
  'report followups': [20, 5],
  'report pareto': [7, 3],
  birthdays: [3, 2],
  'occasion list': [3, 2],
  'event list': [4, 3],
  'message greeting --to "Li Na"': [28, 5],
  'message greeting --tier A,B,C,D --log': [42, 14],
  'report campaigns': [6, 4],
  referrals: [5, 3],
  'group save gold --tag gold': [12, 9],
  'group list': [4, 3],
  'export customers': [13, 12],
  'export purchases': [10, 7],
  'export all': [91, 38],
  log: [6, 3],
  doctor: [8, 2],
  'undo --yes': [33, 19],
}

async function smallShop(): Promise<Shop> {
  const shop = await openShop()
  for (const line of [
    'add "Li Na" --phone 13800000001',
    'add "Wang Wei" --phone 13800000002',
    'add "Zhang Min"',
    'buy "Li Na" 100 --on 2026-09-01',
    'buy "Li Na" 50 --on 2026-10-01',
    'buy "Li Na" 60 --on 2026-11-01 ',
    'buy "Wang Wei" 70 --unpaid --on 2026-10-01',
    'buy "Zhang Min" 30 --on 2026-11-15',
  ])
    await shop.json(line)
  return shop
}

/** Counts what is asked: a question waits for every one that had been answered when it was asked. */
function listen() {
  const turns = new Map<object, number>()
  const heard = { statements: 0, waits: 0 }
  const hearer: NonNullable<World['hearer']> = {
    asked: (question) => turns.set(question, heard.waits + 1),
    answered(question) {
      heard.statements++
      heard.waits = Math.max(heard.waits, turns.get(question) ?? 0)
    },
  }
  return { hearer, heard }
}

test('what a command asks of the ledger is counted', async () => {
  const shop = await smallShop()
  const found: Record<string, readonly [number, number]> = {}
  for (const line of Object.keys(most)) {
    const { hearer, heard } = listen()
    const ran = await shop.regulars(line, { hearer })
    expect(ran.err, line).not.toContain('regulars: ')
    found[line] = [heard.statements, heard.waits]
  }
  const over = Object.entries(found).filter(
    ([line, [statements, waits]]) => statements > (most[line]?.[0] ?? 0) || waits > (most[line]?.[1] ?? 0),
  )
  expect(Object.fromEntries(over), 'more than allowed').toEqual({})
})

test('the morning at a glance asks what it asks at once', async () => {
  const shop = await smallShop()
  const { hearer, heard } = listen()
  await shop.regulars([], { hearer, columns: 80 })
  expect(heard.statements).toBeLessThanOrEqual(48)
  expect(heard.waits).toBeLessThanOrEqual(9)
})

test('a statement is counted once, and one that waits for another once more', async () => {
  const shop = await smallShop()
  const { hearer, heard } = listen()
  await shop.regulars('config list', { hearer })
  expect(heard).toEqual({ statements: 2, waits: 1 })
})
