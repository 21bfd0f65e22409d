import { weekday } from '../../ledger/day.ts'
import { quoted } from '../asked.ts'
import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'
import { typedAgain } from '../typed.ts'
import { sentences } from './reason.ts'
import { terms } from './terms.ts'

const weekdayOf = (day: string) => terms.weekday[weekday(day)] ?? ''

export const due: Words['due'] = {
  sentences,
  names: {
    promise: '约好回话',
    complaint: '投诉跟进',
    unhappy: '不满意',
    birthday: '生日',
    wanted: '想要的到了',
    welcome: '新客问候',
    'welcome-back': '欢迎回来',
    thanks: '谢谢惠顾',
    'after-sale': '用得怎样',
    occasion: '纪念日',
    interested: '有意向',
    restock: '该补货了',
    slipping: '很久没来',
    debt: '欠款未清',
    cadence: '该联系了',
    points: '积分快到期',
    coupon: '券快到期',
    survey: '问问满意度',
  },
  festival: ({ festival, on, tiers, customers, greeted }, { day }) =>
    `${terms.festivalName[festival] ?? festival} ${day(on)} ${weekdayOf(on)}：${tiers.join('、')} 还有 ` +
    `${grouped(customers - greeted)} 位没问候 -> regulars message ` +
    `${quoted(terms.festivalName[festival] ?? festival)} --tier ${tiers.join(',')}`,
  event: ({ event, on }, invited, { day }) =>
    `${event} ${day(on)} ${weekdayOf(on)}：${invited} -> regulars message 邀请 --event ${quoted(event)} --tier A,B`,
  nobodyInvited: '还没请人',
  invited: (customers) => `请了 ${grouped(customers)} 位`,
  shopOnly: '只在店里',
  adviceBetween: '   ',
  between: ' · ',
  shortBetween: '；',
  head: (day, counts) => `${day} ${weekdayOf(day)} · 今天${counts}`,
  headAhead: (day, until, counts) => `${day} ${weekdayOf(day)} · 到 ${until.slice(5)} ${weekdayOf(until)}${counts}`,
  shown: (customers) => ` ${customers} 位`,
  nothing: '没有要联系的',
  waiting: (customers) => `另有 ${customers} 位可以等`,
  snoozed: (customers) => `${customers} 位已推迟`,
  reachBetween: ' · ',
  bought: (what) => `上次买 ${what}`,
  neverBought: '账上还没有消费',
  contact: (what) => `上次联系 ${what}`,
  neverContacted: '没联系过',
  tags: (tags) => `标签 ${tags.join(' ')}`,
  tier: {
    A: 'A：常来常往，请做榜样',
    B: 'B：让人放心，教会更多用法和好处',
    C: 'C：多走动，没办完的先办好',
    D: 'D：趁热打铁，说说下一季、新活动',
  },
  style: {
    analytical: '分析型：写下来、说准数字，给时间，别催',
    driver: '主观型：直说要点、守时，给几样选、讲结果，别争',
    expressive: '情感型：什么都聊，给看图、说谁也在用，要快，夸一夸',
    amiable: '随和型：别催，慢慢来，给个保证，讲讲老客人怎么用',
  },
  next: {
    done: (who) => `联系好了：regulars done ${who} -n "周三来取"`,
    noAnswer: (who) => `没接：regulars done ${who} -o 没接`,
    snooze: (who) => `推迟：regulars snooze ${who} 3天`,
    all: (waiting, filters) => `另 ${waiting} 位：regulars due ${typedAgain(filters)}--all`,
  },
  unsorted: '等级还没排过：regulars classify',
  tiersAge: (age) => `等级是 ${age} 天前排的：regulars classify`,
  noBackup: '还没有备份：regulars backup',
  backupToday: '备份：今天',
  backupAge: (age) => `备份：${age} 天前`,
  done: {
    recorded: (name, id, what) => `${name} #${id}  ${what}`,
    settled: (reasons) => `了结：${reasons.join('、')}`,
    again: (name, day) => `${name}（${day} 再提）`,
    open: (reasons) => `还没了：${reasons.join('、')}`,
    hidden: '今天先不列，明天再提',
    promised: (day) => `约好 ${day} 回话`,
    nothing: '本来没有要联系的事',
  },
  snooze: {
    until: (name, id, day) => `${name} #${id} 推迟到 ${day}`,
    off: (name, id) => `${name} #${id} 不推迟了`,
    wasNot: (name, id) => `${name} #${id} 没有推迟着`,
    missed: { birthday: '生日', complaint: '投诉的答复', promise: '约好的回话' },
    passes: (what, day, who) => `这样会错过${what}（${day}）。不推迟了：regulars snooze ${who} off`,
  },
}
