import type { Referrals, Referred, Referrer } from '../ledger/care/referral/referrals.ts'
import { firstNamed } from '../ledger/identity/names.ts'
import { grouped } from '../locales/figure.ts'
import { bars } from '../terminal/chart/bars.ts'
import type { Columns } from '../terminal/columns.ts'
import { figures } from '../terminal/figures.ts'
import { table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { daysOf, nextOfNobody, type Reported, reportScreen } from './report.ts'

const columns: Columns<Referrer> = {
  customerId: 'count',
  name: 'text',
  referred: 'count',
  referredValue: 'money',
  referredBuyers: 'count',
  branch: 'count',
  branchValue: 'money',
}

interface ReferralsAsked extends Reported<Referrals> {
  /** Whether all days and everyone were asked for. */
  readonly whole: boolean
}

/** What referrals come to, and who brings most. */
export const referralsScreen = reportScreen<ReferralsAsked, Referrer>({
  rows: ({ report }) => report.rows,
  columns,
  id: ({ customerId }) => customerId,
  title: ({ report }, voice) => title(report, voice),
  body: ({ report }, voice) => [
    ...topReferrers(report, voice),
    ...(report.rows.length > 0 ? [''] : []),
    ...figures(referralLines(report, voice), voice),
  ],
  reckoning: (_, { words }) => words.referral.explain,
  next({ report: { rows }, whole }, voice) {
    const { referral: words } = voice.words
    const one = firstNamed(rows)
    return one ? words.next(one.customerId) : nextOfNobody('referrals', whole, voice, words.note)
  },
})

/** Who brought whom. */
export const referralTreeScreen = reportScreen<Reported<Referrals>, Referrer>({
  data: ({ report }) => report.rows,
  columns,
  id: ({ customerId }) => customerId,
  title: ({ report }, voice) => title(report, voice),
  body: ({ report }, voice) => referralTree(report.rows, voice),
  reckoning: (_, { words }) => words.referral.explain,
  next({ report: { rows } }, { words: { referral: words } }) {
    const one = firstNamed(rows)
    return one ? words.thank(one.customerId) : words.note
  },
})

function title(report: Referrals, { words }: Voice): string {
  const { referral: say } = words
  const brought = report.referrers === 0 ? say.nobody : say.broughtBy(report.referrers, report.referred)
  return say.title(daysOf(report, words.report.days), brought)
}

/** How many were brought, how many of them bought, and what part that is of all that was bought. */
function referralLines(report: Referrals, { words, money, share }: Voice): [string, string, string][] {
  const { referral: say } = words
  const { referrers, referred, referredBuyers, referredValue, spent } = report
  if (referred === 0) return []
  const boughtPart = say.boughtPart(referredBuyers, referred, share(referredBuyers / referred))
  const part = () => say.valuePart(money(spent), share(Number(referredValue) / Number(spent)))
  return [
    [say.brought, grouped(referred), say.by(referrers)],
    [say.bought, grouped(referredBuyers), boughtPart],
    [say.value, money(referredValue), Number(spent) > 0 ? part() : ''],
  ]
}

/** Whose customers bring most, a bar each. */
function topReferrers({ rows }: Referrals, voice: Voice): string[] {
  const { referral: words } = voice.words
  if (rows.length === 0) return []
  return [
    voice.dim(words.top),
    ...bars(
      rows.map((row) => ({
        label: `#${row.customerId} ${row.name}`,
        value: Number(row.referredValue),
        figure: voice.money(row.referredValue),
        of: words.haveBought(row.referredBuyers, row.referred),
      })),
      voice,
    ),
  ]
}

/** Everyone who brought somebody, whom they brought under them, and whom those brought: the highest value first. */
function referralTree(rows: readonly Referrer[], voice: Voice): string[] {
  const { tree: words } = voice.words.referral
  if (rows.length === 0) return []
  const referrers = new Map(rows.map((row) => [row.customerId, row]))
  const brought = new Set(rows.flatMap(({ customers }) => customers.map(({ customerId }) => customerId)))
  const drawn = new Set<number>()
  const lines: string[][] = []
  const draw = (start: Referrer) => {
    const waiting: { who: Pick<Referred, 'customerId' | 'name'>; own: Referred | null; depth: number }[] = [
      { who: start, own: null, depth: 0 },
    ]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { who, own, depth } = next
      const row = referrers.get(who.customerId)
      const again = drawn.has(who.customerId)
      drawn.add(who.customerId)
      lines.push([
        `${'  '.repeat(depth)}${who.name} #${who.customerId}${again ? ` ${words.above}` : ''}`,
        own === null ? '' : own.bought ? voice.money(own.value) : words.notYet,
        row && !again ? broughtBy(row, voice) : '',
      ])
      if (!row || again) continue
      for (const customer of row.customers.toReversed())
        waiting.push({ who: customer, own: customer, depth: depth + 1 })
    }
  }
  // Who was brought themselves stands under whoever did; two who name each other would stand nowhere.
  for (const row of rows) if (!brought.has(row.customerId)) draw(row)
  for (const row of rows) if (!drawn.has(row.customerId)) draw(row)
  return table(
    words.heads.map((head, at) => ({ head, right: at === 1 })),
    lines,
    voice,
  )
}

/** How many one brought and how many of those bought; with whom those brought, where they did. */
function broughtBy({ referred, referredBuyers, referredValue, branch, branchValue }: Referrer, voice: Voice): string {
  const { tree: words } = voice.words.referral
  const value = voice.money(referredValue)
  const some = referredBuyers === referred ? words.allBought(value) : words.someBought(referredBuyers, value)
  const brought = words.brought(referred, referredBuyers === 0 ? words.noneBought : some)
  return branch === referred ? brought : words.withTheirs(brought, branch, voice.money(branchValue))
}
