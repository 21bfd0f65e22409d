import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const merge: Words['merge'] = {
  would: (from, into) => `将合并 ${from} → ${into}`,
  done: (from, into) => `已合并 ${from} → ${into}`,
  namesDiffer: '姓名不同！',
  joined: (what) => `并过去：${what}`,
  nothing: '要并走的这位没有记过账。',
  purchases: (count) => `消费 ${grouped(count)} 笔`,
  refunds: (count) => `退款 ${grouped(count)} 笔`,
  payments: (count) => `还款 ${grouped(count)} 笔`,
  contacts: (count) => `联系 ${grouped(count)} 次`,
  others: (count) => `其他 ${grouped(count)} 条`,
  balance: (balance) => `合并后${balance}`,
  phone: (phone) => `电话留 ${phone}`,
  noted: (what) => `记入备注：${what}`,
  leads: (from, into) => `#${from} 和它的卡号以后都指 #${into}。`,
  question: (from, into) => `把 ${from} 和 ${into} 合成一位吗？`,
  questionNames: (from, into) => `${from} 和 ${into} 姓名不同，真是同一位吗？`,
  left: '没有合并。',
}
