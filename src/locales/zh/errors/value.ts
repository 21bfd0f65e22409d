import type { valueErrors as english } from '../../en/errors/value.ts'
import { grouped } from '../../figure.ts'

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

/** 看不懂或不合适的金额、日期、电话、打分和规则。 */
export const valueErrors: typeof english = {
  'policy.money-stands': {
    message: (what) => `账上有钱数，不能换货币：${what.join('，')}。`,
    entries: (count) => `账目 ${grouped(count)} 笔`,
    customers: (count) => `记了金额的客户 ${grouped(count)} 位`,
    rules: (count) => `写了金额的规则 ${grouped(count)} 条`,
    hint: '另建一本别的货币的账：regulars help init',
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
    month: (first, last) => `要写到哪一天：${first} … ${last}`,
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
  'money.zero': ({ text }) => ({ message: `金额不能是零：“${text}”。` }),
  'money.over-paid': ({ paid, amount }, voice) => ({
    message: `付了 ${voice.money(paid)}，比应付的 ${voice.money(amount)} 还多。`,
    hint: '多出来的要存着：regulars help pay',
  }),
  'day.due-first': ({ due, on }) => ({ message: `约好 ${due} 付，比买的那天（${on}）还早。` }),
}
