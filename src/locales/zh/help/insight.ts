import type { CommandHelp } from '../../command-help.ts'

export const insight: Record<string, CommandHelp> = {
  report: {
    does: '加 --html：整个店做成一页，浏览器、手机、纸上都能看；不加就列出有哪些报表。',
    examples: [
      'regulars report --html 报表.html',
      'regulars report --html 十一月.html --month 2026-11 --open',
      'regulars report --html - --tier A > A等.html',
    ],
    flags: {
      '--html': '写到哪个文件，只有你能打开；- 是标准输出。已有的文件加 --yes 才盖掉',
      '--open': '写好以后在浏览器里打开',
      '--explain': '怎么算的：页上本来就写着',
      '--from': '从哪一天（默认十一个月前的 1 日）',
      '--to': '到哪一天（默认今天）',
    },
  },
  'report summary': {
    does: '老板看的一页：钱、客户、等级、熟客程度、账、联系，跟前一段对比。',
    examples: [
      'regulars report summary --month 2026-11',
      'regulars report summary --quarter 4 --tier A,B',
      'regulars report summary --explain',
    ],
    flags: {
      '--from': '从哪一天（默认到 --to 为止 365 天）',
      '--to': '到哪一天（默认今天）',
    },
  },
  'report day': {
    does: '日结：当天的消费按收款方式分，还有退款、还款、充值、赊账。',
    examples: ['regulars report day', 'regulars report day --on 昨天', 'regulars report day --json'],
    flags: { '--on': '哪一天（默认今天）' },
  },
  'report stages': {
    does: '新客、常客、来得少了的、流失的各有多少，按每位自己的节奏算。',
    examples: [
      'regulars report stages',
      'regulars report stages --today 2026-06-30 --tier A',
      'regulars report stages --explain',
    ],
  },
  'report items': {
    does: '卖了些什么：每样卖了多少、几位客户买过、上次哪天。',
    examples: [
      'regulars report items --month 2026-11',
      'regulars report items --tier A',
      'regulars report items --format csv',
    ],
  },
  'report returns': {
    does: '退了些什么：按物品、按原因、按谁的责任。',
    examples: ['regulars report returns', 'regulars report returns --quarter 4季度 --format csv'],
  },
  'report sources': {
    does: '客户是怎么来的，后来怎样：谁买过、花了多少、谁还在。',
    examples: [
      'regulars report sources',
      'regulars report sources --from 2026-01-01',
      'regulars report sources --json',
    ],
  },
  'report rfm': {
    does: '谁最近来过、谁来得勤、谁买得多：各打 1 到 5 分，再分成几类客户。',
    examples: [
      'regulars report rfm',
      'regulars list --segment 丢不得',
      'regulars report rfm --from 2026-01-01 --format csv',
      'regulars report rfm --compat r --json',
    ],
    flags: { '--compat': 'r：照 R 的 rfm 0.3.0 包打分和分类' },
    more: '怎么分类、分数的界在哪里，店里可以自己定：regulars policy show rfm',
  },
  'report followups': {
    does: '一段时间里该联系多少、及时做到多少、晚了、没做的：按缘由、等级、谁照看。',
    examples: [
      'regulars report followups',
      'regulars report followups --month 2026-10',
      'regulars report followups --tier A --explain',
    ],
    flags: { '--from': '从哪一天（默认到 --to 为止 365 天）', '--to': '到哪一天（默认今天）' },
  },
  'report losses': {
    does: '一段时间里流失了谁、为什么、原来带来多少，店里事先有什么没做到。',
    examples: [
      'regulars report losses',
      'regulars report losses --quarter 4季度',
      'regulars report losses --tier A,B --format csv',
    ],
    flags: { '--from': '从哪一天（默认到 --to 为止 365 天）', '--to': '到哪一天（默认今天）' },
  },
  'report complaints': {
    does: '投诉了什么，多快、怎么了结，花了多少，谁又来买。',
    examples: [
      'regulars report complaints',
      'regulars report complaints --quarter 4季度',
      'regulars report complaints --tier A,B --explain',
    ],
    flags: { '--from': '从哪一天（默认全部）', '--to': '到哪一天（默认今天）' },
  },
  'report satisfaction': {
    does: '问过的人满意不满意，不满意的在前；各方面怎样；谁满意过还是走了。',
    examples: [
      'regulars report satisfaction',
      'regulars report satisfaction --quarter 4季度',
      'regulars report satisfaction --tier A,B --format csv',
    ],
    flags: { '--from': '从哪一天（默认全部）', '--to': '到哪一天（默认今天）' },
  },
  'report rates': {
    does: '一段时间的流失率、留存率，新客、回来的，复购率和介绍率。',
    examples: [
      'regulars report rates',
      'regulars report rates --month 2026-10',
      'regulars report rates --from 2026-01-01 --to 2026-06-30 --by month',
    ],
    flags: {
      '--from': '从哪一天（默认到 --to 为止 365 天）',
      '--to': '到哪一天（默认今天）',
      '--by': 'month：每月一行',
    },
  },
  'report pareto': {
    does: '少数几位带来大半毛利：80 % 到哪一位为止，每位占多少。',
    examples: [
      'regulars report pareto',
      'regulars report pareto --from 2026-01-01',
      'regulars report pareto --format csv',
    ],
    more: '不写日子，就看到今天为止的全部消费。',
  },
  'report cohorts': {
    does: '按头一次买的月份分批：往后每个月还有几位来买、买了多少。',
    examples: [
      'regulars report cohorts',
      'regulars report cohorts --from 2026-01-01',
      'regulars report cohorts --format csv',
    ],
    flags: { '--from': '只看这一天以后才开始买的客户' },
    more: '有账本以前就买过的（旧名单上的以前次数）不算在哪一批里：不知道头一次是哪个月。',
  },
  'report quadrants': {
    does: '贡献和忠诚各有高低：黄金客、流星客、小星客、负担客，和看忠诚的五条。',
    examples: [
      'regulars report quadrants',
      'regulars list --quadrant 流星客 --sort profit',
      'regulars report quadrants --explain',
    ],
    more: '忠诚靠平时记：edit --share 80（主要在这儿买）、edit --referred-by（谁介绍的）、done --campaign 新品（告诉过有新货）。',
  },
  'report campaigns': {
    does: '发的消息、做的主题带来什么：联系到、买了、金额，和留作对照的比。',
    examples: [
      'regulars report campaigns',
      'regulars report campaigns --from 2026-09-01 --days 14',
      'regulars report campaigns --explain',
    ],
    flags: { '--days': '几天内买的算（默认看规则 campaign.days）' },
  },
  'report events': {
    does: '一段时间的活动：请了、来了、30 天内买了，多少钱。',
    examples: ['regulars report events', 'regulars report events --from 2026-01-01 --json'],
  },
  'report points': {
    does: '店里欠着多少积分：谁有多少、可抵多少、快过期多少。',
    examples: ['regulars report points', 'regulars report points --tier A'],
  },
  'report referrals': {
    does: '多少客户是别人介绍来的，他们买了多少，谁介绍来的人最好。',
    examples: ['regulars report referrals', 'regulars report referrals --from 2026-01-01', 'regulars referrals'],
  },
  'report value': {
    does: '每位客户往后值多少：还在的可能、估计再来几天、花多少钱（BG/NBD 和 Gamma-Gamma 模型）。',
    examples: [
      'regulars report value --limit 20',
      'regulars report value --calibrate-until 26周',
      'regulars report value --unit 天 --horizon 90 --discount-rate 8%',
    ],
    flags: {
      '--from': '这一天以前的消费不看',
      '--to': '模型看到哪一天（默认今天）',
      '--calibrate-until': '只看到这一天，再跟之后真的来了多少比一比',
      '--unit': 'week 周（默认）或 day 天',
      '--horizon': '往后看多少周或天（默认 52 周、365 天）',
      '--discount-rate': '每年折现多少：0.1 或 10%（默认 10%）',
      '--limit': '只列最值的几位',
    },
    more: '至少要 30 位买过，其中 15 位买过 2 天以上。数据说不清的时候，会说靠不住，不给任何人估值。',
  },
}
