import type { Referrals, Referred, Referrer } from '../ledger/care/referral/referrals.ts'
import { bars } from '../terminal/chart/bars.ts'
import type { Columns } from '../terminal/columns.ts'
import { figures } from '../terminal/figures.ts'
import { table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { type Reported, reportScreen } from './report.ts'

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
  title: ({ report }, { words }) => words.referral.title(report),
  body: ({ report }, voice) => [
    ...topReferrers(report, voice),
    ...(report.rows.length > 0 ? [''] : []),
    ...figures(voice.words.referral.lines(report, voice), voice),
  ],
  reckoning: (_, { words }) => words.referral.explain,
  next: ({ report, whole }, { words }) => words.referral.next(report, whole),
})

/** Who brought whom. */
export const referralTreeScreen = reportScreen<Reported<Referrals>, Referrer>({
  data: ({ report }) => report.rows,
  columns,
  id: ({ customerId }) => customerId,
  title: ({ report }, { words }) => words.referral.title(report),
  body: ({ report }, voice) => referralTree(report.rows, voice),
  reckoning: (_, { words }) => words.referral.explain,
  next: ({ report }, { words }) => words.referral.nextOfTree(report.rows),
})

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
        of: words.haveBought(row),
      })),
      voice,
    ),
  ]
}

/** Everyone who brought somebody, whom they brought under them, and whom those brought: the highest value first. */
function referralTree(rows: readonly Referrer[], voice: Voice): string[] {
  const { referral: words } = voice.words
  if (rows.length === 0) return []
  const referrers = new Map(rows.map((row) => [row.customerId, row]))
  const brought = new Set(rows.flatMap(({ customers }) => customers.map(({ customerId }) => customerId)))
  const drawn = new Set<number>()
  const lines: string[][] = []
  const draw = (start: Referrer) => {
    const waiting: { who: Pick<Referred, 'customerId' | 'name'>; own: Referred | null; depth: number }[] = [{ who: start, own: null, depth: 0 }]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { who, own, depth } = next
      const row = referrers.get(who.customerId)
      const again = drawn.has(who.customerId)
      drawn.add(who.customerId)
      lines.push([
        `${'  '.repeat(depth)}${who.name} #${who.customerId}${again ? ` ${words.above}` : ''}`,
        own === null ? '' : own.bought ? voice.money(own.value) : words.notYet,
        row && !again ? words.brought(row, voice) : '',
      ])
      if (!row || again) continue
      for (const customer of row.customers.toReversed()) waiting.push({ who: customer, own: customer, depth: depth + 1 })
    }
  }
  // Who was brought themselves stands under whoever did; two who name each other would stand nowhere.
  for (const row of rows) if (!brought.has(row.customerId)) draw(row)
  for (const row of rows) if (!drawn.has(row.customerId)) draw(row)
  return table([{ head: words.treeHeads[0] ?? '' }, { head: words.treeHeads[1] ?? '', right: true }, { head: words.treeHeads[2] ?? '' }], lines, voice)
}
