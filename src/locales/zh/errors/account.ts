import { quoted } from '../../asked.ts'
import type { accountErrors as english } from '../../en/errors/account.ts'
import { entry } from '../entry.ts'

/** 不能这样记的消费、付款和退款。 */
export const accountErrors: typeof english = {
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
  'entry.is-reward': ({ id }) => ({
    message: `单 ${id} 是介绍奖励，给多少由规则定。`,
    hint: `要收回：regulars void ${id}`,
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
}
