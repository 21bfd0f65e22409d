import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentOf } from '../content.ts'
import { openShop, type Shop } from '../shop.ts'
import { wechatBill } from '../wechat-bill.ts'

/** Each runs some forty commands in a shop of its own; the soak asks for more. */
const runs = Number(process.env['REGULARS_RUNS'] ?? 3)

const who = fc.integer({ min: 1, max: 4 })
const nth = fc.nat(9)
const line = (words: (who: number, other: number, nth: number) => string) =>
  fc.tuple(who, who, nth).map(([one, other, number]) => words(one, other, number))

/** Whatever a customer may have, by the command that gives it; those that the shop refuses change nothing. */
const step = fc.oneof(
  line((id, _, n) => `buy id:${id} ${20 + n * 7} tea${n % 3}`),
  line((id, _, n) => `buy id:${id} ${30 + n} tea -u --due ${n + 1}d`),
  line((id, _, n) => `buy id:${id} ${80 + n} --coupon SPRING`),
  line((id, _, n) => `buy id:${id} ${80 + n} --redeem ${10 + n}`),
  line((_, __, n) => `refund ${n + 1} 5`),
  line((_, __, n) => `refund ${n + 1}`),
  line((_, __, n) => `void ${n + 1}`),
  line((_, __, n) => `fix ${n + 1} ${25 + n}`),
  line((id, _, n) => `pay id:${id} ${100 + n} --bonus ${n + 1}`),
  line((id, _, n) => `pay id:${id} ${10 + n}`),
  line((id, _, n) => `pass sell id:${id} ${3 + n} 300 cut`),
  line((id) => `pass use id:${id}`),
  line((id) => `coupon give SPRING --to id:${id}`),
  line((id, _, n) => `points adjust id:${id} ${n + 1} --reason gift`),
  line((id) => `complaint open id:${id} damp --served li --promise 3d`),
  line((_, __, n) => `complaint step ${(n % 3) + 1} ${(n % 6) + 1} -n so`),
  line((_, __, n) => `complaint resolve ${(n % 3) + 1} --remedy apology --cost ${n} --points ${n + 1}`),
  line((id, _, n) => `survey id:${id} ${(n % 5) + 1} --aspect ${n % 2 ? 'goods' : 'price'}`),
  line((id, _, n) => `want id:${id} longjing${n % 2}`),
  line((_, __, n) => `arrived longjing${n % 2}`),
  line((id, _, n) => `occasion add id:${id} 2026-12-${10 + n} day${n % 2} --every year`),
  line((id) => `event came party id:${id}`),
  line((id) => `done id:${id} -n called --campaign c --gift cup`),
  line((id) => `message greeting --to id:${id} --log --campaign w --hold-out 50`),
  line((id) => `lost id:${id} --why price`),
  line((id, _, n) => `tag id:${id} +t${n % 3}`),
  line((id, _, n) => `edit id:${id} --set k${n % 2}=v${n} --share ${n * 10}`),
  line((id, _, n) => `edit id:${id} ${n % 2 ? '--consent' : '--no-consent'} sms`),
  line((id, other) => `edit id:${id} --referred-by id:${other}`),
  line((id, _, n) => `person add id:${id} Ann${n % 2} --role pays`),
  line((id) => `snooze id:${id} 3d`),
  line((id) => `pin id:${id} A --reason good`),
  line((id) => `payer link lan id:${id}`),
  line(() => 'payer unlink lan'),
  line((_, __, n) => `group save g${n % 2} --tag t${n % 3}`),
  line(() => 'classify'),
  line(() => 'undo --yes'),
)

const bill = wechatBill([
  { by: 'lan', on: '2026-11-18', amount: '30.00', ref: 'P1' },
  { by: 'lan', on: '2026-11-19', amount: '40.00', ref: 'P2' },
])

type Content = Awaited<ReturnType<typeof contentOf>>
const rowsOf = (content: Content, table: string) => (content[table] ?? []) as Record<string, unknown>[]

/** What the shop holds in all, whoever it is with. */
async function held(shop: Shop) {
  const [passes, points, complaints, coupons, surveys, balances] = await Promise.all(
    ['pass list', 'report points', 'complaint list --all', 'coupon list', 'report satisfaction', 'balances'].map(
      (asked) => shop.json(asked),
    ),
  )
  const sum = (rows: Record<string, string | number>[], key: string) =>
    rows.reduce((all, row) => all + Math.round(Number(row[key]) * 100), 0)
  return {
    visits: sum(passes, 'left'),
    points: points.points - points.shortfall,
    complaints: complaints.length,
    used: sum(coupons, 'used'),
    aspects: surveys.aspects,
    balance: sum(balances, 'balance'),
  }
}

test('whatever two customers have, on either side: merged it is all of one, taken back it is as before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 35 }), who, who, async (steps, from, to) => {
      const into = to === from ? (from % 4) + 1 : to
      const shop = await openShop()
      for (const setup of ['add Ann', 'add Bob', 'add Cid', 'add Dan', 'event open party 2026-11-20'])
        await shop.json(`${setup} --as setup`)
      for (const rule of ['points.earnPer 1', 'referral.reward credit:10', 'referral.rewardNew points:5'])
        await shop.json(`policy set ${rule} --as setup`)
      await shop.json('coupon give SPRING --value 10 --uses 3 --to nobody --as setup')
      const { created } = await shop.json('import - --as setup', { stdin: bill })
      expect(created).toBe(2)
      for (const one of steps) await shop.regulars(one)
      // Where no step has left it with somebody, the bill is of one of the two.
      await shop.regulars(`payer link lan id:${steps.length % 2 ? from : into}`)
      const before = await contentOf(shop.db)
      const had = await held(shop)
      const ran = await shop.regulars(`merge id:${from} --into id:${into} --yes`)
      expect(`${ran.exit} ${ran.err}`).toMatch(/^0/)
      const after = await contentOf(shop.db)
      const moved = rowsOf(after, 'entry').length - rowsOf(before, 'entry').length
      // Rewards of somebody who turns out to have brought themselves go.
      const isSelf = moved > 0 || rowsOf(after, 'point_entry').length > rowsOf(before, 'point_entry').length
      expect(isSelf ? { ...(await held(shop)), points: 0, balance: 0 } : await held(shop)).toEqual(
        isSelf ? { ...had, points: 0, balance: 0 } : had,
      )
      for (const [table, rows] of Object.entries(after))
        for (const row of rows as Record<string, unknown>[])
          for (const column of ['customer_id', 'referred_by'])
            if (row[column] === from && table !== 'alias') expect(row, table).toBe(`nothing of ${from}`)
      expect((await shop.json(`show id:${from}`)).id).toBe(into)
      const { out } = await shop.regulars('export all')
      const other = await openShop(false)
      expect(await other.regulars('import all - --yes', { stdin: out })).toMatchObject({ exit: 0 })
      expect((await other.regulars('export all')).out.split('\n').slice(1)).toEqual(out.split('\n').slice(1))
      const { findings } = await shop.json('doctor')
      expect(findings.filter(({ state }: { state: string }) => state === 'damage')).toEqual([])
      expect((await shop.regulars('undo --yes')).exit).toBe(0)
      expect(await contentOf(shop.db)).toEqual(before)
    }),
    { numRuns: runs },
  )
}, 600_000)
