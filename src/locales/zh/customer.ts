import { weekday } from '../../ledger/day.ts'
import { quoted } from '../asked.ts'
import type { Words } from '../en.ts'
import { lunarDay } from './lunar.ts'
import { terms } from './terms.ts'

const away = (count: number) => (count === 0 ? '就是今天' : count > 0 ? `还有 ${count} 天` : `过了 ${-count} 天`)
const solarDay = (birthday: string) => `${Number(birthday.slice(-5, -3))}月${Number(birthday.slice(-2))}日`

export const customer: Words['customer'] = {
  birthday: (birthday) => {
    const year = /^(?:lunar:)?(\d{4})-/.exec(birthday)?.[1]
    if (!birthday.startsWith('lunar:')) return `${year ? `${year}年` : ''}${solarDay(birthday)}`
    return year ? lunarDay(birthday).replace('农历', `农历${year}年`) : lunarDay(birthday)
  },
  added: (card) => `已添加 ${card}`,
  alike: (name, others) =>
    `已经有${others
      .slice(0, 6)
      .map((one) => `${one.name} #${one.id}`)
      .join('、')}${others.length > 6 ? '……' : ''}：这位${name}请写 --phone、--code 或 --birthday，好分清楚。`,
  edited: (who) => `${who} 已改：`,
  field: (field, before, now) => `  ${field}：${before || '无'} → ${now || '无'}`,
  unchanged: (who) => `${who}：本来就是这样，没有要改的。`,
  tagged: (who, tags) => `${who}  ${tags.length > 0 ? `标签 ${tags.join(' ')}` : '没有标签了'}`,
  noted: (who, line) => `${who}  已记：${line}`,
  archived: (who) => `${who} 已收起：名单、该联系、报表里都不再出现。`,
  archivedCredit: (who, credit) => `${who} 还有${credit}，账上照旧留着。`,
  unarchived: (who) => `${who} 又回到名单、该联系和报表里了。`,
  unarchiveHint: (type) => `放回来：regulars unarchive ${type}`,
  noneFits: '没有这样的客户。',
  notFound: (text, archived) =>
    `没找到“${text}”。${archived > 0 ? `收起的有 ${archived} 位：regulars find ${quoted(text)} --archived` : `   新客户：regulars add ${quoted(text)}`}`,
  alsoArchived: (archived) => `另有收起的 ${archived} 位：--archived`,
  head: { id: '号', name: '姓名', phone: '电话', tier: '等级', stage: '熟客程度', last: '上次来', balance: '余额' },
  tier: (tier, much) => (much === '' ? tier : `${tier}（${much}）`),
  inWindow: (window, visits, money) => `近 ${window} 天 ${visits} 次 ${money}`,
  notInWindow: (window) => `近 ${window} 天没来`,
  debt: (owes, oldest, count) => `${owes}，最早 ${oldest}（${count} 天）`,
  overLimit: (limit) => `额度 ${limit}`,
  doNotContact: '不要联系',
  isArchived: '已收起',
  snoozed: (day) => `推迟到 ${day}`,
  promised: (on, day, late, note) =>
    `约好${day === null ? '今天' : ` ${day} ${terms.weekday[weekday(on)] ?? ''}`}回话${late > 0 ? `（晚 ${late} 天）` : ''}${note ? `：“${note}”` : ''}`,
  birthdayOn: (birthday, day, count) => `生日 ${birthday}${day === null ? '' : `（${count === 0 ? '' : `${day}，`}${away(count)}）`}`,
  wechat: (id) => `微信 ${id}`,
  phone: (phone) => `电话 ${phone}`,
  prefers: (hours, channel) => [hours, channel && `${channel}优先`].filter(Boolean).join('，'),
  consent: (given, refused) =>
    [given.length > 0 && `可以发${given.join('、')}`, refused.length > 0 && `不要发${refused.join('、')}`].filter(Boolean).join('，'),
  rhythm: (gap) => `平均 ${gap} 天来一次`,
  visits: (count) => `来过 ${count} 次`,
  neverBought: '还没买过',
  before: (visits, spent, last) => `以前 ${[visits !== null && `来过 ${visits} 次`, spent, last && `最后 ${last}`].filter(Boolean).join('，')}`,
  lastPurchase: (day, item, money) => `上次 ${[day, item, money].filter(Boolean).join(' ')}`,
  lastContact: (day, channel, note) => `上次联系 ${day} ${channel}${note ? ` “${note}”` : ''}`,
  neverContacted: '没联系过',
  tags: (tags) => `标签 ${tags.join(' ')}`,
  referrer: (who) => `介绍人 ${who}`,
  referred: (count) => `介绍来 ${count} 位`,
  source: (source) => `来源 ${source}`,
  relation: (relation) => `往来 ${relation}`,
  keeper: (keeper) => `${keeper}照看`,
  joined: (day) => `${day} 加入`,
  potential: (potential) => `潜力 ${potential}/5`,
  share: (share) => `在本店买 ${share} %`,
  creditLimit: (limit) => `赊账额度 ${limit}`,
  called: (called) => `称呼 ${called}`,
  notes: '备注',
  recent: '最近',
  between: '；',
  onAccount: (money) => `赊 ${money}`,
  refunded: (money) => `已退 ${money}`,
  paidOut: '退预存',
  next: {
    buy: (type) => `记一笔：regulars buy ${type} 88.50`,
    pay: (type, amount) => `还款：regulars pay ${type} ${amount}`,
    done: (type) => `联系好了：regulars done ${type} -n "…"`,
    why: (type) => `为什么：regulars why ${type}`,
  },
  nearBirthdays: (ahead) => `往后 ${ahead} 天、往前 3 天，没有人过生日。`,
  birthdayRow: {
    on: (day, weekday, birthday) => `${day} ${weekday}${birthday.startsWith('lunar:') ? `（${lunarDay(birthday)}）` : ''}`,
    away,
    age: (age) => (age === null || age <= 0 ? '' : `满 ${age} 岁`),
    next: (id) => `祝贺过了：regulars done ${id} --about 生日   看一个月：birthdays --days 30`,
    congratulated: (day) => (day === null ? '没祝贺过' : `${day} 祝贺过`),
  },
}
