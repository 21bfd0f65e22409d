import { quoted } from '../asked.ts'
import type { CheckWords } from '../en/safety.ts'
import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'
import { sizeOf } from '../size.ts'

const checks: CheckWords = {
  integrity: { fine: '文件完整', else: ({ broken }) => `文件坏了：${broken}` },
  references: {
    fine: '条目之间都对得上',
    else: ({ dangling }) => `有条目指向不存在的条目：${dangling}`,
  },
  version: {
    fine: '文件是本版的',
    else: ({ found, known }) => `旧版文件（版本 ${found}，本程序写 ${known}）：regulars doctor --migrate`,
  },
  schema: { fine: '表和索引都对', else: ({ different }) => `表或索引不对：${different}` },
  sums: {
    fine: '余额都等于流水之和',
    else: ({ wrong }) => `账对不上： ${wrong}`,
  },
  tiers: {
    fine: '等级是新排的',
    else: ({ days }) => `等级是 ${days} 天前排的：regulars classify`,
  },
  backup: {
    fine: '最近备份过',
    else: ({ days }) => `上次备份是 ${days} 天前：regulars backup`,
  },
  list: {
    fine: '每天的名单都出了',
    else: ({ stoppedOn }) => `${stoppedOn} 以后没再出每天的名单：regulars schedule --install；不要了就 --remove`,
  },
  timezone: {
    fine: '时区认得',
    else: ({ timezone }) => `没有这个时区：${timezone}：regulars policy set shop.timezone Asia/Shanghai`,
  },
  currency: {
    fine: '货币认得',
    else: ({ currency }) => `没有这种货币：${currency}：regulars policy set shop.currency CNY`,
  },
  region: {
    fine: '地区认得',
    else: ({ region }) => `没有这个地区：${region}：regulars policy set shop.region CN`,
  },
  place: {
    fine: '账本放在本机',
    else: ({ shared }) => `账本所在文件夹由 ${shared} 同步或共享，可能弄坏账本：请把账本放在本机，把备份放过去`,
  },
  permissions: {
    fine: '只有你能读这个文件',
    else: ({ mode }) => `这台电脑上的别人也能打开账本（${mode}）：chmod 600 文件`,
  },
  wiped: {
    fine: '忘掉的客户没有留下什么',
    else: () => '有客户忘掉了，文件还没清干净：别的程序正在读；关掉它再 regulars doctor',
  },
  beside: {
    fine: '旁边的文件都是账本主人的',
    else: ({ foreign }) => `旁边有别的用户的文件，移开之前不会读账本：${foreign}`,
  },
  names: {
    fine: '账本只有一个名字',
    else: ({ names }) => `账本有 ${names} 个名字（硬链接），日志只在其中一个旁边：请只用一个，删掉别的`,
  },
  server: {
    fine: '服务器有回应',
    else: ({ version, line }) => `PostgreSQL ${version}${line}`,
  },
  rights: { fine: '每张表都读得到、写得进', else: ({ closed }) => `这个用户读不到或写不进：${closed}` },
  sweeping: {
    fine: '服务器自己清扫着',
    else: ({ unswept }) => `有的表里满是删掉的行：${unswept}：运行 vacuumdb，或请管服务器的人来`,
  },
  log: {
    fine: '旁边没有留下日志',
    else: ({ bytes }) => `旁边有 ${sizeOf(bytes)} 的日志（-wal），是账本的一部分：拷贝请用 regulars backup`,
  },
}

export const safety: Words['safety'] = {
  lines: { encrypted: '，线路加密', local: '，就在这台电脑上' },
  backedUp: (path, size, customers) => `已备份并回读核对：${path}（${size}，客户 ${grouped(customers)}）`,
  wouldBackUp: (path, size, customers) => `将备份到：${path}（${size}，客户 ${grouped(customers)}）`,
  notEncrypted: (customers) => `没有加密：丢了它，等于丢了 ${grouped(customers)} 位客户的电话和消费`,
  encrypted: '已加密：没有密码谁也打不开，自己也一样。',
  deleted: (count) => `按 --keep 删了 ${grouped(count)} 份旧备份`,
  holds: (customers, purchases, owed) => `客户 ${grouped(customers)}，消费 ${grouped(purchases)}，欠款 ${owed}`,
  found: (holds) => `备份完好：${holds}`,
  foundOf: (at, holds) => `备份完好：${at}，${holds}`,
  replaceLedger: (path) => `用它换下 ${path} 吗？（原来的会留在旁边）`,
  notRestored: '没有恢复。',
  wouldReplace: (path) => `将换下 ${path}`,
  wouldPut: (path) => `将放到 ${path}`,
  put: (path) => `这里还没有账本，已放到 ${path}`,
  restored: (path, replaced) => [
    `已恢复：${path}`,
    `原来的账本留在：${replaced}`,
    `要换回去：regulars restore ${quoted(replaced)} --yes`,
  ],
  marks: { fine: '好  ', note: '提醒', fault: '毛病', damage: '毛病' },
  checks,
  entries: (ids) => `单 ${ids}`,
  customers: (ids) => `客户 ${ids}`,
  neverSorted: '还没排过等级：regulars classify',
  noBackup: '还没备份过：regulars backup',
  andMore: (ids) => `${ids}……`,
  samePhone: (phone, who) => `电话相同 ${phone}：${who}`,
  alike: {
    'same-person': (who) => `姓名和生日都相同：${who}`,
    'same-name': (who) => `姓名相同：${who}`,
    'same-but-title': (who) => `去掉称呼是同一个名字：${who}`,
    'sounds-alike': (who) => `名字听起来一样：${who}`,
  },
  mergeHint: (duplicate, kept) => `真是同一位：regulars merge ${duplicate} --into ${kept} --dry-run`,
  wiped: '有客户忘掉时别的程序正在读，现在清干净了',
  odd: {
    'entry-ahead': (ids) => `日子还没到的单：${ids}`,
    'joined-ahead': (ids) => `入会日还没到的客户：${ids}`,
    birthday: (ids) => `生日看不懂的客户：${ids}`,
    'birthday-improbable': (ids) => `生日不太可能的客户：${ids}`,
    'no-phone': (ids) => `没有电话的客户：${ids}`,
    unverified: (ids) => `两年没买、没联系上、没改过资料的客户：${ids}`,
    'same-ref': (ids) => `同一单号记了几笔消费：单 ${ids}`,
  },
  nothingOdd: '没有可疑的地方。',
  worthALook: '值得看一眼：',
  goBack: (backup) => `回到上次完好的样子：regulars restore ${backup}`,
  aBackup: '备份文件',
  sound: '账本是好的。',
  works: '账本能用，请处理标“毛病”的几处。',
}
