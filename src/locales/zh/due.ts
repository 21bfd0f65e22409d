import { daysBetween, weekday } from '../../ledger/day.ts'
import type { Detail } from '../../ledger/reason/rules.ts'
import { quoted } from '../asked.ts'
import type { ReasonSentences, When } from '../en/due.ts'
import type { Words } from '../en.ts'
import { grouped, tenths } from '../figure.ts'
import type { Speech } from '../speech.ts'
import { typedAgain } from '../typed.ts'
import { lunarDay } from './lunar.ts'
import { terms } from './terms.ts'

const late = ({ daysOverdue }: When) => (daysOverdue > 0 ? `（晚 ${daysOverdue} 天）` : '')
const ahead = ({ dueOn, asOf }: When) => dueOn > asOf
/** A greeting is worth most within two days; from the third on it is late. */
const soon = ({ daysOverdue }: When, what = '问候') => (daysOverdue < 2 ? `两天内${what}` : `${what}晚了`)
const weekdayOf = (day: string) => terms.weekday[weekday(day)] ?? ''
/** Words of other scripts stand apart from the Chinese around them. */
const set = (text: string) => (/^[\p{Script=Han}]+$/u.test(text) ? text : ` ${text} `)
const lunar = (birthday: string | null) => (birthday?.startsWith('lunar:') ? lunarDay(birthday) : '')

/** What is to be done about a complaint or a suggestion. */
const complained = (
  { kind, what, task, dueOn, openedOn, promisedOn, resolvedOn, handler }: Detail<'complaint'>['complaints'][number],
  { asOf }: When,
  { day }: Speech,
) => {
  const about = `${kind === 'suggestion' ? '建议' : '投诉'}“${what}”（${day(openedOn)}）`
  if (task === 'ask') return `${about}${day(resolvedOn ?? dueOn)} 了结：问问满意不满意`
  const days = daysBetween(dueOn, asOf)
  const overdue = days > 0 ? `（晚 ${days} 天）` : ''
  const by = handler === null ? '' : `，${handler}经手`
  if (task === 'acknowledge') return `${about}：${kind === 'suggestion' ? '先道谢' : '先回应'}${overdue}${by}`
  return `${about}：约好${promisedOn === asOf ? '今天' : ` ${day(promisedOn)} `}答复${overdue}${by}`
}

const reason: ReasonSentences = {
  promise: {
    full: ({ madeOn, asked, note }, when, { day }) =>
      `${asked ? `${day(madeOn)} 问过，还没回话` : `约好${when.dueOn === when.asOf ? '今天' : ` ${day(when.dueOn)} `}回话${late(when)}`}${note ? `：“${note}”` : ''}`,
    brief: ({ madeOn, asked }, when, { day }) =>
      asked ? `${day(madeOn)} 问过，还没回话` : `约好${when.dueOn === when.asOf ? '今天' : ` ${day(when.dueOn)} `}回话`,
  },
  complaint: {
    full: ({ complaints, overdue }, when, voice) =>
      `${ahead(when) ? `${voice.day(when.dueOn)} ` : ''}${complaints.map((one) => complained(one, when, voice)).join('、')}${overdue === null ? '' : `，请${[overdue.keeper, overdue.owner ?? '店主'].filter(Boolean).join('和')}过问`}`,
    brief: ({ complaints, overdue }, when, { day }) => {
      const [one] = complaints
      const said = one?.task === 'ask' ? '投诉回访' : one?.kind === 'suggestion' ? '建议要回音' : '投诉未了'
      return `${ahead(when) ? `${day(when.dueOn)} ` : ''}${said}${overdue === null ? '' : late(when)}`
    },
  },
  birthday: {
    full: ({ birthday, on, daysAway }, _, { day }) => {
      const away = daysAway === 0 ? '就是今天' : daysAway > 0 ? `还有 ${daysAway} 天` : `过了 ${-daysAway} 天`
      return `生日 ${day(on)} ${weekdayOf(on)}（${[lunar(birthday), away].filter(Boolean).join('，')}）`
    },
    brief: ({ birthday, on, daysAway }, _, { day }) =>
      `${daysAway === 0 ? '今天' : `${day(on)} `}生日${lunar(birthday) ? `（${lunar(birthday)}）` : ''}`,
  },
  unhappy: {
    full: ({ on }, when, { day }) =>
      `${ahead(when) ? `${day(when.dueOn)} 该问问` : '问问'}哪里没做好：${day(on)} 说不满意`,
    brief: (_, when, { day }) => (ahead(when) ? `${day(when.dueOn)} 该问问哪里没做好` : '不满意，问问'),
  },
  welcome: {
    full: ({ firstOn }, when, { day }) =>
      `${ahead(when) ? `${day(when.dueOn)} 该问候新客` : '新客问候'}：${day(firstOn)} 第一次来，${soon(when)}`,
    brief: (_, when, { day }) => (ahead(when) ? `${day(when.dueOn)} 该问候新客` : '新客问候'),
  },
  thanks: {
    full: ({ on, amount, item }, when, { day, money }) =>
      `${ahead(when) ? `${day(when.dueOn)} 该道谢` : '谢谢惠顾'}：${[day(on), item, money(amount)].filter(Boolean).join(' ')}，${soon(when, '道谢')}`,
    brief: (_, when, { day }) => (ahead(when) ? `${day(when.dueOn)} 该道谢` : '谢谢惠顾'),
  },
  'welcome-back': {
    full: ({ on }, when, { day }) =>
      `${ahead(when) ? `${day(when.dueOn)} 该问候` : '欢迎回来'}：很久没来，${day(on)} 又来了，${soon(when)}`,
    brief: (_, when, { day }) => (ahead(when) ? `${day(when.dueOn)} 该问候老客` : '欢迎回来'),
  },
  wanted: {
    full: ({ wishes }, when, { day }) =>
      `${ahead(when) ? `${day(when.dueOn)} ` : ''}想要的到了：${wishes.map(({ text, since }) => `${text}（${day(since)} 起等）`).join('、')}`,
    brief: ({ wishes }) => `想要的到了：${wishes.map(({ text }) => text).join('、')}`,
  },
  interested: {
    full: ({ on, note }, when, { day }) =>
      `${ahead(when) ? `${day(when.dueOn)} 该问问` : '有意向'}：${day(on)} ${note ? `“${note}”` : '说过想买'}，${ahead(when) ? '' : `${daysBetween(on, when.asOf)} 天了`}还没买`,
    brief: ({ on }, when, { day }) => (ahead(when) ? `${day(when.dueOn)} 该问问有没有意向` : `有意向（${day(on)}）`),
  },
  restock: {
    full: ({ items }, when, { day }) =>
      `${ahead(when) ? `${day(when.dueOn)} ` : ''}该补货了：${items.map(({ item, gap, lastOn }) => `${item}（平时 ${Math.round(gap)} 天买一次，上次 ${day(lastOn)}${ahead(when) ? '' : `，已 ${daysBetween(lastOn, when.asOf)} 天`}）`).join('、')}`,
    brief: ({ items }, when, { day }) =>
      `${ahead(when) ? `${day(when.dueOn)} ` : ''}该补货了：${items.map(({ item }) => item).join('、')}`,
  },
  occasion: {
    full: ({ occasion, lastOn, days: near }, when, { day }) =>
      occasion === 'noted'
        ? (ahead(when) ? `${day(when.dueOn)} 起：` : '') +
          near
            .map(
              ({ text, on, daysAway }) =>
                `${text} ${day(on)} ${weekdayOf(on)}（${daysAway === 0 ? '就是今天' : `还有 ${daysAway} 天`}）`,
            )
            .join('、')
        : `${ahead(when) ? `${day(when.dueOn)} ` : ''}一年一谈：${lastOn === null ? '还没正式谈过' : `上次 ${day(lastOn)}`}`,
    brief: ({ occasion, days: near }, when, { day }) =>
      occasion === 'noted'
        ? near.map(({ text, on }) => `${text} ${day(on)}`).join('、')
        : `${ahead(when) ? `${day(when.dueOn)} ` : ''}一年一谈`,
  },
  'after-sale': {
    full: ({ on, amount, item }, when, { day, money }) =>
      `${ahead(when) ? `${day(when.dueOn)} 该问问用得怎样` : '问问用得怎样'}：${[day(on), item, money(amount)].filter(Boolean).join(' ')}`,
    brief: ({ item }, when, { day }) =>
      `${ahead(when) ? `${day(when.dueOn)} 该` : ''}问问${item === null ? '上次买的' : set(item)}用得怎样`,
  },
  slipping: {
    full: ({ gap, since, lost }, when, { day }) =>
      `${ahead(when) ? `${day(when.dueOn)} 起算` : ''}${lost ? '怕是不来了' : '很久没来'}：平时 ${tenths(gap)} 天一次，已 ${since} 天`,
    brief: ({ since, lost }, when, { day }) =>
      ahead(when)
        ? `${day(when.dueOn)} 起算${lost ? '怕是不来了' : '很久没来'}`
        : `${lost ? '怕是不来了' : '很久没来'}（${since} 天）`,
  },
  debt: {
    full: ({ days, dueOn }, when, { day }) => {
      const agreed = dueOn === null ? '' : `，约好 ${day(dueOn)} 付`
      return `欠款未清 ${days} 天${agreed}${ahead(when) && (dueOn === null || dueOn < when.asOf) ? `，${day(when.dueOn)} 该提了` : ''}`
    },
    brief: ({ days, dueOn }, when, { day }) =>
      ahead(when)
        ? dueOn !== null && dueOn >= when.asOf
          ? `约好 ${day(dueOn)} 付`
          : `欠款 ${day(when.dueOn)} 该提了`
        : `欠款未清 ${days} 天`,
  },
  cadence: {
    full: ({ lastContactOn, lastPurchaseOn }, when) => {
      const first = lastContactOn === null && lastPurchaseOn === null
      if (ahead(when)) return `${when.dueOn.slice(5)} ${first ? '该打个招呼，还没联系过' : '该联系了'}`
      // Nobody was late with somebody the ledger has only just heard of.
      return first ? '还没联系过，打个招呼' : `该联系了${late(when)}`
    },
    brief: (_, when, { day }) => (ahead(when) ? `${day(when.dueOn)} 该联系` : '该联系了'),
  },
  points: {
    full: ({ points, on, daysAway, soon: all }, when, { day }) =>
      `${ahead(when) ? `${day(when.dueOn)} 起：` : ''}${grouped(points)} 积分 ${day(on)} 到期（还有 ${daysAway} 天）${all > points ? `，近期共 ${grouped(all)}` : ''}`,
    brief: ({ points, on }, _, { day }) => `${grouped(points)} 积分 ${day(on)} 到期`,
  },
  coupon: {
    full: ({ coupons }, when, { day }) =>
      `${ahead(when) ? `${day(when.dueOn)} 起：` : ''}${coupons.map(({ code, until, daysAway }) => `券 ${code} 用到 ${day(until)}（${daysAway === 0 ? '今天最后一天' : `还有 ${daysAway} 天`}）`).join('、')}`,
    brief: ({ coupons }, _, { day }) => coupons.map(({ code, until }) => `券 ${code} 用到 ${day(until)}`).join('、'),
  },
  survey: {
    full: ({ lastOn }, when, { day }) =>
      `${ahead(when) ? `${day(when.dueOn)} 该问` : '问'}问满意不满意（${lastOn === null ? '还没问过' : `上次 ${day(lastOn)} 问的`}）`,
    brief: (_, when, { day }) => `${ahead(when) ? `${day(when.dueOn)} 该问` : '问'}问满意不满意`,
  },
}

const counts = (lead: string, { shown, waiting, snoozed }: { shown: number; waiting: number; snoozed: number }) =>
  [
    shown > 0 ? `${lead} ${shown} 位` : `${lead}没有要联系的`,
    waiting > 0 && `另有 ${waiting} 位可以等`,
    snoozed > 0 && `${snoozed} 位已推迟`,
  ]
    .filter(Boolean)
    .join('，')

export const due: Words['due'] = {
  reason,
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
    `${terms.festivalName[festival] ?? festival} ${day(on)} ${weekdayOf(on)}：${tiers.join('、')} 还有 ${grouped(customers - greeted)} 位没问候 -> regulars message ${quoted(terms.festivalName[festival] ?? festival)} --tier ${tiers.join(',')}`,
  event: ({ event, on, invited }, { day }) =>
    `${event} ${day(on)} ${weekdayOf(on)}：${invited === 0 ? '还没请人' : `请了 ${grouped(invited)} 位`} -> regulars message 邀请 --event ${quoted(event)} --tier A,B`,
  shopOnly: '只在店里',
  adviceBetween: '   ',
  between: ' · ',
  shortBetween: '；',
  head: (list) => `${list.asOf} ${weekdayOf(list.asOf)} · ${counts('今天', list)}`,
  headAhead: (list, until) =>
    `${list.asOf} ${weekdayOf(list.asOf)} · ${counts(`到 ${until.slice(5)} ${weekdayOf(until)} `.trimEnd(), list)}`,
  reach: (channel, hours) => [channel, hours].filter(Boolean).join(' · '),
  lastPurchase: (day, item, money) => ['上次买', day, item, money].filter(Boolean).join(' '),
  neverBought: '账上还没有消费',
  lastContact: (day, channel, outcome, note) =>
    `上次联系 ${[day, channel, outcome].filter(Boolean).join(' ')}${note ? ` “${note}”` : ''}`,
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
  tiersAge: (age) => (age === null ? '等级还没排过：regulars classify' : `等级是 ${age} 天前排的：regulars classify`),
  backupAge: (age) => (age === null ? '还没有备份：regulars backup' : age === 0 ? '备份：今天' : `备份：${age} 天前`),
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
    passes: (reason, day, who) =>
      `这样会错过${reason === 'birthday' ? '生日' : '约好的回话'}（${day}）。不推迟了：regulars snooze ${who} off`,
  },
}
