import { quoted } from '../../asked.ts'
import type { commandLineErrors as english } from '../../en/errors/command-line.ts'
import { terms } from '../terms.ts'

/** What is chosen among, as a shop calls it; where it has no such name, the flag or rule itself. */
const kinds: Record<string, string> = {
  tier: '等级',
  stage: '熟客程度',
  segment: '分类',
  quadrant: '象限',
  reason: '缘由',
  outcome: '结果',
  channel: '方式',
  kind: '客户类型',
  role: '角色',
  style: '性格',
  direction: '方向',
  cause: '原因',
  format: '格式',
  matter: '种类',
  severity: '轻重',
  remedy: '处理',
  relation: '联系到什么程度',
  every: '多久一次',
  aspect: '方面',
  language: '语言',
  encoding: '编码',
  delimiter: '分隔符',
  system: '系统',
  setting: '设定',
  'sort key': '排序',
}

/** The words to choose among as Chinese says them; those of the program itself have none. */
const wordsOf = terms as unknown as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>

const tooLong: Record<string, string> = { name: '姓名', note: '备注', text: '文字' }

/** 打错的命令、选项和词。 */
export const commandLineErrors: typeof english = {
  interrupted: () => ({ message: '已中断，什么也没改。' }),
  'usage.unknown-command': {
    message: (asked) => `没有这个命令：${asked}。`,
    all: '全部命令：regulars help',
  },
  'usage.customer-alone': ({ asked }) => ({
    message: `“${asked}”是客户，不是命令。`,
    hint: `看这位客户：regulars show ${quoted(asked)}   所有命令：regulars help`,
  }),
  'usage.which-command': {
    which: (group) => `${group}：哪一种？`,
    none: (asked) => `没有这个命令：${asked}。`,
    choices: (commands) => `可选：${commands.join('、')}`,
  },
  'usage.unknown-option': {
    message: (command, asked) => `${command} 没有 ${asked} 这个选项。`,
    all: (help) => `全部选项：${help}`,
  },
  'usage.missing-argument': {
    message: (command, argument) => `${command}：缺${argument}。`,
    example: (example, command) => `例：${example}   更多例子：regulars help ${command}`,
    examples: (command) => `例子：regulars help ${command}`,
  },
  'usage.flag-twice': ({ option, command }) => ({
    message: `${command}：${option} 写了两次。`,
    hint: `写一次就好。选项：regulars help ${command}`,
  }),
  'usage.missing-value': ({ option, command }) => ({
    message: `${command}：${option} 后面要写值。`,
    hint: `例子：regulars help ${command}`,
  }),
  'usage.extra-argument': {
    message: (command, extra) => `${command}：多了一个词：${extra === '' ? '“”' : extra}。`,
    phone: (phone) => `电话这样写：--phone ${phone}`,
    find: (text) => `要找它：regulars find ${text}   选项：regulars help list`,
    blanks: (command) => `有空格的文字请加引号。例子：regulars help ${command}`,
  },
  'usage.hash': ({ command }) => ({
    message: `${command}：缺客户。`,
    hint: `请写上是谁：regulars ${command} 王小明 …，或 regulars ${command} 12 …。写了 #12 也会这样：# 不用写`,
  }),
  'usage.conflict': ({ first, second }) => ({ message: `${first} 和 ${second} 不能一起用。` }),
  'usage.unknown-column': {
    message: (asked) => `这里没有 ${asked === '' ? '“”' : asked} 这一列。`,
    columns: (known) => `可选：${known.join('、')}`,
    none: '这个命令没有列，请去掉 --columns；--json 给出全部。',
  },
  'usage.no-ids': () => ({ message: '--ids：这个命令不列客户。' }),
  'usage.bad-choice': {
    message: (what, asked) => `${kinds[what] ?? `${what} `}没有“${asked}”。`,
    word: (what, choice) => wordsOf[what]?.[choice] ?? choice,
    choices: (words) => `可选：${words.join('、')}`,
  },
  'usage.bad-count': {
    least: (asked, least) => `要写不小于 ${least} 的整数：“${asked}”。`,
    between: (asked, least, most) => `要写 ${least} 到 ${most} 之间的整数：“${asked}”。`,
    rule: (key) => `这条规则是什么、现在多少：regulars policy show ${key}`,
  },
  'usage.bad-share': ({ asked }) => ({ message: `要写 0 到 1 之间的比例：“${asked}”。`, hint: '例：0.35、35%' }),
  'usage.bad-flag': ({ asked }) => ({ message: `要写开或关：“${asked}”。`, hint: '例：on、off、开、关' }),
  'usage.bad-ranges': ({ asked, key }) => ({
    message: `要写三个 1 到 5 的分数或范围（最近、次数、金额）：“${asked}”。`,
    hint: `例：regulars policy set ${key} 1-2 3-5 4-5`,
  }),
  'usage.bad-reward': ({ asked, key }) => ({
    message: `不是介绍奖励：“${asked}”。`,
    hint: `写 积分:50、券:券号 或 预存:10；0 是不给。例：regulars policy set ${key} 积分:50`,
  }),
  'usage.bad-festivals': ({ asked, key }) => ({
    message: `每个节日要写名字和日子：“${asked}”。`,
    hint: `例：regulars policy set ${key} "店庆 05-18，重阳 农历09-09"`,
  }),
  'usage.bad-steps': {
    money: {
      message: (asked) => `要写四个从小到大的金额，隔开五档分数：“${asked}”。`,
      hint: '例：regulars policy set rfm.money 100 300 800 2000',
    },
    count: {
      message: (asked) => `要写四个从小到大的数，隔开五档分数：“${asked}”。`,
      hint: '例：regulars policy set rfm.days 14 30 90 180',
    },
  },
  'usage.bad-period': {
    month: { message: (asked) => `月份看不懂：“${asked}”。`, hint: '例：2026-11、11月' },
    quarter: { message: (asked) => `季度看不懂：“${asked}”。`, hint: '例：2026-Q4、4季度' },
  },
  'usage.unknown-key': {
    message: (asked) => `没有这条规则：${asked}。`,
    all: '全部规则：regulars policy show',
  },
  'usage.yes-missing': ({ command }, voice) => ({
    message: `${command} 要先问一声，这里没人回答。`,
    hint: `确定要做：${voice.again('--yes')}`,
  }),
  'usage.nothing-to-change': ({ command }) => ({
    message: `${command}：请写要改什么。`,
    hint: `选项：regulars help ${command}`,
  }),
  'usage.no-file': ({ path }) => ({
    message: `没有这个文件：${path}。`,
    hint: '名字写对了吗，是在这个文件夹里吗？不然写完整路径：/home/me/文件',
  }),
  'usage.no-folder': ({ path }) => ({
    message: `没有这个文件夹：${path}。`,
    hint: `盘插好了吗？要新建：mkdir -p ${quoted(path)}`,
  }),
  'usage.bad-currency': ({ asked }) => ({
    message: `没有这种货币：“${asked}”。`,
    hint: '三个字母：CNY、HKD、TWD、JPY、USD、EUR',
  }),
  'usage.bad-region': ({ asked }) => ({
    message: `没有这个地区：“${asked}”。`,
    hint: '两个字母：CN、HK、TW、JP、US、DE',
  }),
  'usage.bad-timezone': {
    environment: {
      message: (asked) => `没有这个时区：“${asked}”（环境变量 TZ 这样写），而时区会记进账本。`,
      hint: '请写店铺所在的时区：regulars init --timezone Asia/Shanghai',
    },
    typed: {
      message: (asked) => `没有这个时区：“${asked}”。`,
      hint: '例：Asia/Shanghai、Asia/Tokyo、Europe/Berlin、UTC',
    },
  },
  'usage.keep-folder': () => ({
    message: '--keep 要写文件夹：单个文件每次都会盖掉。',
    hint: '例：regulars backup /media/usb/ --keep 8',
  }),
  'demo.not-empty': ({ path }) => ({
    message: `${path} 里已经有客户，没有放样板店进去。`,
    hint: '放在临时文件夹：regulars demo   放在新文件：regulars demo --db demo.db',
  }),
  'schedule.refused': {
    missing: (program) => `这台电脑上没有 ${program}。`,
    would: (program, why) => `${program} 不肯：${why}`,
    noReason: '没说原因',
    hint: (system) => `看要哪几行，自己粘贴：regulars schedule ${system}`,
  },
  'usage.unknown-shop': {
    message: (asked) => `这台电脑上没有叫“${asked}”的店。`,
    none: '还没有给哪本账起过店名：regulars help config set',
    shops: (names) => `有：${names.join('、')}   再加一家：regulars help config set`,
  },
  'usage.no-terminal': ({ command }) => ({
    message: `${command} 要用键盘一张张翻，只能在终端里用。`,
    hint: '不翻卡片，只看名单：regulars due',
  }),
  'usage.no-password': ({ path }) => ({
    message: `${path} 的第一行没有密码。`,
    hint: '请把密码写在第一行，只让自己能读。例子：regulars help backup',
  }),
  'usage.no-home': () => ({
    message: '这个用户没有主目录，账本和设置没处放。',
    hint: '用 --db 指定账本；一直这样用：regulars help config set',
  }),
  'usage.no-here': () => ({ message: '当前文件夹已经不在了。', hint: '换一个文件夹：cd ~   再运行同一条命令' }),
  'usage.amount-last': ({ command, customer, amount, item }) => ({
    message: `${command}：“${item}”不是金额。`,
    hint: `金额写在物品前面：regulars ${command} ${quoted(customer)} ${amount} ${item}`,
  }),
  'usage.dash': {
    message: (word) => `“${word}”开头是横线或破折号，不是物品。`,
    flags: (command) => `选项以 - 或 -- 开头：regulars help ${command}`,
    flag: (flag) => `是选项的话请写 ${flag}`,
  },
  'usage.needs': ({ flag, other }) => ({ message: `${flag} 要和 ${other} 一起用。` }),
  'usage.credit-paid': ({ method }) => ({
    message: `--method ${method} 是从客户的预存里扣，当场不收钱。`,
    hint: '信用卡：--method card   只付一部分：只写 --paid，余下的自己从预存扣。',
  }),
  'usage.swapped': ({ command, customer, amount }) => ({
    message: `${command}：“${customer}”不是金额。`,
    hint: `先写客户，再写金额。${amount} 是金额的话：regulars ${command} ${quoted(customer)} ${amount}`,
  }),
  'usage.backup-folder': {
    message: (folder) => `${folder} 是文件夹，不是备份文件。`,
    none: '里面没有备份。要备份：regulars help backup',
    newest: (path) => `里面最新的备份：regulars restore ${path}`,
  },
  'usage.empty-name': ({ command }) => ({ message: `${command}：缺姓名。`, hint: `例子：regulars help ${command}` }),
  'usage.too-long': ({ what, length, most }) => ({
    message: `${tooLong[what] ?? what}太长：${length} 个字，最多 ${most} 个。`,
  }),
  'usage.bad-percent': ({ text }) => ({ message: `要写 0 到 100 之间的百分数：“${text}”。`, hint: '例：--share 60' }),
  'usage.bad-email': ({ text }) => ({ message: `不是邮箱：“${text}”。`, hint: '例：wang@example.com' }),
  'usage.bad-fact': ({ text }) => ({
    message: `要写成 项目=内容：“${text}”。`,
    hint: '例：--set 爱好=下棋   去掉：--set 爱好=',
  }),
  'usage.bad-years': ({ text }) => ({ message: `出生年份看不懂：“${text}”。`, hint: '例：1960..1969、1965、..1949' }),
  'usage.bad-tag': ({ text }) => ({
    message: `要写成 +标签 或 -标签：“${text}”。`,
    hint: '例：regulars tag 12 +老茶客 -新客',
  }),
  'usage.due-paid': () => ({
    message: '--due：没有欠着的，不用约日子。',
    hint: '赊账：--unpaid；付一部分：--paid 金额',
  }),
  'usage.no-filter': ({ command }) => ({
    message: `${command}：要哪些客户？存客群要写 list 的筛选。`,
    hint: `例：regulars ${command} --tag 老茶客 --not-since 90天前   全部选项：regulars help group save`,
  }),
}
