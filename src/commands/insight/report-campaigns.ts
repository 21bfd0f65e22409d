import { verb as declare } from '../../cli/verb.ts'
import { readCampaigns } from '../../ledger/report/campaigns.ts'
import { campaignsScreen } from '../../screens/campaigns.ts'
import { openPeriodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report campaigns',
  options: [...reportFlags, '--days <count>'],
  book: 'read',
  input: (read) => read.object({ ...reportInput(read), days: read.optional(read.count(1, 366)) }),
  screen: campaignsScreen,
  async run({ book }, { explain, days = book.policy['campaign.days'], ...asked }) {
    const { period, only } = await openPeriodAsked(book, asked)
    const report = await readCampaigns({ ...book, today: period.to }, { from: period.from, only }, days)
    return { report, explain }
  },
})
