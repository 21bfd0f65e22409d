import type { CommandHelp } from '../../command-help.ts'
import { sifting } from './customers.ts'

const { '--archived': _, ...whom } = sifting

/** The answers to what is asked of a complaint. */
const answerFlags = {
  '--how': '怎么发生的',
  '--goods': '哪样货',
  '--why': '为什么不满意',
  '--served': '谁接待的',
  '--cause': '别的原因',
  '--reasonable': '说得在理',
  '--no-reasonable': '说得不在理',
  '--wants': '希望怎么处理',
}

export const care: Record<string, CommandHelp> = {
  'points show': {
    does: '一位客户的积分：多少、可抵多少、何时过期、怎么来的。',
    examples: ['regulars points show 王小明'],
  },
  'points redeem': {
    does: '不是消费时兑掉积分；结账时用 buy --redeem。',
    examples: ['regulars points redeem 王小明 200 -n 茶杯'],
  },
  'points adjust': {
    does: '加减积分，要写缘由。',
    examples: ['regulars points adjust 王小明 50 --reason 周日漏记', 'regulars points adjust 王小明 -20 --reason 记错'],
    flags: { '--reason': '为什么，记在账上' },
  },
  'points expire': {
    does: '把过期的积分（points.expireDays）记下来，全部或一位。',
    examples: ['regulars points expire', 'regulars points expire 王小明'],
    more: '过期的积分记不记都不算数；账上一有变动，自己那份就会记下。',
  },
  'coupon give': {
    does: '送券给客户、客群或等级，一次改动；新券要写面值。',
    examples: [
      'regulars coupon give 春茶 --value 10 --min 80 --until 2027-05-01 --tier A',
      'regulars coupon give 谢礼 --percent 15 --to 王小明',
      'regulars coupon give 春茶 --group 好久没来',
      'regulars coupon give 介绍 --value 10 --to nobody',
    ],
    flags: {
      ...whom,
      '--to': 'due、客户，或 "客群 名字"；list 的选项也能用；nobody（没有人）只做券，由规则来送',
      '--value': '减多少钱',
      '--percent': '减百分之几',
      '--min': '满多少才能用',
      '--until': '最后一天',
      '--uses': '每人能用几次（1；0 是不限）',
    },
    more:
      '规则也能送：policy set referral.reward 券:介绍（新客第一次买时给介绍人），' +
      'policy set tier.A.birthdayGift 券:生日（祝贺时一起送，一个生日一张）。',
  },
  'coupon use': {
    does: '不在这里消费时记用了券；结账时用 buy --coupon。',
    examples: ['regulars coupon use 春茶 王小明'],
  },
  'coupon list': {
    does: '所有的券：送了几位、用了几次、带来多少。',
    examples: ['regulars coupon list', 'regulars coupon list --json'],
  },
  'pass sell': {
    does: '卖次卡：先付钱，来一次用一次。',
    examples: [
      'regulars pass sell 王小明 10 500 洗剪吹',
      'regulars pass sell 12 10 500 洗剪吹 --until 2027-05-31 --method 微信',
      'regulars pass sell 12 5 250 -u',
    ],
    flags: {
      '--until': '最后能用的一天',
      '--paid': '当场付了多少；余下先扣预存，不够的赊着',
      '--unpaid': '当场没付：全部赊账（有预存先扣）',
      '--method': '怎么付的：现金、微信……；写 预存 就从预存里扣，不够就不卖',
      '--over-limit': '超过赊账额度也记',
    },
    more: '卖的时候算一笔消费，当天的钱；单号就是次卡号。regulars refund 最多退没用的那几次的钱。',
  },
  'pass use': {
    does: '用一次次卡：先用最早买的。',
    examples: ['regulars pass use 王小明', 'regulars pass use 12 --pass 840', 'regulars pass use 12 --on 昨天'],
    flags: { '--pass': '用哪一张，写次卡号' },
    more: '算来过一次：等级、熟客程度、下次联系都算。regulars void 把这一次还回去。',
  },
  'pass list': {
    does: '次卡还剩几次：一位客户的，或全部。',
    examples: ['regulars pass list', 'regulars pass list 王小明', 'regulars pass list --json'],
  },
  'complaint open': {
    does: '记一位客户的投诉或建议。',
    examples: [
      'regulars complaint open 王小明 茶叶受潮',
      'regulars complaint open 12 茶叶受潮 --severity 严重 --purchase 812 --served 小李 --wants 退款',
      'regulars complaint open 12 罐子上标价钱 --kind 建议',
    ],
    flags: {
      '--kind': '投诉（默认）或建议',
      '--on': '哪一天（默认今天）',
      '--severity': '轻微、一般或严重',
      '--purchase': '关于哪笔消费，写单号',
      ...answerFlags,
      '--handler': '谁经手',
      '--promise': '约好哪天答复（默认 3 天后：complaint.days）',
    },
    more:
      '当天就上名单，直到回应了（走到第二步，或为这事谈过）；约好的那天再提；了结 7 天后回访。投诉未了时，名单上只有投诉、约好的话和欠款：不' +
      '问候，不推销。建议不走六步，也不挡别的。',
  },
  'complaint step': {
    does: '记六步里的一步，并说下一步怎么做。',
    examples: [
      'regulars complaint step 3 2 -n 当场道了歉',
      'regulars complaint step 3 3 --how 盖子没盖好 --reasonable --wants 换一罐',
      'regulars complaint step 3 5 --promise 后天',
    ],
    flags: {
      '--on': '哪一天（默认今天）',
      '--note': '说了什么',
      '--promise': '改约哪天答复',
      ...answerFlags,
    },
    more: '六步：1 让客户说完，2 道谢、道歉，3 问清楚，4 提办法，5 商定，6 回访。可以跳过，也可以再走；第 6 步留到了结以后。',
  },
  'complaint resolve': {
    does: '了结投诉，连同处理，一次改动。',
    examples: [
      'regulars complaint resolve 3 --remedy 道歉',
      'regulars complaint resolve 3 --refund 812 --amount 60 -n 说好退一半',
      'regulars complaint resolve 3 --remedy 修理 --cost 35',
      'regulars complaint resolve 3 --coupon SORRY10 --points 50',
    ],
    flags: {
      '--on': '哪一天（默认今天）',
      '--remedy': '道歉、修理、换货、退款、赔偿或送券',
      '--cost': '店里花了多少（默认是退的钱）',
      '--refund': '退客户的一笔消费，写单号',
      '--amount': '退多少（默认全退）',
      '--coupon': '送一张券，写券码',
      '--points': '送多少积分',
      '--note': '怎么说定的',
    },
    more: 'regulars undo 把整件事撤回：退的钱、送的券和积分也撤回。',
  },
  'complaint list': {
    does: '未了的投诉和建议，约得最早的在前。',
    examples: [
      'regulars complaint list',
      'regulars complaint list 王小明 --all',
      'regulars complaint list --handler 小李',
    ],
    flags: { '--kind': '只看投诉或建议', '--handler': '只看一个人经手的', '--all': '了结的也看' },
  },
  'complaint show': {
    does: '一件投诉的全部：九问，六步和每步怎么做。',
    examples: ['regulars complaint show 3', 'regulars complaint show 3 --json'],
  },
  birthdays: {
    does: '往后几天和刚过 3 天的生日，农历的按今年的日子算。',
    examples: ['regulars birthdays', 'regulars birthdays --days 30'],
    flags: { '--days': '往后几天（默认 7）' },
  },
  survey: {
    does: '记一位客户满意不满意，满分 5 分。',
    examples: [
      'regulars survey 12 4',
      'regulars survey 12 2 --aspect 送货 -n 晚了一天',
      'regulars survey 12 8/10 --expected 5 --on 2026-11-20',
    ],
    flags: {
      '--expected': '期望几分（满分 5，默认 4）',
      '--aspect': '问的是哪方面：商品、服务、送货、价格、店面，或自己的说法（默认：总的）',
      '--on': '哪一天（默认今天）',
      '--note': '客户怎么说',
    },
    more:
      '分数写 5 以内的数、8/10、90%、星星，或“满意”这样的词。满意度 C 是当天各个回答的实际得分合计 / 期望得分合计；低于 0.95，第二天起上名单（不满意）。全部：regulars report ' +
      'satisfaction',
  },
  referrals: {
    does: '谁介绍谁来的，一层一层列出来，和他们买了多少。',
    examples: ['regulars referrals', 'regulars referrals --json', 'regulars edit 12 --referred-by 88'],
    more:
      '谁介绍来的，记在来的人身上：add、edit 的 --referred-by；两个人不能互为介绍人。第一次买时给奖励：' +
      'policy set referral.reward 积分:50（或 券:介绍、预存:10），新客自己得的是 referral.rewardNew；那笔作废或全退，奖励也收回。',
  },
}
