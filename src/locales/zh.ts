import type { Words } from './en.ts'
import { account } from './zh/account.ts'
import { campaign } from './zh/campaign.ts'
import { changes } from './zh/changes.ts'
import { cohort } from './zh/cohort.ts'
import { columns } from './zh/columns.ts'
import { complaint } from './zh/complaint.ts'
import { customer } from './zh/customer.ts'
import { data } from './zh/data.ts'
import { dayClose } from './zh/day-close.ts'
import { due } from './zh/due.ts'
import { entry } from './zh/entry.ts'
import { errors } from './zh/errors.ts'
import { event } from './zh/event.ts'
import { exported } from './zh/export.ts'
import { followups } from './zh/followups.ts'
import { forget } from './zh/forget.ts'
import { glance } from './zh/glance.ts'
import { goods } from './zh/goods.ts'
import { group } from './zh/group.ts'
import { habits, person } from './zh/habits.ts'
import { handover } from './zh/handover.ts'
import { help } from './zh/help.ts'
import { importing } from './zh/import.ts'
import { loss } from './zh/loss.ts'
import { losses } from './zh/losses.ts'
import { marks } from './zh/marks.ts'
import { merge } from './zh/merge.ts'
import { message } from './zh/message.ts'
import { occasion } from './zh/occasion.ts'
import { page } from './zh/page.ts'
import { pareto } from './zh/pareto.ts'
import { pass } from './zh/pass.ts'
import { payer } from './zh/payer.ts'
import { plan } from './zh/plan.ts'
import { coupon, points } from './zh/points.ts'
import { policy } from './zh/policy.ts'
import { quadrant } from './zh/quadrant.ts'
import { referral } from './zh/referral.ts'
import { report } from './zh/report.ts'
import { rfm } from './zh/rfm.ts'
import { round } from './zh/round.ts'
import { safety } from './zh/safety.ts'
import { satisfaction } from './zh/satisfaction.ts'
import { summary } from './zh/summary.ts'
import { survey } from './zh/survey.ts'
import { terms } from './zh/terms.ts'
import { tier } from './zh/tier.ts'
import { value } from './zh/value.ts'
import { want } from './zh/want.ts'

/** 程序说的每一句中文。 */
export const zh: Words = {
  language: 'zh',
  terms,
  marks,
  columns,
  help,
  errors,
  didYouMean: (word) => `是不是 ${word}？`,
  fault: (message) => ({
    message: `程序自己的毛病：${message}`,
    hint: '账本没有变。看出错的地方：同样的命令加 REGULARS_DEBUG=1',
  }),
  dryRun: '没有改动（--dry-run）。',
  would: (line) => `会这样（没有改）：${line}`,
  howTyped: (command) => `怎么写：regulars help ${command}`,
  undoHint: (change) => `弄错了：regulars undo（改动 ${change}）`,
  newLedger: (path) => `新账本：${path}`,
  logKept: (log) => `那里留着一本已不在的账本的日志：改名为 ${log}，没有并进新账本`,
  rejectsElsewhere: (asked, path) => `${asked} 最后没能写成。导入已经完成，被拒的行在 ${path}`,
  ledgerNotKept: (path) => `什么也没记下，没有留下账本：${path}`,
  noChoice: (count) => `  请写 1 到 ${count} 的数字，或照上面的写法写名字；回车跳过。`,
  chooseOne: (count) => `选 1 到 ${count}，回车取消：`,
  whichOne: (asked) => `“${asked}”是哪一位？`,
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
