import type { CampaignRow, Campaigns } from '../ledger/report/campaigns.ts'
import { grouped } from '../locales/figure.ts'
import { figureHeads, table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { daysOf, type Reported, reportScreen } from './report.ts'

/** Campaigns beside those held out of them. */
export const campaignsScreen = reportScreen<Reported<Campaigns>, CampaignRow>({
  data: ({ report }) => report.rows,
  rows: ({ report }) => report.rows,
  columns: {
    campaign: 'text',
    on: 'day',
    until: 'day',
    reached: 'count',
    bought: 'count',
    amount: 'money',
    heldOut: 'count',
    heldOutBought: 'count',
    heldOutAmount: 'money',
    days: 'count',
    running: 'flag',
  },
  title: ({ report }, { words: { campaign, report: reports } }) =>
    campaign.title(daysOf(report, reports.days), report.rows.length),
  body({ report }, voice) {
    const { campaign } = voice.words
    if (report.rows.length === 0) return []
    const rows = report.rows.map((row) => [
      campaignNamed(row.campaign, voice),
      voice.day(row.on),
      grouped(row.reached),
      outOf(row.bought, row.reached, voice),
      voice.money(row.amount),
      row.heldOut === 0 ? '-' : grouped(row.heldOut),
      outOf(row.heldOutBought, row.heldOut, voice),
      effectOf(row, voice),
    ])
    return table(figureHeads(campaign.heads, 2), rows, voice)
  },
  reckoning: ({ report }, { words: { campaign } }) => campaign.explain(report.rows[0]?.days ?? null),
  next: (_, { words: { campaign } }) => campaign.next,
})

/** A campaign as people call it, where it has the name of a message of the program's. */
export function campaignNamed(campaign: string, { words: { terms, due } }: Voice): string {
  const reasons: Readonly<Record<string, string>> = due.names
  return terms.festivalName[campaign] ?? terms.message[campaign] ?? reasons[campaign] ?? campaign
}

function outOf(some: number, all: number, voice: Voice): string {
  return all === 0 ? '-' : `${grouped(some)} (${voice.share(some / all)})`
}

/**
 * How many more of a hundred bought than of those held out; said to be chance where it is within two standard errors of
 * nothing.
 */
function effectOf({ reached, bought, heldOut, heldOutBought, running }: CampaignRow, voice: Voice): string {
  const { campaign } = voice.words
  if (reached === 0 || heldOut === 0) return '-'
  const [with_, without] = [bought / reached, heldOutBought / heldOut]
  const pooled = (bought + heldOutBought) / (reached + heldOut)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / reached + 1 / heldOut))
  const points = Math.round((with_ - without) * 1000) / 10
  const said = `${points > 0 ? '+' : ''}${points}`
  if (running) return campaign.running(said)
  return Math.abs(with_ - without) <= 2 * error ? campaign.chance(said) : said
}
