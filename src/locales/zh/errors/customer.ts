import { quoted } from '../../asked.ts'
import type { customerErrors as english } from '../../en/errors/customer.ts'
import { grouped } from '../../figure.ts'

/** 说的是谁，为什么不能这样做。 */
export const customerErrors: typeof english = {
  'customer.not-found': {
    message: (asked) => `没有客户“${asked}”。`,
    all: '全部客户：regulars list   找人：regulars help find',
    addPhone: (phone) => `新客户要有名字：regulars add 王小明 --phone ${phone}`,
    near: (customers) => `相近的：${customers.join('、')}`,
    customer: (typed, name) => `${typed}（${name}）`,
    search: (text) => `找人：regulars find ${text}`,
    add: (name) => `新客户：regulars add ${name}`,
  },
  'customer.ambiguous': {
    message: (asked, count) => `“${asked}”有 ${grouped(count)} 位。`,
    hint: (matches) => `请写全名、电话后四位或号：${matches.join('、')}`,
    match: (typed, about) => `${typed}（${about.join(' ')}）`,
    phone: (last) => last,
    last: (day) => `${day} 来过`,
    others: '……',
  },
  'customer.unreadable': ({ asked }) => ({
    message: `看不懂指的是谁：“${asked}”。`,
    hint: '例：12、id:12、code:007、phone:13800138000、name:王小明',
  }),
  'customer.phone-taken': ({ phone, by }, voice) => ({
    message: `${voice.phone(phone)} 是 ${by.name} #${by.id} 的电话。`,
    hint: `就是这位：regulars show ${by.id}   一家人共用：${voice.again('--same-phone')}`,
  }),
  'customer.code-taken': ({ code, by }) => ({ message: `卡号 ${code} 是 ${by.name} #${by.id} 的。` }),
  'customer.owes-still': ({ who, amount }, voice) => ({
    message: `${who.name} #${who.id} 还${voice.balance(amount)}。`,
    hint: `结清后再收起：regulars pay ${who.id} ${amount}`,
  }),
  'customer.refers-self': ({ who }) => ({ message: `介绍人不能是本人：${who.name} #${who.id}。` }),
  'customer.refers-round': ({ who, by }) => ({
    message: `${by.name} #${by.id} 是经 ${who.name} #${who.id} 介绍来的，不能反过来再介绍。`,
    hint: `谁介绍了谁：regulars referrals   去掉对方的介绍人：regulars edit ${by.id} --referred-by ""`,
  }),
  'value.too-little-data': ({ asOf, buyers, buyersNeeded, repeatBuyers, repeatBuyersNeeded }) => ({
    message: `数据太少，算不出客户值多少：到 ${asOf} 只有 ${buyers} 位买过，其中 ${repeatBuyers} 位买过 2 天以上。`,
    hint: `至少要 ${buyersNeeded} 位买过，其中 ${repeatBuyersNeeded} 位买过 2 天以上。先看熟客程度：regulars report stages`,
  }),
  'merge.same': ({ who }) => ({
    message: `${who.name} #${who.id} 已经是同一位。`,
    hint: '谁可能记了两遍：regulars doctor --duplicates',
  }),
  'merge.kept': {
    twice: '留下的客户写了两次。',
    missing: '并到谁那里？缺留下的客户。',
    hint: '例：regulars merge 301 --into 12',
  },
  'merge.changed': ({ from, into }) => ({
    message: `${from.name} #${from.id} 或 ${into.name} #${into.id} 刚才又改过，没有合并。`,
    hint: `再看一遍：regulars merge ${from.id} --into ${into.id}`,
  }),
  'forget.not-wiped': ({ path }) => ({
    message: `已忘掉，文件还没清干净：别的程序正在读 ${path}。`,
    hint: '等它关掉后：regulars doctor',
  }),
  'keeper.not-found': {
    message: (asked) => `没有叫“${asked}”的人在照看客户。`,
    near: (name) => `是不是 ${name}？`,
    none: (keeper) => `先记下谁照看：regulars edit 12 --keeper ${keeper}`,
    all: '谁照看谁：regulars list --columns id,name,keeper',
  },
  'keeper.same': ({ keeper }) => ({ message: `本来就是 ${keeper} 在照看。` }),
  'person.taken': ({ name, who }) => ({
    message: `${who.name} #${who.id} 已经有一位${name}。`,
    hint: `要改：先 regulars person remove ${who.id} ${quoted(name)}，再重新添加`,
  }),
  'person.not-found': {
    message: (firm, id, name) => `${firm} #${id} 没有叫“${name}”的人。`,
    known: (names) => `他们的人：${names.join('、')}`,
    add: (id, name) => `添加：regulars person add ${id} ${name}`,
  },
  'customer.not-pinned': ({ id, name }) => ({
    message: `${name} #${id} 的等级不是手动定的。`,
    hint: `为什么是这一等：regulars why ${id}`,
  }),
  'customer.walk-in': ({ command }) => ({
    message: `${command}：散客不是哪一位。`,
    hint: '请写客户，或先添加：regulars help add',
  }),
  'customer.archived': ({ id, name }) => ({
    message: `${name} #${id} 已归档。`,
    hint: `又来了？先恢复：regulars unarchive ${id}`,
  }),
  'group.not-found': {
    message: (asked) => `没有客群“${asked}”。`,
    none: '还没存过客群：regulars help group save',
    all: '全部客群：regulars group list',
  },
  'group.taken': ({ name }, voice) => ({
    message: `已经有客群“${name}”了。`,
    hint: `要改：${voice.again('--replace')}   看它是什么：regulars group list`,
  }),
  'customer.complains': ({ who, complaint }) => ({
    message: `${who.name} #${who.id} 还有投诉未了（${complaint}）。`,
    hint: `了结后再收起：regulars complaint resolve ${complaint}`,
  }),
}
