import { quoted } from '../../asked.ts'
import type { benefitErrors as english } from '../../en/errors/benefit.ts'
import { grouped } from '../../figure.ts'

/** 不能这样用的积分、优惠券、次卡和奖励。 */
export const benefitErrors: typeof english = {
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
  'pass.visit-is-free': ({ id, command }) => ({
    message: `${command}：单 ${id} 是用次卡，没有收钱。`,
    hint: `把这一次还回去：regulars void ${id}`,
  }),
  'pass.overdrawn': ({ id, visits, used }) => ({
    message: `这样次卡 ${id} 就用了 ${used} 次（共 ${visits} 次），或退得比剩下的还多。`,
    hint: '看次卡：regulars pass list',
  }),
}
