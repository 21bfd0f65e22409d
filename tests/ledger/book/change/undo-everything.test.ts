import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentOf, newestChangeOf } from '../../../content.ts'
import { report, runs } from '../../../runs.ts'
import { openShop, type Shop } from '../../../shop.ts'

const patience = 60_000 * Math.max(2, runs(1) / 4)

const who = fc.integer({ min: 1, max: 4 }).map((id) => `id:${id}`)
const entry = fc.integer({ min: 1, max: 14 }).map(String)
const money = fc.integer({ min: 1, max: 300 }).map(String)
const tag = fc.constantFrom('tea', 'vip', '老茶客')
const day = fc.constantFrom('2026-11-21', '2026-11-20', '2026-10-01')
const some = (...options: readonly (readonly string[])[]) => fc.constantFrom<readonly string[]>([], ...options)

/** One command line of each kind, over few customers, so that they meet each other. */
const command: fc.Arbitrary<readonly string[]> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constant('add'),
        fc.constantFrom('王小明', 'Anna', '刘敏', '陈静', 'Zoë "Z"'),
        some(
          ['--owes', '30'],
          ['--credit', '12.50'],
          ['--tag', 'tea', '--set', 'hobby=go'],
          ['--referred-by', 'id:1'],
          ['--code', 'V1'],
          ['--phone', '13800138000'],
        ),
      )
      .map(([verb, name, more]) => [verb, name, ...more]),
  },
  fc
    .tuple(
      who,
      fc.constantFrom(
        ['--code', 'V1'],
        ['--code', ''],
        ['--name', '李雷'],
        ['--phone', '13900139000'],
        ['--phone', ''],
        ['--birthday', 'lunar:04-18'],
        ['--referred-by', 'id:2'],
        ['--share', '12.5'],
        ['--no-consent', 'sms'],
        ['--set', 'hobby='],
      ),
    )
    .map(([id, more]) => ['edit', id, ...more]),
  fc.tuple(who, tag, tag).map(([id, one, other]) => ['tag', id, `+${one}`, `-${other}`]),
  fc.tuple(who, fc.string({ maxLength: 8 })).map(([id, text]) => ['note', id, `n${text}`]),
  who.map((id) => ['archive', id]),
  fc.tuple(who, who).map(([id, other]) => ['merge', id, '--into', other, '--yes']),
  fc
    .tuple(who, fc.constantFrom('刘敏', '张经理'), fc.constantFrom('decides', 'pays'))
    .map(([id, name, role]) => ['person', 'add', id, name, '--role', role]),
  fc.tuple(who, fc.constantFrom('龙井', '白茶')).map(([id, text]) => ['want', id, text]),
  fc.tuple(who, fc.integer({ min: 1, max: 5 })).map(([id, felt]) => ['survey', id, `${felt}`]),
  who.map((id) => ['unarchive', id]),
  {
    weight: 4,
    arbitrary: fc
      .tuple(who, money, day, some(['-u'], ['-p', '1'], ['--cost', '3']))
      .map(([id, amount, on, more]) => ['buy', id, amount, '--on', on, ...more]),
  },
  money.map((amount) => ['buy', 'walk-in', amount]),
  {
    weight: 2,
    arbitrary: fc.tuple(entry, money, some(['--credit'])).map(([id, amount, more]) => ['refund', id, amount, ...more]),
  },
  fc.tuple(who, money).map(([id, amount]) => ['pay', id, amount]),
  entry.map((id) => ['void', id]),
  fc.tuple(entry, money).map(([id, amount]) => ['fix', id, amount]),
  fc
    .tuple(who, who, some(['-o', 'no-answer'], ['--next', '3d']))
    .map(([one, other, more]) => ['done', one, other, ...more]),
  fc.tuple(who, fc.constantFrom('5d', 'off')).map(([id, until]) => ['snooze', id, until]),
  fc.tuple(who, fc.constantFrom('A', 'B', 'C', 'D')).map(([id, tier]) => ['pin', id, tier, '--reason', 'friend']),
  who.map((id) => ['unpin', id]),
  fc.oneof(
    fc.tuple(who, fc.constantFrom('price', 'moved')).map(([id, why]) => ['lost', id, '--why', why]),
    fc.constantFrom(
      ['group', 'save', 'vips', '--tag', 'vip'],
      ['group', 'save', 'Vips', '--tier', 'A', '--replace'],
      ['group', 'delete', 'vips'],
    ),
    fc.constantFrom(
      ['event', 'open', 'Tasting', '2026-11-25'],
      ['event', 'came', 'Tasting', 'id:1', '--on', '2026-11-20'],
      [
        'message',
        'invitation',
        '--event',
        'Tasting',
        '--tier',
        'A,B,C,D',
        '--channel',
        'wechat',
        '--log',
        '--hold-out',
        '50',
      ],
      ['message', 'greeting', '--tier', 'D', '--log', '--campaign', 'c'],
      ['occasion', 'add', 'id:1', '12-01', 'wedding', '--every', 'year'],
      ['occasion', 'remove', 'id:1', 'wedding'],
    ),
  ),
  fc.constantFrom(
    ['policy', 'set', 'cadence.A', '5'],
    ['policy', 'set', 'tier.margin', '0.4'],
    ['policy', 'reset', 'cadence.A'],
    ['policy', 'set', 'tier.method', 'abc'],
  ),
  { weight: 2, arbitrary: fc.constantFrom(['classify'], ['classify', '--today', '2026-11-19']) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ['import', 'customers', 'people.csv'],
      ['import', 'purchases', 'till.csv', '--create-customers'],
    ),
  },
  {
    weight: 4,
    arbitrary: fc.oneof(
      fc.constantFrom(['policy', 'set', 'points.earnPer', '1'], ['policy', 'reset', 'points.earnPer']),
      fc
        .tuple(who, fc.integer({ min: -9, max: 40 }))
        .map(([id, n]) => ['points', 'adjust', id, `${n}`, '--reason', 'x']),
      fc.tuple(who, fc.integer({ min: 1, max: 20 })).map(([id, n]) => ['points', 'redeem', id, `${n}`]),
      fc.constant(['points', 'expire', '--today', '2029-01-05']),
      fc
        .tuple(
          who,
          money,
          fc.constantFrom(
            ['--redeem', '3'],
            ['--coupon', 'SPRING'],
            ['--coupon', 'TENTH', '-u'],
            ['--redeem', '5', '-u'],
          ),
        )
        .map(([id, amount, more]) => ['buy', id, amount, ...more]),
      fc.tuple(who, fc.constantFrom('SPRING', 'TENTH')).map(([id, code]) => ['coupon', 'use', code, id]),
      fc
        .tuple(fc.constantFrom(['SPRING', '--value', '10'], ['TENTH', '--percent', '10', '--uses', '2']), who)
        .map(([coupon, id]) => ['coupon', 'give', ...coupon, '--to', id]),
      fc
        .tuple(who, some(['-u'], ['-p', '20'], ['--until', '2027-05-31']))
        .map(([id, more]) => ['pass', 'sell', id, '3', '90', ...more]),
      who.map((id) => ['pass', 'use', id]),
      fc.tuple(who, money, some(['--bonus', '5'], ['--out'])).map(([id, amount, more]) => ['pay', id, amount, ...more]),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.oneof(
      fc
        .tuple(who, some(['--severity', 'serious']))
        .map(([id, more]) => ['complaint', 'open', id, 'damp tea', ...more]),
      fc
        .tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 2, max: 5 }))
        .map(([id, step]) => ['complaint', 'step', `${id}`, `${step}`, '-n', 'said']),
      fc
        .tuple(
          fc.integer({ min: 1, max: 2 }),
          fc.oneof(
            fc.constantFrom(['--remedy', 'apology'], ['--coupon', 'SORRY', '--points', '5'], ['--points', '5']),
            fc.tuple(entry, money).map(([id, amount]) => ['--refund', id, '--amount', amount]),
          ),
        )
        .map(([id, more]) => ['complaint', 'resolve', `${id}`, ...more]),
      fc.constantFrom(['arrived', '龙井'], ['edit', 'id:1', '--keeper', 'li'], ['handover', 'li', 'chen']),
    ),
  },
)

async function shopWithFiles(): Promise<Shop> {
  const shop = await openShop()
  writeFileSync(
    join(shop.folder, 'people.csv'),
    'name,phone,code,birthday,tags,owes\n王小明,13800138000,V1,1988-05-06,tea,10\n赵云,13700137000,V9,,vip,\n',
  )
  writeFileSync(
    join(shop.folder, 'till.csv'),
    'customer,on,amount,item,ref\n赵云,2026-11-01,88,tea,r1\nAnna,2026-11-02,12.5,cake,r2\n散客,2026-11-02,5,,\n赵云,' +
      '2026-11-03,-20,,\n',
  )
  return shop
}

const typed = (shop: Shop, words: readonly string[]) =>
  shop.regulars(words.map((word) => (word.endsWith('.csv') ? join(shop.folder, word) : word)))

test(
  'undo after each kind of command gives back the same content, in whatever company',
  async () => {
    const seen = new Set<string>()
    let histories = 0
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 12, maxLength: 22 }), async (lines) => {
        const shop = await shopWithFiles()
        histories++
        const done: { change: number; before: Awaited<ReturnType<typeof contentOf>>; line: string }[] = []
        for (const line of [['add', '王小明'], ['add', '刘敏'], ...lines]) {
          const [before, newest] = [await contentOf(shop.db), await newestChangeOf(shop.db)]
          const ran = await typed(shop, line)
          if (ran.exit === 70) throw new Error(`${line.join(' ')}: ${ran.err}`)
          const change = await newestChangeOf(shop.db)
          if (change === newest) {
            expect(await contentOf(shop.db), line.join(' ')).toEqual(before)
            continue
          }
          const [rehearsed, after] = [await shop.regulars(`undo ${change} --dry-run`), await contentOf(shop.db)]
          expect(rehearsed.exit).toBe(0)
          const undone = await shop.regulars(`undo ${change} --yes --json`)
          expect(undone.exit, `${line.join(' ')}: ${undone.err}`).toBe(0)
          expect(await contentOf(shop.db), line.join(' ')).toEqual(before)
          seen.add(line[0] ?? '')
          // Done again, to be built upon and taken back at the end.
          await typed(shop, line)
          const again = await newestChangeOf(shop.db)
          expect(Object.keys(after)).toEqual(Object.keys(await contentOf(shop.db)))
          done.push({ change: again, before, line: line.join(' ') })
        }
        for (const { change, before, line } of done.toReversed()) {
          expect((await shop.regulars(`undo ${change} --yes`)).exit, line).toBe(0)
          expect(await contentOf(shop.db), line).toEqual(before)
        }
      }),
      { numRuns: runs(6), seed: 20261121, endOnFailure: true },
    )
    // Fewer histories have fewer kinds of commands in them.
    if (runs(6) >= 6) expect(seen.size).toBeGreaterThan(12)
    report(`${histories} random histories undone newest first: each step back to the same content`)
  },
  patience,
)

test(
  'taken back in any order, a change goes cleanly or says what stands in the way; all of them leave nothing',
  async () => {
    let [histories, refused] = [0, 0]
    await fc.assert(
      fc.asyncProperty(
        fc.array(command, { minLength: 10, maxLength: 18 }),
        fc.infiniteStream(fc.nat()),
        async (lines, picks) => {
          const shop = await shopWithFiles()
          histories++
          const empty = await contentOf(shop.db)
          for (const line of [['add', '王小明'], ['add', '刘敏'], ...lines]) await typed(shop, line)
          const open = () =>
            shop
              .json<{ change: number; undoneBy: number | null; command: string }[]>('log')
              .then((log) =>
                log
                  .filter(({ undoneBy, command }) => undoneBy === null && command !== 'undo')
                  .map(({ change }) => change),
              )
          for (let left = await open(); left.length > 0; left = await open()) {
            const [pick = 0] = picks.take(1)
            const chosen = left[pick % left.length] ?? 0
            const before = await contentOf(shop.db)
            const ran = await shop.regulars(`undo ${chosen} --yes --json`)
            if (ran.exit === 0) {
              expect((await shop.json('doctor')).sound, `undo ${chosen}`).toBe(true)
              continue
            }
            refused++
            expect(JSON.parse(ran.err).error.code, ran.err).toBe('change.in-the-way')
            expect(await contentOf(shop.db)).toEqual(before)
            // The newest never has anything in its way.
            const newest = await shop.regulars(`undo ${left[0]} --yes`)
            expect(newest.exit, newest.err).toBe(0)
          }
          expect(await contentOf(shop.db)).toEqual(empty)
        },
      ),
      { numRuns: runs(3), seed: 20261121, endOnFailure: true },
    )
    report(
      `${histories} random histories undone in random order: ${refused} undos refused, all back to the empty start`,
    )
  },
  patience,
)
