import type { Finding, Sayings } from '../../ledger/backup/doctor.ts'
import type { Suspicion } from '../../ledger/backup/duplicates.ts'
import type { Words } from '../en.ts'
import { sizeOf } from '../size.ts'
import type { Speech } from '../speech.ts'

const checks: Sayings = {
  integrity: { fine: '文件完整', else: ({ broken }) => `文件坏了：${broken.slice(0, 3).join('；')}` },
  references: {
    fine: '条目之间都对得上',
    else: ({ dangling }) =>
      `有条目指向不存在的条目：${Object.entries(dangling)
        .map(([table, rows]) => `${table} ${rows}`)
        .join('、')}`,
  },
  version: { fine: '文件是本版的', else: ({ found, known }) => `旧版文件（版本 ${found}，本程序写 ${known}）：regulars doctor --migrate` },
  schema: { fine: '表和索引都对', else: ({ different }) => `表或索引不对：${different.join('、')}` },
  sums: {
    fine: '余额都等于流水之和',
    else: ({ entries, customers }) => {
      return [
        '账对不上：',
        entries.length > 0 ? `单 ${entries.slice(0, 8).join('、')}` : '',
        customers.length > 0 ? `客户 ${customers.slice(0, 8).join('、')}` : '',
      ]
        .filter(Boolean)
        .join(' ')
    },
  },
  tiers: {
    fine: '等级是新排的',
    else: ({ on, days }) => (on === null ? '还没排过等级：regulars classify' : `等级是 ${days} 天前排的：regulars classify`),
  },
  backup: {
    fine: '最近备份过',
    else: ({ at, days }) => (at === null ? '还没备份过：regulars backup' : `上次备份是 ${days} 天前：regulars backup`),
  },
  timezone: { fine: '时区认得', else: ({ timezone }) => `没有这个时区：${timezone}` },
  place: { fine: '账本放在本机', else: ({ shared }) => `账本所在文件夹由 ${shared} 同步或共享，可能弄坏账本：请把账本放在本机，把备份放过去` },
  permissions: { fine: '只有你能读这个文件', else: ({ mode }) => `这台电脑上的别人也能打开账本（${mode}）：chmod 600 文件` },
  log: { fine: '旁边没有留下日志', else: ({ bytes }) => `旁边有 ${sizeOf(bytes)} 的日志（-wal），是账本的一部分：拷贝请用 regulars backup` },
}
const marks = { fine: '好  ', note: '提醒', fault: '毛病', damage: '毛病' }

const told = ({ check, state, facts }: Finding) => (state === 'fine' ? checks[check].fine : (checks[check].else as (facts: Finding['facts']) => string)(facts))

const suspicion = (found: Suspicion, voice: Speech): string => {
  if ('customers' in found) {
    const who = found.customers.map(({ id, name }) => `${name} #${id}`).join('、')
    return found.what === 'same-phone' ? `电话相同 ${voice.phone(found.shared)}：${who}` : `姓名相同：${who}`
  }
  const ids = `${found.ids.slice(0, 12).join('、')}${found.ids.length > 12 ? '……' : ''}`
  return {
    'entry-ahead': `日子还没到的单：${ids}`,
    'joined-ahead': `入会日还没到的客户：${ids}`,
    birthday: `生日看不懂的客户：${ids}`,
    'same-ref': `同一单号记了几笔消费：单 ${ids}`,
  }[found.what]
}

export const safety: Words['safety'] = {
  backedUp: ({ path, bytes, customers, removed }, rehearsed) => [
    `${rehearsed ? '将备份到' : '已备份并回读核对'}：${path}（${sizeOf(bytes)}，客户 ${customers.toLocaleString('en')}）`,
    `没有加密：丢了它，等于丢了 ${customers.toLocaleString('en')} 位客户的电话和消费`,
    ...(removed.length > 0 ? [`按 --keep 删了 ${removed.length} 份旧备份`] : []),
  ],
  foundInBackup: ({ at, customers, purchases, owed }, voice) =>
    `备份完好：${at === null ? '' : `${at}，`}客户 ${customers.toLocaleString('en')}，消费 ${purchases.toLocaleString('en')}，欠款 ${voice.money(owed)}`,
  replaceLedger: (path) => `用它换下 ${path} 吗？（原来的会留在旁边）`,
  putLedger: (path) => `${path} 还没有账本，放到这里吗？`,
  notRestored: '没有恢复。',
  restored: ({ path, replaced }, replaces, rehearsed) => {
    if (rehearsed) return [replaces ? `将换下 ${path}` : `将放到 ${path}`]
    if (replaced === null) return [`这里还没有账本，已放到 ${path}`]
    return [`已恢复：${path}`, `原来的账本留在：${replaced}`, `要换回去：regulars restore ${replaced} --yes`]
  },
  examined: ({ path, sound, findings, suspicions, backups }, { asked, quiet }, voice) => {
    const shown = findings.filter(({ state }) => !quiet || state === 'fault' || state === 'damage')
    const damaged = findings.some(({ state }) => state === 'damage')
    return [
      ...(quiet && shown.length === 0 ? [] : [path]),
      ...shown.map((found) => `  ${marks[found.state]}  ${told(found)}`),
      ...(asked ? (suspicions.length === 0 ? ['没有可疑的地方。'] : ['值得看一眼：', ...suspicions.map((found) => `  ${suspicion(found, voice)}`)]) : []),
      ...(damaged ? [`回到上次完好的样子：regulars restore ${backups[0] ?? '备份文件'}`] : []),
      ...(quiet || damaged ? [] : [sound ? '账本是好的。' : '账本能用，请处理标“毛病”的几处。']),
    ]
  },
}
