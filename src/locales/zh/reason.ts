import { weekday } from '../../ledger/day.ts'
import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'
import { lunarDay } from './lunar.ts'
import { terms } from './terms.ts'

const weekdayOf = (day: string) => terms.weekday[weekday(day)] ?? ''

/** Words of other scripts stand apart from the Chinese around them. */
const set = (text: string) => text.replace(/^.*[^\p{Script=Han}].*$/su, ' $& ')

export const sentences: Words['due']['sentences'] = {
  list: '、',
  late: (days) => `（晚 ${days} 天）`,
  away: { today: '就是今天', in: (days) => `还有 ${days} 天`, ago: (days) => `过了 ${days} 天` },
  promise: {
    asked: (day) => `${day} 问过，还没回话`,
    today: '约好今天回话',
    on: (day) => `约好 ${day} 回话`,
    noted: (said, note) => `${said}：“${note}”`,
  },
  complaint: {
    full: { now: (said) => said, from: (day, said) => `${day} ${said}` },
    about: {
      complaint: (what, day) => `投诉“${what}”（${day}）`,
      suggestion: (what, day) => `建议“${what}”（${day}）`,
    },
    ask: (day) => `${day} 了结：问问满意不满意`,
    acknowledge: { complaint: '：先回应', suggestion: '：先道谢' },
    answerToday: '：约好今天答复',
    answerOn: (day) => `：约好 ${day} 答复`,
    by: (handler) => `，${handler}经手`,
    owner: '店主',
    overdue: (bosses) => `，请${bosses.join('和')}过问`,
    brief: { ask: '投诉回访', complaint: '投诉未了', suggestion: '建议要回音' },
  },
  birthday: {
    lunar: lunarDay,
    full: (day, on, about) => `生日 ${day} ${weekdayOf(on)}（${about.join('，')}）`,
    today: '今天生日',
    on: (day) => `${day} 生日`,
    lunarBriefly: (day) => `（${day}）`,
  },
  unhappy: {
    full: {
      now: (day) => `问问哪里没做好：${day} 说不满意`,
      from: (from, day) => `${from} 该问问哪里没做好：${day} 说不满意`,
    },
    brief: { now: () => '不满意，问问', from: (from) => `${from} 该问问哪里没做好` },
  },
  welcome: {
    full: {
      now: (day, soon) => `新客问候：${day} 第一次来，${soon}`,
      from: (from, day, soon) => `${from} 该问候新客：${day} 第一次来，${soon}`,
    },
    brief: { now: () => '新客问候', from: (from) => `${from} 该问候新客` },
    soon: '两天内问候',
    late: '问候晚了',
  },
  thanks: {
    full: {
      now: (bought, soon) => `谢谢惠顾：${bought}，${soon}`,
      from: (from, bought, soon) => `${from} 该道谢：${bought}，${soon}`,
    },
    brief: { now: () => '谢谢惠顾', from: (from) => `${from} 该道谢` },
    soon: '两天内道谢',
    late: '道谢晚了',
  },
  welcomeBack: {
    full: {
      now: (day, soon) => `欢迎回来：很久没来，${day} 又来了，${soon}`,
      from: (from, day, soon) => `${from} 该问候：很久没来，${day} 又来了，${soon}`,
    },
    brief: { now: () => '欢迎回来', from: (from) => `${from} 该问候老客` },
    soon: '两天内问候',
    late: '问候晚了',
  },
  wanted: {
    since: (text, day) => `${text}（${day} 起等）`,
    full: { now: (wishes) => `想要的到了：${wishes}`, from: (from, wishes) => `${from} 想要的到了：${wishes}` },
    brief: { now: (wishes) => `想要的到了：${wishes}`, from: (_, wishes) => `想要的到了：${wishes}` },
  },
  interested: {
    noted: {
      now: (day, days, note) => `有意向：${day} “${note}”，${days} 天了还没买`,
      from: (from, day, _, note) => `${from} 该问问：${day} “${note}”，还没买`,
    },
    plain: {
      now: (day, days) => `有意向：${day} 说过想买，${days} 天了还没买`,
      from: (from, day) => `${from} 该问问：${day} 说过想买，还没买`,
    },
    brief: { now: (day) => `有意向（${day}）`, from: (from) => `${from} 该问问有没有意向` },
  },
  restock: {
    item: (item, gap, day) => `${item}（平时 ${gap} 天买一次，上次 ${day}）`,
    itemNow: (item, gap, day, days) => `${item}（平时 ${gap} 天买一次，上次 ${day}，已 ${days} 天）`,
    full: { now: (items) => `该补货了：${items}`, from: (from, items) => `${from} 该补货了：${items}` },
    brief: { now: (items) => `该补货了：${items}`, from: (from, items) => `${from} 该补货了：${items}` },
  },
  occasion: {
    near: (text, day, on, away) => `${text} ${day} ${weekdayOf(on)}（${away}）`,
    noted: { now: (near) => near, from: (from, near) => `${from} 起：${near}` },
    notedBriefly: { now: (near) => near, from: (_, near) => near },
    talk: { now: (last) => `一年一谈：${last}`, from: (from, last) => `${from} 一年一谈：${last}` },
    talkBriefly: { now: () => '一年一谈', from: (from) => `${from} 一年一谈` },
    never: '还没正式谈过',
    last: (day) => `上次 ${day}`,
  },
  afterSale: {
    bought: {
      now: (day, money) => `问问用得怎样：${day} ${money}`,
      from: (from, day, money) => `${from} 该问问用得怎样：${day} ${money}`,
    },
    item: {
      now: (day, money, item) => `问问用得怎样：${day} ${item} ${money}`,
      from: (from, day, money, item) => `${from} 该问问用得怎样：${day} ${item} ${money}`,
    },
    brief: { now: (item) => `问问${set(item)}用得怎样`, from: (from, item) => `${from} 该问问${set(item)}用得怎样` },
    it: '上次买的',
  },
  slipping: {
    full: {
      slipping: {
        now: (gap, since) => `很久没来：平时 ${gap} 天一次，已 ${since} 天`,
        from: (from, gap, since) => `${from} 起算很久没来：平时 ${gap} 天一次，已 ${since} 天`,
      },
      lost: {
        now: (gap, since) => `怕是不来了：平时 ${gap} 天一次，已 ${since} 天`,
        from: (from, gap, since) => `${from} 起算怕是不来了：平时 ${gap} 天一次，已 ${since} 天`,
      },
    },
    brief: {
      slipping: { now: (since) => `很久没来（${since} 天）`, from: (from) => `${from} 起算很久没来` },
      lost: { now: (since) => `怕是不来了（${since} 天）`, from: (from) => `${from} 起算怕是不来了` },
    },
  },
  debt: {
    full: (days) => `欠款未清 ${days} 天`,
    due: (day) => `，约好 ${day} 付`,
    wasDue: (day) => `，约好 ${day} 付`,
    remind: (day) => `，${day} 该提了`,
    brief: (days) => `欠款未清 ${days} 天`,
    dueBriefly: (day) => `约好 ${day} 付`,
    remindBriefly: (day) => `欠款 ${day} 该提了`,
  },
  cadence: {
    first: { now: () => '还没联系过，打个招呼', from: (day) => `${day} 该打个招呼，还没联系过` },
    again: { now: () => '该联系了', from: (day) => `${day} 该联系了` },
    brief: { now: () => '该联系了', from: (day) => `${day} 该联系` },
  },
  points: {
    tomorrow: '还有 1 天',
    full: {
      now: (points, day, away) => `${grouped(points)} 积分 ${day} 到期（${away}）`,
      from: (from, points, day, away) => `${from} 起：${grouped(points)} 积分 ${day} 到期（${away}）`,
    },
    more: (all) => `，近期共 ${grouped(all)}`,
    brief: {
      now: (points, day) => `${grouped(points)} 积分 ${day} 到期`,
      from: (_, points, day) => `${grouped(points)} 积分 ${day} 到期`,
    },
  },
  coupon: {
    today: '今天最后一天',
    good: (code, day, away) => `券 ${code} 用到 ${day}（${away}）`,
    until: (code, day) => `券 ${code} 用到 ${day}`,
    full: { now: (coupons) => coupons, from: (from, coupons) => `${from} 起：${coupons}` },
    brief: { now: (coupons) => coupons, from: (_, coupons) => coupons },
  },
  survey: {
    never: {
      now: () => '问问满意不满意（还没问过）',
      from: (from) => `${from} 该问问满意不满意（还没问过）`,
    },
    last: {
      now: (day) => `问问满意不满意（上次 ${day} 问的）`,
      from: (from, day) => `${from} 该问问满意不满意（上次 ${day} 问的）`,
    },
    brief: { now: () => '问问满意不满意', from: (from) => `${from} 该问问满意不满意` },
  },
}
