import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daySerial, serial } from '../../../src/ledger/day.ts'
import type { Episode } from '../../../src/ledger/followup/history/episodes.ts'
import { readReplay } from '../../../src/ledger/followup/history/replay.ts'
import { rules } from '../../../src/ledger/reason/rules.ts'
import { bookOf } from '../../ledger.ts'
import { openShop, type Shop } from '../../shop.ts'

const runs = (usual: number) => Number(process.env['REGULARS_RUNS'] ?? usual)

const first = '2026-05-01'
const day = fc.integer({ min: 0, max: 200 }).map((days) => addDays(first, days))
const some = (...options: readonly (readonly string[])[]) => fc.constantFrom<readonly string[]>([], [], ...options)
const who = fc.integer({ min: 1, max: 5 }).map(String)

/** What happens in a shop, each on a day of its own. */
const event = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(who, fc.integer({ min: 5, max: 400 }), day, some(['-u'], ['-p', '1']))
      .map(([id, money, on, more]) => ({ on, line: ['buy', id, String(money), 'tea', '--on', on, ...more] })),
  },
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        who,
        day,
        some(
          ['-o', 'no-answer'],
          ['-o', 'no-answer'],
          ['-o', 'sent'],
          ['-o', 'declined'],
          ['-o', 'interested'],
          ['-o', 'sent', '-c', 'wechat'],
          ['--in', '-c', 'wechat'],
          ['--about', 'birthday'],
          ['--about', 'promise,debt'],
          ['--about', 'complaint'],
          ['--about', 'cadence'],
          ['--next', 'later'],
        ),
        fc.integer({ min: 0, max: 20 }),
      )
      .map(([id, on, more, ahead]) => ({
        on,
        line: ['done', id, '--on', on, ...more.map((word) => (word === 'later' ? addDays(on, ahead) : word))],
      })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(who, day, fc.integer({ min: 0, max: 60 }), some(['--every', 'quarter'], ['--ahead', '20']))
      .map(([id, on, ahead, more]) => ({
        on,
        line: ['occasion', 'add', id, addDays(on, ahead), 'day', '--today', on, ...more],
      })),
  },
  { weight: 3, arbitrary: fc.tuple(who, day).map(([id, on]) => ({ on, line: ['want', id, 'pot', '--today', on] })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(who, day, fc.constantFrom('2', '4'))
      .map(([id, on, score]) => ({ on, line: ['survey', id, score, '--on', on] })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(who, fc.constantFrom('30', '-10'), day)
      .map(([id, points, on]) => ({ on, line: ['points', 'adjust', id, points, '--reason', 'gift', '--today', on] })),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(who, fc.constantFrom(60, 90, 120, 150, 190), day).map(([id, last, on]) => ({
      on,
      line: ['coupon', 'give', `C${last}`, '--value', '5', '--to', id, '--until', addDays(first, last), '--today', on],
    })),
  },
  fc
    .tuple(who, fc.constantFrom(60, 90, 120, 150, 190), day)
    .map(([id, last, on]) => ({ on, line: ['buy', id, '50', 'tea', '--coupon', `C${last}`, '--today', on] })),
  {
    weight: 1,
    arbitrary: fc
      .tuple(who, day, some(['--kind', 'suggestion']))
      .map(([id, on, more]) => ({ on, line: ['complaint', 'open', id, 'damp', '--today', on, ...more] })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('1', '2', '3'), fc.constantFrom('1', '2', '5', '6'), day, some(['--promise', '4d']))
      .map(([id, step, on, more]) => ({ on, line: ['complaint', 'step', id, step, '--today', on, ...more] })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('1', '2', '3'), day)
      .map(([id, on]) => ({ on, line: ['complaint', 'resolve', id, '--today', on] })),
  },
  { weight: 3, arbitrary: day.map((on) => ({ on, line: ['arrived', 'pot', '--today', on] })) },
  fc.tuple(who, day).map(([id, on]) => ({ on, line: ['pay', id, '5', '--on', on] })),
  fc.tuple(fc.integer({ min: 6, max: 30 }), day).map(([id, on]) => ({ on, line: ['refund', String(id), '--on', on] })),
  day.map((on) => ({ on, line: ['classify', '--today', on] })),
  fc
    .tuple(who, fc.constantFrom('A', 'B'), day, fc.integer({ min: 1, max: 60 }))
    .map(([id, tier, on, days]) => ({ on, line: ['pin', id, tier, '--until', addDays(on, days), '--today', on] })),
)

const policies = fc.constantFrom<readonly (readonly string[])[]>(
  [],
  [
    ['due.minGap', '0'],
    ['survey.every.C', '15'],
  ],
  [['due.thanks.minAmount', '150']],
  [
    ['due.debt.again', '0'],
    ['survey.every.C', '30'],
  ],
  [
    ['survey.every.C', '20'],
    ['survey.every.D', '35'],
  ],
  [
    ['relation.C', 'partner'],
    ['relation.D', 'partner'],
  ],
  [
    ['relation.C', 'reactive'],
    ['relation.A', 'accountable'],
    ['due.cadence.purchases', 'off'],
  ],
  [
    ['due.welcome.on', 'false'],
    ['cadence.A', '3'],
  ],
)

/**
 * Five customers of all sorts: with a birthday, from an old roster, joined later; then what happened, in order of day.
 */
async function shopOf(
  events: readonly { on: string; line: readonly string[] }[],
  policy: readonly (readonly string[])[],
): Promise<Shop> {
  const shop = await openShop('init --lang en')
  const enter = ['--today', first]
  await shop.regulars([
    'add',
    'Ann',
    '--relation',
    'partner',
    '--birthday',
    '08-15',
    '--joined',
    '2025-01-01',
    ...enter,
  ])
  await shop.regulars(['add', 'Bob', '--owes', '30', '--birthday', 'lunar:05-20', ...enter])
  await shop.regulars(['add', 'Cai', ...enter])
  await shop.regulars(['add', 'Dan', '--today', addDays(first, 60)])
  await shop.regulars(['import', 'customers', '-', '--today', first, '--yes'], {
    stdin: 'name,visits_before,last_purchase\nEve,5,2026-04-20\n',
  })
  for (const [key = '', value = ''] of [['points.expireDays', '50'], ...policy])
    await shop.regulars(['policy', 'set', key, value])
  for (const { line } of events.toSorted((one, other) => (one.on < other.on ? -1 : 1))) await shop.regulars(line)
  return shop
}

/** The shop as it was on a morning: nothing of that day, nor of later ones. */
async function mornings(shop: Shop, on: string): Promise<Map<number, string[]>> {
  const path = join(shop.folder, `${on}.db`)
  const file = new Database(shop.db)
  file.pragma('wal_checkpoint(TRUNCATE)')
  file.close()
  copyFileSync(shop.db, path)
  const then = new Database(path)
  then.pragma('foreign_keys = OFF')
  for (const table of ['contact', 'entry', 'tier', 'classification'])
    then.prepare(`delete from "${table}" where "on" >= ?`).run(on)
  for (const table of ['survey', 'occasion', 'point_entry', 'coupon_given', 'coupon_use'])
    then.prepare(`delete from "${table}" where "on" >= ?`).run(on)
  then.prepare('delete from complaint_step where "on" >= ?').run(on)
  then.prepare('delete from complaint where opened_on >= ?').run(on)
  then.prepare('update complaint set resolved_on = null where resolved_on >= ?').run(on)
  then.prepare('update want set arrived_on = null where arrived_on >= ?').run(on)
  then.close()
  const { rows } = await shop.json(['due', '--all', '--today', on, '--db', path])
  return new Map(
    rows.map(({ customerId, reasons }: { customerId: number; reasons: { reason: string; dueOn: string }[] }) => [
      customerId,
      said(reasons),
    ]),
  )
}

const said = (reasons: readonly { reason: string; dueOn: string }[]) =>
  reasons.map(({ reason, dueOn }) => `${reason} ${dueOn}`).sort()

const covers = (one: Episode, reason: string, at: number) =>
  one.reason === reason && one.from <= at && (one.endedOn === null || at <= one.endedOn)

test(
  'the replay has on every morning what due said on it',
  async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 20, maxLength: 60 }),
        policies,
        fc.uniqueArray(day, { minLength: 6, maxLength: 6 }),
        async (events, policy, days) => {
          const shop = await shopOf(events, policy)
          const book = await bookOf(shop, '2026-11-21')
          const stretch = { from: first, to: '2026-11-21' }
          const { people, morning, episodes } = await readReplay(book, stretch)
          const all = people.flatMap((person) => episodes(person, serial(first), serial('2026-11-21')))
          for (const on of days) {
            const due = await mornings(shop, on)
            for (const person of people)
              expect(said(morning(person, serial(on))), `#${person.id} on ${on}`).toEqual(due.get(person.id) ?? [])
          }
          // The days passed over were days on which nothing turned.
          for (const person of people) {
            const shownOn = new Map<number, string[]>()
            for (let at = serial(first); at <= serial('2026-11-22'); at++)
              shownOn.set(
                at,
                morning(person, at).map(({ reason }) => reason),
              )
            const own = all.filter(({ customerId }) => customerId === person.id)
            for (const one of own) {
              const { reason, from, endedOn } = one
              expect(shownOn.get(from), `#${person.id} ${reason} from ${daySerial(from)}`).toContain(reason)
              // What begins on the day after the last one looked at is no episode of these days.
              if (
                endedOn !== null &&
                endedOn < serial('2026-11-21') &&
                !own.some((other) => other !== one && covers(other, reason, endedOn + 1))
              )
                expect(shownOn.get(endedOn + 1), `#${person.id} ${reason} after ${daySerial(endedOn)}`).not.toContain(
                  reason,
                )
            }
            for (const [at, reasons] of shownOn) {
              if (at <= person.entered || at > serial('2026-11-21')) continue
              for (const reason of reasons) {
                const held = own.some((one) => covers(one, reason, at))
                expect(held, `#${person.id} ${reason} on ${daySerial(at)}`).toBe(true)
                seen.add(`${reason} ${own.find((one) => one.reason === reason)?.end}`)
              }
            }
          }
        },
      ),
      { numRuns: runs(8), seed: 20261121, endOnFailure: true },
    )
    // All the reasons there are came up, and ended in every way.
    expect(new Set([...seen].map((one) => one.split(' ')[0]))).toEqual(new Set(rules.map(({ reason }) => reason)))
    expect(new Set([...seen].map((one) => one.split(' ')[1]))).toEqual(new Set(['done', 'fell-away', 'lapsed', 'open']))
  },
  120_000 * Math.max(1, runs(1) / 10),
)
