import type { Words } from '../en.ts'
import { care } from './help/care.ts'
import { customers } from './help/customers.ts'
import { daily } from './help/daily.ts'
import { data } from './help/data.ts'
import { insight } from './help/insight.ts'
import { messages } from './help/messages.ts'
import { tiers } from './help/tiers.ts'
import { topics } from './topics.ts'

export const help: Words['help'] = {
  tagline: 'regulars：小店的客户账本。谁是熟客，今天早上该联系谁，为什么。',
  start: [
    'regulars demo                 先在一家样板茶铺里逛逛',
    'regulars init --name 茶铺     建自己的账本',
    'regulars due                  今天该联系谁，为什么',
  ],
  headings: {
    start: '开始',
    usage: '用法',
    examples: '例子',
    flags: '选项',
    globalFlags: '每个命令都有的选项',
    more: '说明',
  },
  groups: { daily: '每天', customers: '客户', tiers: '等级', care: '关怀', insight: '分析', data: '数据' },
  moreOn: '某个命令的说明：regulars help 命令',
  topics,
  flagsOn: '每个命令都有的选项：regulars help flags',
  topicsOn: (topics) => `还有，regulars help 题目：${topics}`,
  welcome: [
    '谁是熟客，今天该联系谁。这里还没有账本：',
    '  regulars demo                        先在样板茶铺里逛逛',
    '  regulars init --name 茶铺            建自己的账本',
    '  regulars import customers 会员.csv   或者把会员表导进来',
    '  regulars help                        所有命令',
  ],
  commands: { ...daily, ...customers, ...tiers, ...care, ...messages, ...insight, ...data },
  families: {
    policy: (of) => `本店的规则：${of.join('、')}`,
    report: (of) => `店里的数字：${of.join('、')}；做成一页：--html 文件`,
    import: (of) => `读入 CSV、Excel 或手机通讯录：${of.join('、')}`,
    export: (of) => `写成文件：${of.join('、')}`,
    config: (of) => `这台电脑的设置：${of.join('、')}`,
    person: (of) => `单位客户那边的人：${of.join('、')}`,
    complaint: (of) => `投诉和建议：${of.join('、')}`,
    points: (of) => `客户的积分：${of.join('、')}`,
    coupon: (of) => `优惠券：${of.join('、')}`,
    pass: (of) => `次卡：${of.join('、')}`,
    payer: (of) => `付款名是哪位客户：${of.join('、')}`,
    occasion: (of) => `对客户要紧的日子：${of.join('、')}`,
    event: (of) => `请客户来的活动：${of.join('、')}`,
    group: (of) => `存下来的客群（list 的筛选）：${of.join('、')}`,
  },
  flags: {
    '--db': '账本：文件，或 postgres://…（REGULARS_DB）',
    '--shop': '用 config set shops.店名 记下的那家店的账本',
    '--today': '按这一天算（REGULARS_TODAY）',
    '--lang': 'en 或 zh（REGULARS_LANG）',
    '--as': '谁记的（REGULARS_USER）',
    '--format': 'table、json、jsonl、csv、tsv 或 md',
    '--json': '等于 --format json',
    '--columns': '只要这些列，按这个顺序；JSON 也只留这些',
    '--no-header': '不要表头',
    '--ids': '只要号，一行一个',
    '--no-color': '不要颜色（NO_COLOR）',
    '--no-input': '不要问',
    '--yes': '一律答“是”',
    '--quiet': '不要提示，只要数据和错误',
    '--dry-run': '算给你看，什么也不改',
    '--mask': '不显示电话和姓',
    '--help': '看说明',
    '--on': '哪一天的事（默认今天）',
    '--note': '附一句备注',
    '--from': '从哪一天',
    '--to': '到哪一天',
    '--limit': '最多几行',
    '--tier': '只要这一等的客户',
    '--tag': '只要有这个标签的客户',
    '--keeper': '只要这个人照看的客户',
    '--month': '一个月：2026-11、11月',
    '--quarter': '一个季度：2026-Q4、4季度',
    '--source': '只要这个来源的客户',
    '--stage': '只要今天是这个熟客程度的客户：常客,来得少了',
    '--group': '只要这个客群的客户',
    '--explain': '说明怎么算的',
  },
}
