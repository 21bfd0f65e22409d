import { quoted } from '../asked.ts'
import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'
import { entry } from './entry.ts'
import { exportErrors } from './export.ts'
import { importErrors } from './import.ts'
import { terms } from './terms.ts'

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
const regions: Record<string, string> = {
  CN: '中国',
  HK: '香港',
  MO: '澳门',
  TW: '台湾',
  SG: '新加坡',
  MY: '马来西亚',
  JP: '日本',
  KR: '韩国',
  US: '美国',
}

/** The words to choose among as Chinese says them; those of the program itself have none. */
const wordsOf = terms as unknown as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>

const tooLong: Record<string, string> = { name: '姓名', note: '备注', text: '文字' }

export const errors: Words['errors'] = {
  ...importErrors,
  ...exportErrors,
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
  'points.overdrawn': ({ customerId }) => ({
    message: `客户 #${customerId} 后来用掉了这些积分，不能撤销。`,
    hint: `积分怎么用的：regulars points show ${customerId}`,
  }),
  'reward.spent': ({ customerId, spent }, voice) => ({
    message: `客户 #${customerId} 已经用掉介绍奖励 ${voice.money(spent)}，撤销了就反倒欠钱，不能撤销。`,
    hint: `改用作废，用掉的不追回：regulars help void   怎么用的：regulars statement ${customerId}`,
  }),
  'points.too-few': ({ id, name, points, asked }) => ({
    message: `${name} #${id} 有 ${grouped(points)} 分，不够 ${grouped(asked)} 分。`,
    hint: `看积分：regulars points show ${id}`,
  }),
  'points.worthless': () => ({
    message: '店里的积分不抵钱：一分值 0。',
    hint: '要改：regulars policy set points.worth 0.01',
  }),
  'points.too-many': ({ asked, most, amount }, voice) => ({
    message: `${grouped(asked)} 分抵的钱超过了还要付的 ${voice.money(amount)}。`,
    hint: `最多：--redeem ${most}`,
  }),
  'points.walk-in': () => ({ message: '散客没有积分、券和优惠。', hint: '请写上是谁：regulars help buy' }),
  'coupon.not-found': {
    message: (asked) => `没有券“${asked}”。`,
    hint: (code) => `看有哪些：regulars coupon list   要新做一张：regulars coupon give ${code} --value 10 --to nobody`,
  },
  'coupon.not-given': ({ code, id, name }) => ({
    message: `券 ${code} 没有送给 ${name} #${id}。`,
    hint: `送给他：regulars coupon give ${quoted(code)} --to ${id}`,
  }),
  'coupon.used-up': {
    once: (name, code) => `${name} 已经用过券 ${code}。`,
    often: (name, code, uses) => `${name} 已经用过券 ${code}（${uses} 次）。`,
    hint: '还有哪些：regulars coupon list',
  },
  'coupon.over': ({ code, until }) => ({
    message: `券 ${code} 到 ${until} 为止。`,
    hint: '还有哪些：regulars coupon list',
  }),
  'coupon.too-little': ({ code, least, amount }) => ({ message: `券 ${code} 满 ${least} 才能用，这单 ${amount}。` }),
  'coupon.stands': ({ code }) => ({
    message: `已经有券 ${code}，但不是这个面值。`,
    hint: '送那一种就别写面值；是什么：regulars coupon list',
  }),
  'coupon.no-worth': ({ code }) => ({
    message: `券 ${code} 抵多少？`,
    hint: '减多少钱，或打几折：--value 10 或 --percent 15。例子：regulars help coupon give',
  }),
  'coupon.nobody': ({ code }) => ({
    message: `券 ${code} 没有人可送：没有合适的客户，或都已经有了。`,
    hint: '送给谁：--to 姓名、--group、--tier、--tag。例子：regulars help coupon give',
  }),
  'privilege.none': ({ tier }) => ({
    message: `${tier} 级没有折扣。`,
    hint: `要给：regulars policy set tier.${tier}.privilegePercent 5`,
  }),
  'usage.no-terminal': ({ command }) => ({
    message: `${command} 要用键盘一张张翻，只能在终端里用。`,
    hint: '不翻卡片，只看名单：regulars due',
  }),
  'usage.no-password': ({ path }) => ({
    message: `${path} 的第一行没有密码。`,
    hint: '请把密码写在第一行，只让自己能读。例子：regulars help backup',
  }),
  'backup.encrypted': ({ path }) => ({
    message: `${path} 是加密的。`,
    hint: '用 --password-file 写上放密码的文件。例子：regulars help restore',
  }),
  'backup.wrong-password': ({ path }) => ({
    message: `这个密码打不开 ${path}，什么也没有动。`,
    hint: '密码就是文件的第一行，空格也算。说明：regulars help restore',
  }),
  'backup.unlike': ({ path }) => ({
    message: `${path} 的备份读回来对不上，没有留下。`,
    hint: '换一个盘：regulars help backup   检查账本：regulars doctor',
  }),
  'backup.taken': ({ path }) => ({
    message: `${path} 是别的文件，不是备份，没有动它。`,
    hint: '请写文件夹或新文件。例子：regulars help backup',
  }),
  'backup.other': ({ path, why }) => ({
    message: {
      other: `${path} 是另一本账，不是这本的备份，没有动它。`,
      'in-use': `${path} 正在用：旁边有日志，或有人打开着，没有动它。`,
      damaged: `${path} 是一份坏了的备份，没有动它；账本本身不受影响。`,
      ahead: `${path} 里有这本账没有的内容（备份之后又记过），没有动它。`,
    }[why],
    hint: '请写文件夹或新文件。例子：regulars help backup',
  }),
  'engine.bad-address': ({ asked }) => ({
    message: `这不是账本的地址：${quoted(asked)}。`,
    hint: 'postgres://用户@主机/数据库?ledger=账本名',
  }),
  'engine.password': () => ({
    message: '地址里不能写密码：地址会被显示、被保存。',
    hint: '密码写进 ~/.pgpass 或环境变量 PGPASSWORD，地址里去掉。',
  }),
  'engine.unreachable': ({ host }) => ({ message: `连不上服务器 ${host}。`, hint: '服务器开着吗？这台电脑联网了吗？' }),
  'engine.refused': ({ host }) => ({
    message: `服务器 ${host} 不让这个用户进去。`,
    hint: '用户名写在地址里，密码写在 ~/.pgpass 或 PGPASSWORD。',
  }),
  'engine.untrusted': ({ host }) => ({
    message: `服务器 ${host} 拿不出这台电脑信得过的证书，不能确定是不是它。`,
    hint: '签发者的证书：NODE_EXTRA_CA_CERTS=文件 regulars …',
  }),
  'engine.no-database': ({ database }) => ({
    message: `服务器上没有数据库 ${quoted(database)}。`,
    hint: `建一次就行：createdb ${database}`,
  }),
  'engine.too-old': ({ found, needed }) => ({
    message: `服务器是 PostgreSQL ${found}，账本要 ${needed} 或更新的版本。`,
    hint: '请升级服务器，或把账本放在文件里：regulars help config',
  }),
  'engine.encoding': ({ found, database }) => ({
    message: `数据库 ${quoted(database)} 的文字编码是 ${found}，不是 UTF-8：有的名字会存不下。`,
    hint: `另建一个：createdb -T template0 -E UTF8 名字`,
  }),
  'engine.no-zero': () => ({
    message: '文字里有 U+0000 这个字符，服务器存不了；什么也没改。',
    hint: "请先去掉。文件可以这样：tr -d '\\000' < 文件 > 新文件",
  }),
  'engine.not-allowed': () => ({
    message: '服务器不许这个用户这样做。',
    hint: '管账的人可以：请他来做，或在地址里用他的名字。',
  }),
  'engine.lost': ({ host }) => ({
    message: `和服务器 ${host} 的连接断了；没有回话确认的都没记上。`,
    hint: '再记之前先看一眼：regulars log',
  }),
  'engine.file-only': () => ({
    message: '这个命令只能用在账本文件上，服务器上的账本不行。',
    hint: '先备份成文件：regulars backup',
  }),
  'engine.server-only': () => ({
    message: '这个命令看的是服务器上的数据库。',
    hint: 'regulars ledgers --db postgres://用户@主机/数据库   按店名：regulars config',
  }),
  'usage.no-home': () => ({
    message: '这个用户没有主目录，账本和设置没处放。',
    hint: '用 --db 指定账本；一直这样用：regulars help config set',
  }),
  'usage.no-here': () => ({ message: '当前文件夹已经不在了。', hint: '换一个文件夹：cd ~   再运行同一条命令' }),
  'file.address': ({ text }) => ({
    message: `${text} 是网址，不是文件，什么也没做。`,
    hint: '请换成文件名，比如 ./shop.db。',
  }),
  'file.not-regular': ({ path }) => ({
    message: `${path} 是设备或管道，不是文件，没有动它。`,
    hint: '请换成文件名，比如 ./shop.db。',
  }),
  'file.foreign': ({ path, beside }) => ({
    message: `${beside} 和 ${path} 不是同一个用户的，里面的话不能信。`,
    hint: `确定没人开着账本，再把它移开：mv ${quoted(beside)} /tmp/   检查账本：regulars doctor`,
  }),
  'file.beside': ({ path, beside }) => ({
    message: `${beside} 不是普通文件，不会是 ${path} 的日志，什么也没改。`,
    hint: `请把它移开：mv ${quoted(beside)} /tmp/`,
  }),
  'file.missing': ({ path }) => ({
    message: `没有账本：${path}。`,
    hint: '新建：regulars init   有备份：regulars help restore   先看看样子：regulars demo',
  }),
  'file.exists': ({ path }) => ({
    message: `已经有账本了：${path}。`,
    hint: '店名、货币、时区等可以改：regulars policy show shop',
  }),
  'file.not-a-ledger': ({ path }) => ({
    message: `${path} 不是 regulars 的账本，没有动它。`,
    hint: '请换成账本文件。现在看的是哪本：regulars config list',
  }),
  'file.newer': ({ path, found, known }) => ({
    message: `${path} 是更新版的 regulars 写的（文件版本 ${found}，本程序到 ${known}）。`,
    hint: '下一步：npm install -g regulars   别的账本用 --db 指明。',
  }),
  'file.older': ({ path, found, known }) => ({
    message: `${path} 是旧版账本（文件版本 ${found}，本程序写 ${known}）。`,
    hint: '升级（会先留一份）：regulars doctor --migrate',
  }),
  'file.busy': ({ path }) => ({ message: `${path} 正被另一个 regulars 使用，已等 30 秒。`, hint: '等它做完再试。' }),
  'file.damaged': ({ path }) => ({
    message: `${path} 坏了。`,
    hint: `查看问题：regulars doctor --db ${quoted(path)}   回到上次备份：regulars help restore`,
  }),
  'file.unwritable': ({ path }) => ({
    message: `${path} 写不进去。`,
    hint: '请检查文件和文件夹归谁，或换一个（账本用 --db）。',
  }),
  'file.unreadable': ({ path }) => ({
    message: `${path} 读不了。`,
    hint: '请检查文件和文件夹归谁，或换一个（账本用 --db）。',
  }),
  'file.is-folder': ({ path }) => ({ message: `${path} 是文件夹，不是账本。`, hint: '请用 --db 写到里面的文件。' }),
  'file.full': ({ path }) => ({ message: `${path} 所在的磁盘满了，账本没有变。`, hint: '腾出空间后再做一遍。' }),
  'file.disk': ({ said }) => ({
    message: `硬盘、U 盘或网络盘读不出来（${said}）。`,
    hint: '能读了以后：regulars doctor　没说记好的，都没有记进账本。',
  }),
  'file.output': {
    full: '要打印到的地方满了，没有打印全。',
    broken: '打印不出去，没有打印全。',
    hint: '这个命令记进账本的还在：regulars log',
  },
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
  'policy.money-stands': {
    message: (what) => `账上有钱数，不能换货币：${what.join('，')}。`,
    entries: (count) => `账目 ${grouped(count)} 笔`,
    customers: (count) => `记了金额的客户 ${grouped(count)} 位`,
    rules: (count) => `写了金额的规则 ${grouped(count)} 条`,
    hint: '另建一本别的货币的账：regulars help init',
  },
  'config.foreign': ({ path }) => ({
    message: `${path} 是别的用户的，或者谁都能改：里面的设置不算数。`,
    hint: `如果是你的：sudo chown $(id -un) ${quoted(path)} && chmod go-w ${quoted(path)}`,
  }),
  'file.not-counted': {
    foreign: (path) => ({
      message: `${path} 是别的用户的，或者谁都能改：不算数。`,
      hint: `如果是你的：sudo chown $(id -un) ${quoted(path)} && chmod go-w ${quoted(path)}`,
    }),
    unreadable: (path) => ({
      message: `${path} 读不了（要是不超过 1 MB 的文本）：不算数。`,
      hint: '改好它，或删掉它。',
    }),
  },
  'config.damaged': ({ path }) => ({
    message: `${path} 读不懂，里面的设定不算数。`,
    hint: '改好或删掉这个文件，再看：regulars config list',
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
  'money.unreadable': ({ text }) => ({
    message: `金额看不懂：“${text}”。`,
    hint: '例：128、88.5、88元5角、128+60、128*2',
  }),
  'money.too-precise': ({ text, currency, digits }) => ({
    message: `小数太多：“${text}”，${currency} 最多 ${digits} 位。`,
  }),
  'money.negative': ({ text }) => ({
    message: `这里不能是负数：“${text}”。`,
    hint: '退货：regulars refund   把钱退出去：regulars pay --out',
  }),
  'money.ambiguous': {
    message: (text, one, other) => `“${text}”可以是 ${one}，也可以是 ${other}。`,
    either: (thousands, decimals) => `请写 ${thousands} 或 ${decimals}。`,
    fewer: (thousands, currency) => `请写 ${thousands}，或少写小数：${currency} 没有这么多位。`,
  },
  'money.too-large': ({ text, most }, voice) => ({ message: `金额太大：“${text}”，最多 ${voice.money(most)}。` }),
  'day.unreadable': {
    message: (text) => `日期看不懂：“${text}”。`,
    ahead: '例：2026-12-31、12-31、明天、3天后、下周五、月底',
    back: '例：2026-11-21、11-21、昨天、3天前、上周五',
  },
  'day.year-last': ({ text }) => ({ message: `日期看不懂：“${text}”。`, hint: '年份写在前面：2026-12-31' }),
  'day.impossible': ({ text }) => ({ message: `没有这一天：“${text}”。`, hint: '日子怎么写：regulars help days' }),
  'day.future': ({ day, today }) => ({ message: `${day} 还没到（今天 ${today}）。`, hint: '例：2026-11-21、昨天' }),
  'day.next-first': ({ next, on }) => ({
    message: `下次联系不能比这次早：${next} 早于 ${on}。`,
    hint: '例：--next 3天、--next 下周五、--next 2026-12-31',
  }),
  'day.snooze-past': ({ day, today }) => ({
    message: `要推迟到以后的日子：${day} 不在 ${today} 之后。`,
    hint: '例：3天、下周一、2026-12-31、off（不推迟了）',
  }),
  'day.past': ({ day, today }) => ({
    message: `${day} 已经过了（今天 ${today}）。`,
    hint: '例：2026-12-31、30天后',
  }),
  'day.reversed': ({ from, to }) => ({ message: `起止反了：${from} 到 ${to}。` }),
  'phone.unreadable': ({ text, region }) => ({
    message: `不像${regions[region] ?? ` ${region} `}的电话号码：“${text}”。`,
    hint: '外国号码请带国家代码：+44 20 7946 0000',
  }),
  'birthday.unreadable': {
    either: (text, lunar, solar) => ({
      message: `“${text}”不知道是农历还是阳历。`,
      hint: `农历写：${lunar}   阳历写：${solar}`,
    }),
    neither: (text) => ({
      message: `生日看不懂：“${text}”。`,
      hint: '例：1988-05-06、05-06、5月6日、农历四月十八、lunar:1988-04-18',
    }),
  },
  'birthday.future': ({ text, today }) => ({
    message: `这个生日还没到：“${text}”（今天 ${today}）。`,
    hint: '年份写在前面：1988-05-06',
  }),
  'usage.empty-name': ({ command }) => ({ message: `${command}：缺姓名。`, hint: `例子：regulars help ${command}` }),
  'usage.too-long': ({ what, length, most }) => ({
    message: `${tooLong[what] ?? what}太长：${length} 个字，最多 ${most} 个。`,
  }),
  'survey.unreadable': ({ text }) => ({
    message: `看不懂打了几分：“${text}”。`,
    hint: '例：4   4.5   8/10   90%   ★★★★   满意',
  }),
  'survey.too-high': ({ text, most }) => ({
    message: `“${text}”超过了 ${most} 分。`,
    hint: '满分不同的写明：8/10   80%   文件里：--scale 10',
  }),
  'survey.expected-nothing': ({ text }) => ({
    message: `期望不能是 0 分：“${text}”。`,
    hint: '例：--expected 4   --expected 5',
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
  'customer.not-found': {
    message: (asked) => `没有客户“${asked}”。`,
    all: '全部客户：regulars list   找人：regulars help find',
    addPhone: (phone) => `新客户要有名字：regulars add 王小明 --phone ${phone}`,
    near: (customers) => `相近的：${customers.join('、')}`,
    customer: (typed, name) => `${typed}（${name}）`,
    search: (text) => `找人：regulars find ${text}`,
    add: (name) => `新客户：regulars add ${name}`,
  },
  'customer.ambiguous': {
    message: (asked, count) => `“${asked}”有 ${grouped(count)} 位。`,
    hint: (matches) => `请写全名、电话后四位或号：${matches.join('、')}`,
    match: (typed, about) => `${typed}（${about.join(' ')}）`,
    phone: (last) => last,
    last: (day) => `${day} 来过`,
    others: '……',
  },
  'customer.unreadable': ({ asked }) => ({
    message: `看不懂指的是谁：“${asked}”。`,
    hint: '例：12、id:12、code:007、phone:13800138000、name:王小明',
  }),
  'customer.phone-taken': ({ phone, by }, voice) => ({
    message: `${voice.phone(phone)} 是 ${by.name} #${by.id} 的电话。`,
    hint: `就是这位：regulars show ${by.id}   一家人共用：${voice.again('--same-phone')}`,
  }),
  'customer.code-taken': ({ code, by }) => ({ message: `卡号 ${code} 是 ${by.name} #${by.id} 的。` }),
  'customer.owes-still': ({ who, amount }, voice) => ({
    message: `${who.name} #${who.id} 还${voice.balance(amount)}。`,
    hint: `结清后再收起：regulars pay ${who.id} ${amount}`,
  }),
  'customer.refers-self': ({ who }) => ({ message: `介绍人不能是本人：${who.name} #${who.id}。` }),
  'customer.refers-round': ({ who, by }) => ({
    message: `${by.name} #${by.id} 是经 ${who.name} #${who.id} 介绍来的，不能反过来再介绍。`,
    hint: `谁介绍了谁：regulars referrals   去掉对方的介绍人：regulars edit ${by.id} --referred-by ""`,
  }),
  'value.too-little-data': ({ asOf, buyers, buyersNeeded, repeatBuyers, repeatBuyersNeeded }) => ({
    message: `数据太少，算不出客户值多少：到 ${asOf} 只有 ${buyers} 位买过，其中 ${repeatBuyers} 位买过 2 天以上。`,
    hint: `至少要 ${buyersNeeded} 位买过，其中 ${repeatBuyersNeeded} 位买过 2 天以上。先看熟客程度：regulars report stages`,
  }),
  'merge.same': ({ who }) => ({ message: `${who.name} #${who.id} 已经是同一位。` }),
  'merge.kept': {
    twice: '留下的客户写了两次。',
    missing: '并到谁那里？缺留下的客户。',
    hint: '例：regulars merge 301 --into 12',
  },
  'merge.changed': ({ from, into }) => ({
    message: `${from.name} #${from.id} 或 ${into.name} #${into.id} 刚才又改过，没有合并。`,
    hint: `再看一遍：regulars merge ${from.id} --into ${into.id}`,
  }),
  'forget.not-wiped': ({ path }) => ({
    message: `已忘掉，文件还没清干净：别的程序正在读 ${path}。`,
    hint: '等它关掉后：regulars doctor',
  }),
  'keeper.not-found': {
    message: (asked) => `没有叫“${asked}”的人在照看客户。`,
    near: (name) => `是不是 ${name}？`,
    none: (keeper) => `先记下谁照看：regulars edit 12 --keeper ${keeper}`,
    all: '谁照看谁：regulars list --columns id,name,keeper',
  },
  'keeper.same': ({ keeper }) => ({ message: `本来就是 ${keeper} 在照看。` }),
  'person.taken': ({ name, who }) => ({
    message: `${who.name} #${who.id} 已经有一位${name}。`,
    hint: `要改：先 regulars person remove ${who.id} ${quoted(name)}，再重新添加`,
  }),
  'person.not-found': {
    message: (firm, id, name) => `${firm} #${id} 没有叫“${name}”的人。`,
    known: (names) => `他们的人：${names.join('、')}`,
    add: (id, name) => `添加：regulars person add ${id} ${name}`,
  },
  'customer.not-pinned': ({ id, name }) => ({
    message: `${name} #${id} 的等级不是手动定的。`,
    hint: `为什么是这一等：regulars why ${id}`,
  }),
  'customer.walk-in': ({ command }) => ({
    message: `${command}：散客不是哪一位。`,
    hint: '请写客户，或先添加：regulars help add',
  }),
  'customer.archived': ({ id, name }) => ({
    message: `${name} #${id} 已归档。`,
    hint: `又来了？先恢复：regulars unarchive ${id}`,
  }),
  'usage.due-paid': () => ({
    message: '--due：没有欠着的，不用约日子。',
    hint: '赊账：--unpaid；付一部分：--paid 金额',
  }),
  'money.zero': ({ text }) => ({ message: `金额不能是零：“${text}”。` }),
  'money.over-paid': ({ paid, amount }, voice) => ({
    message: `付了 ${voice.money(paid)}，比应付的 ${voice.money(amount)} 还多。`,
    hint: '多出来的要存着：regulars help pay',
  }),
  'day.due-first': ({ due, on }) => ({ message: `约好 ${due} 付，比买的那天（${on}）还早。` }),
  'payment.on-account': ({ method }) => ({
    message: `${method}不是付款方式：没有收到钱。`,
    hint: '又赊了一笔：regulars help buy   收到了钱，比如：--method 现金',
  }),
  'payment.of-credit': ({ method, customer }) => ({
    message: `${method} 里的钱本来就在店里，不能拿来充值、还款。`,
    hint: `退还预存，比如：regulars pay ${quoted(customer)} 50 --out   看账：regulars statement ${quoted(customer)}`,
  }),
  'entry.unreadable': ({ text }) => ({
    message: `单号看不懂：“${text}”。`,
    hint: '单号是数字（812），联系是 c31。查单号：regulars purchases',
  }),
  'entry.not-found': ({ asked }) => ({
    message: `没有单 ${asked}。`,
    hint: `查单号：regulars purchases   指客户请写 id:${asked} 或姓名。`,
  }),
  'entry.already-void': ({ id, kind }) => ({
    message: `${entry.numbered(kind, id)}已经作废了。`,
    hint: '作废错了，撤销那一次改动：regulars log',
  }),
  'entry.not-a-purchase': ({ id, kind }) => ({
    message: `${entry.numbered(kind, id)}不能退款，只有消费能退。`,
    hint: `记错了：regulars void ${id}`,
  }),
  'entry.has-refunds': ({ id, refunds, command }) => ({
    message: `${command}：消费单 ${id} 有退款（单 ${refunds.join('、')}）。`,
    hint: `要一起作废：regulars void ${[id, ...refunds].join(' ')}`,
  }),
  'entry.paid-does-not-fit': ({ id, paid, amount }, voice) => ({
    message: `单 ${id} 已付 ${voice.money(paid)}，比 ${voice.money(amount)} 还多。`,
    hint: `请重记：regulars void ${id}   再记一遍`,
  }),
  'entry.same-amount': ({ id, amount }, voice) => ({ message: `单 ${id} 本来就是 ${voice.money(amount)}。` }),
  'purchase.credit-short': {
    message: (who, credit, short, amount) => `${who} ${credit}，不够 ${amount}，差 ${short}。`,
    none: '没有预存',
    credit: (amount) => `预存 ${amount}`,
    hint: (id) => `信用卡：--method card   不够的赊着：写 --unpaid，不写 --method   看账：regulars statement ${id}`,
  },
  'payment.bonus-without-credit': ({ id, name, owed, amount }, voice) => ({
    message: `赠送要跟存下的钱一起：${name} #${id} 欠 ${voice.money(owed)}，${voice.money(amount)} 存不下。`,
    hint: `看账：regulars statement ${id}`,
  }),
  'payment.bonus-spent': ({ id, customerId, bonus, left }, voice) => ({
    message: `单 ${id} 送过 ${voice.money(bonus)}，只剩 ${voice.money(left)}，收不回来。`,
    hint: `看用在哪里：regulars statement ${customerId}`,
  }),
  'payment.no-bonus': ({ id, name }) => ({
    message: `${name} #${id} 没有赠送可以作废。`,
    hint: `看账：regulars statement ${id}`,
  }),
  'pass.none': {
    message: (name, id) => `${name} #${id} 这天没有能用的次卡。`,
    sell: '卖次卡：regulars help pass sell',
    theirs: (id) => `看次卡：regulars pass list ${id}`,
  },
  'pass.not-found': ({ id, name, pass }) => ({
    message: `${name} #${id} 没有次卡 ${pass}。`,
    hint: `看次卡：regulars pass list ${id}`,
  }),
  'pass.not-open': {
    message: (pass, why) => `次卡 ${pass} ${why}。`,
    'used-up': (visits) => `用完了，共 ${visits} 次`,
    refunded: '已经退了',
    over: (until) => `到 ${until} 为止，过期了`,
    'not-sold': (on) => `${on} 才卖出`,
  },
  'pass.over-when-sold': ({ until, on }) => ({ message: `次卡到期（${until}）比卖出（${on}）还早。` }),
  'entry.is-reward': ({ id }) => ({
    message: `单 ${id} 是介绍奖励，给多少由规则定。`,
    hint: `要收回：regulars void ${id}`,
  }),
  'pass.visit-is-free': ({ id, command }) => ({
    message: `${command}：单 ${id} 是用次卡，没有收钱。`,
    hint: `把这一次还回去：regulars void ${id}`,
  }),
  'pass.overdrawn': ({ id, visits, used }) => ({
    message: `这样次卡 ${id} 就用了 ${used} 次（共 ${visits} 次），或退得比剩下的还多。`,
    hint: '看次卡：regulars pass list',
  }),
  'entry.has-visits': ({ id, visits }) => ({
    message: `void：次卡 ${id} 还有用过的 ${visits.length} 次（单 ${visits.join('、')}）。`,
    hint: `要一起作废：regulars void ${[id, ...visits].join(' ')}`,
  }),
  'purchase.walk-in-unpaid': () => ({
    message: '散客要付清：赊了账找不到人。',
    hint: '要赊账请写客户，或先添加：regulars help add',
  }),
  'purchase.over-limit': ({ name, id, limit, balance }, voice) => ({
    message: `${name} #${id} 会欠到 ${voice.money(balance)}，超过赊账额度 ${voice.money(limit)}。`,
    hint: `仍要赊：${voice.again('--over-limit')}`,
  }),
  'refund.before-purchase': ({ id, on, boughtOn }) => ({ message: `退款日（${on}）早于消费单 ${id}（${boughtOn}）。` }),
  'refund.too-much': ({ id, asked, left }, voice) => ({
    message: `单 ${id} 只能再退 ${voice.money(left)}，不够退 ${voice.money(asked)}。`,
    hint: `全退：regulars refund ${id}`,
  }),
  'refund.nothing-left': ({ id }) => ({ message: `单 ${id} 已经退完了。` }),
  'refund.nothing-covers': {
    none: (who) => `${who} 没有可退的消费。`,
    covers: (who, amount) => `${who} 没有够退 ${amount} 的消费。`,
    hint: (id) => `看消费：regulars purchases ${id}`,
  },
  'payment.more-than-credit': {
    message: (who, credit, amount) => `${who} ${credit}，退不出 ${amount}。`,
    none: '没有预存',
    credit: (amount) => `只有预存 ${amount}`,
    besides: (credit, bonus) => `${credit}（赠送 ${bonus} 不退）`,
    hint: (id) => `看账：regulars statement ${id}`,
  },
  'usage.no-filter': ({ command }) => ({
    message: `${command}：要哪些客户？存客群要写 list 的筛选。`,
    hint: `例：regulars ${command} --tag 老茶客 --not-since 90天前   全部选项：regulars help group save`,
  }),
  'group.not-found': {
    message: (asked) => `没有客群“${asked}”。`,
    none: '还没存过客群：regulars help group save',
    all: '全部客群：regulars group list',
  },
  'group.taken': ({ name }, voice) => ({
    message: `已经有客群“${name}”了。`,
    hint: `要改：${voice.again('--replace')}   看它是什么：regulars group list`,
  }),
  'payer.not-found': {
    message: (asked) => `没有消费是付款名“${asked}”付的。`,
    none: '还没导入过带付款名的账单：regulars help import',
    all: '看有哪些：regulars payer list',
  },
  'payer.several': ({ asked, keys }) => ({
    message: `“${asked}”有好几个付款名：${keys.join('、')}。`,
    hint: `连平台一起写全：${quoted(keys[0] ?? '')}`,
  }),
  'payer.linked': ({ key, by }) => ({
    message: `${key} 已经是 ${by.name} #${by.id} 了。`,
    hint: `要改，先：regulars payer unlink ${quoted(key)}`,
  }),
  'payer.not-linked': ({ key }) => ({
    message: `${key} 还没指认过。`,
    hint: '已经指认的：regulars payer list --linked',
  }),
  'complaint.not-found': ({ asked }) => ({
    message: `没有投诉 ${asked}。`,
    hint: '全部：regulars complaint list --all',
  }),
  'complaint.not-theirs': ({ id, who }) => ({
    message: `单 ${id} 不是 ${who.name} #${who.id} 的。`,
    hint: `这位客户的：regulars purchases ${who.id}`,
  }),
  'complaint.promise-first': ({ promised, on }) => ({
    message: `约好的日子（${promised}）比当天（${on}）还早。`,
    hint: '例：--promise 3天',
  }),
  'complaint.before-opened': ({ id, on, opened }) => ({
    message: `投诉 ${id} 是 ${opened} 提的，${on} 还没有这件事。`,
    hint: `全部：regulars complaint show ${id}`,
  }),
  'complaint.resolved': ({ id, on }) => ({
    message: `投诉 ${id} 在 ${on} 已了结。`,
    hint: `回访：regulars complaint step ${id} 6   又有事：regulars help complaint open`,
  }),
  'complaint.no-steps': ({ id }) => ({
    message: `${id} 是建议，不走六步。`,
    hint: `有了回音：regulars complaint resolve ${id}`,
  }),
  'customer.complains': ({ who, complaint }) => ({
    message: `${who.name} #${who.id} 还有投诉未了（${complaint}）。`,
    hint: `了结后再收起：regulars complaint resolve ${complaint}`,
  }),
  'occasion.not-found': {
    several: (who, text) => `${who} 有几个纪念日都含“${text}”。`,
    none: (who, text) => `${who} 没有纪念日“${text}”。`,
    add: '记一个：regulars help occasion add',
    known: (occasions) => `有这些：${occasions.join('、')}`,
  },
  'event.taken': ({ name, on }) => ({
    message: `已经有活动“${name}”，在 ${on}。`,
    hint: '全部：regulars event list',
  }),
  'event.not-found': {
    message: (asked) => `没有活动“${asked}”。`,
    none: '开一个：regulars help event open',
    all: '有哪些活动：regulars event list',
  },
  'event.to-come': ({ name, on }) => ({
    message: `“${name}”在 ${on}，还没到，没有人能来过。`,
    hint: '提前办了：--on 日子',
  }),
  'message.unknown-template': {
    message: (asked) => `没有“${asked}”这种消息。`,
    all: (known) => `有这些：${known.join('、')}   内容：regulars message`,
  },
  'message.unknown-field': {
    message: (template, asked) => `消息“${template}”里的 {${asked}} 没有可填的内容。`,
    fact: '{fact:项目}',
    known: (fields) => `可用：${fields.join(' ')}，也可写中文`,
  },
  'message.personal': {
    reasoned: (template) => `“${template}”只给有这个缘由的人：要一位一位写，不能发到群里。`,
    filled: (template, field) => `“${template}”里有 {${field}}：要一位一位写，不能发到群里。`,
    hint: (template) => `发给谁：regulars message ${template} --to due   或 --to 姓名、--tier A、--group 客群`,
  },
  'message.nobody-asked': ({ template, flag }) => ({
    message: `${flag} 要说清发给谁。`,
    hint: `例：regulars message ${quoted(template)} --to due ${flag}   --tier A,B   --to 姓名   --group 客群`,
  }),
  'message.no-event': ({ template }) => ({
    message: `“${template}”说的是活动。`,
    hint: '哪一场：--event 名称   有哪些：regulars event list',
  }),
  'message.event-over': ({ name, on }) => ({
    message: `“${name}”在 ${on}，已经过了。`,
    hint: '谁来了：regulars help event came   新开一场：regulars help event open',
  }),
  'message.festival-away': {
    unkept: (festival) => `店里不过“${festival}”。`,
    keep: '要过：regulars policy set festival.calendar chinese',
    away: (festival, on, days) => `“${festival}”在 ${on}：前 ${days} 天到后 3 天才发问候。`,
    earlier: (days) => `今天就要发：regulars policy set festival.days ${days}`,
    others: '现在有什么可发：regulars message',
  },
  'message.empty': ({ file }) => ({
    message: `${file} 里没有内容。`,
    hint: '第一行可写“主题：…”，下面是正文；{称呼} 会填上。',
  }),
  'want.not-found': {
    message: (name, id, text) => `${name} #${id} 没有在等“${text}”。`,
    note: (id, text) => `要记下来：regulars want ${id} "${text}"`,
    waits: (texts) => `在等的：${texts.join('、')}`,
  },
  'loss.never-bought': ({ id, name }) => ({
    message: `${name} #${id} 还没买过，谈不上流失。`,
    hint: `记一句备注：regulars help note`,
  }),
  'contact.not-found': ({ asked }) => ({ message: `没有联系 ${asked}。`, hint: '查联系的号：regulars contacts' }),
  'contact.no-amount': ({ id, command }) => ({
    message: `${command}：c${id} 是联系，没有金额。`,
    hint: `联系记错了：regulars void c${id}   查单号：regulars purchases`,
  }),
  'contact.already-void': ({ id }) => ({
    message: `联系 c${id} 已经作废了。`,
    hint: '作废错了，撤销那一次改动：regulars log',
  }),
  'change.not-found': ({ asked }) => ({ message: `没有改动 ${asked}。`, hint: '看有哪些改动：regulars log' }),
  'change.undone': ({ change, by }) => ({
    message: `改动 ${change} 已经撤销过了（见改动 ${by}）。`,
    hint: '看有哪些改动：regulars log',
  }),
  'change.not-undoable': ({ change, command }) => ({
    message: `${command} 不能撤销（改动 ${change}）。`,
    hint: '看有哪些改动：regulars log',
  }),
  'change.none-of-yours': {
    none: '你没有可撤销的改动。',
    newest: (by, time, what) => `你没有可撤销的改动；最近一次是 ${by} ${time}（${what}）。`,
    undo: (change) => `仍要撤销：regulars undo ${change}`,
    all: '看有哪些改动：regulars log',
  },
  'change.in-the-way': {
    message: (change, later, more) => `改动 ${change} 撤销不了，后面的改动用到了它：${later.join('、')}${more}。`,
    later: (change, what) => `${change}（${what}）`,
    more: (count) => `，另有 ${grouped(count)} 个`,
    hint: (first) => `先撤销后面的：regulars undo ${first}`,
    keep: (change) => `或者留下改过的行：regulars undo ${change} --keep-edited`,
  },
  'change.keep-not-import': ({ change, command }) => ({
    message: `--keep-edited 只用于导入；改动 ${change} 是 ${command}。`,
    hint: `不加它：regulars undo ${change}`,
  }),
}
