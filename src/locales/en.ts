import type { Language } from '../ledger/vocabulary.ts'
import { account } from './en/account.ts'
import { campaign } from './en/campaign.ts'
import { changes } from './en/changes.ts'
import { cohort } from './en/cohort.ts'
import { columns } from './en/columns.ts'
import { complaint } from './en/complaint.ts'
import { customer } from './en/customer.ts'
import { data } from './en/data.ts'
import { dayClose } from './en/day-close.ts'
import { due } from './en/due.ts'
import { entry } from './en/entry.ts'
import { errors } from './en/errors.ts'
import { event } from './en/event.ts'
import { exported } from './en/export.ts'
import { followups } from './en/followups.ts'
import { forget } from './en/forget.ts'
import { glance } from './en/glance.ts'
import { goods } from './en/goods.ts'
import { group } from './en/group.ts'
import { habits, person } from './en/habits.ts'
import { handover } from './en/handover.ts'
import { help } from './en/help.ts'
import { importing } from './en/import.ts'
import { loss } from './en/loss.ts'
import { losses } from './en/losses.ts'
import { marks } from './en/marks.ts'
import { merge } from './en/merge.ts'
import { message } from './en/message.ts'
import { occasion } from './en/occasion.ts'
import { page } from './en/page.ts'
import { pareto } from './en/pareto.ts'
import { pass } from './en/pass.ts'
import { payer } from './en/payer.ts'
import { plan } from './en/plan.ts'
import { coupon, points } from './en/points.ts'
import { policy } from './en/policy.ts'
import { quadrant } from './en/quadrant.ts'
import { referral } from './en/referral.ts'
import { report } from './en/report.ts'
import { rfm } from './en/rfm.ts'
import { round } from './en/round.ts'
import { safety } from './en/safety.ts'
import { satisfaction } from './en/satisfaction.ts'
import { summary } from './en/summary.ts'
import { survey } from './en/survey.ts'
import { terms } from './en/terms.ts'
import { tier } from './en/tier.ts'
import { value } from './en/value.ts'
import { want } from './en/want.ts'

/** Every sentence of the program in English: its type is the contract each language keeps. */
export const en = {
  language: 'en' as Language,
  terms,
  marks,
  columns,
  help,
  errors,
  didYouMean: (word: string) => `Did you mean ${word}?`,
  fault: (message: string) => ({
    message: `A fault of ours: ${message}`,
    hint: 'The ledger is as before. To see where: the same command with REGULARS_DEBUG=1',
  }),
  dryRun: 'Nothing was changed (--dry-run).',
  would: (line: string) => `Would do: ${line}`,
  howTyped: (command: string) => `How it is typed: regulars help ${command}`,
  undoHint: (change: number) => `Slip? regulars undo   (change ${change})`,
  newLedger: (path: string) => `New ledger: ${path}`,
  logKept: (log: string) => `A log of a ledger that is gone lay there: kept as ${log}, not played into the new one`,
  rejectsElsewhere: (asked: string, path: string) =>
    `${asked} could not be written in the end. The import stands; the rejected rows are in ${path}`,
  ledgerNotKept: (path: string) => `Nothing was written down: no ledger was left at ${path}`,
  noChoice: (count: number) => `  A number from 1 to ${count}, or a name as it stands above; Return for none.`,
  chooseOne: (count: number) => `A number from 1 to ${count}, or Return for none: `,
  whichOne: (asked: string) => `“${asked}”: which one?`,
  complaint,
  customer,
  due,
  tier,
  message,
  occasion,
  page,
  pass,
  plan,
  points,
  coupon,
  policy,
  report,
  pareto,
  payer,
  cohort,
  quadrant,
  referral,
  satisfaction,
  summary,
  survey,
  rfm,
  entry,
  importing,
  event,
  exported,
  followups,
  forget,
  glance,
  goods,
  group,
  habits,
  handover,
  person,
  loss,
  losses,
  merge,
  account,
  campaign,
  changes,
  data,
  dayClose,
  round,
  safety,
  value,
  want,
}

export type Words = typeof en
