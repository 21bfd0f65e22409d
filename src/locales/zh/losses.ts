import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'
import { terms } from './terms.ts'

export const losses: Words['losses'] = {
  title: ({ from, to, customers }) => `${from} 到 ${to} 流失 ${grouped(customers)} 位`,
  nobody: '没有人流失。',
  causes: ({ causes, customers, value }, { money, share }) => [
    ...causes
      .filter((one) => one.customers > 0)
      .map((one): [string, string, string] => [
        terms.cause[one.why] ?? one.why,
        grouped(one.customers),
        `${grouped(one.customers)} / ${grouped(customers)} = ${share(one.customers / customers)}；${money(one.value)}`,
      ]),
    ['最后一年', money(value), '到各人最后一次来为止，365 天里买的，减去退的'],
  ],
  undoneTitle: '流失前 90 天，店里没做到的：',
  undone: ({ undone, customers }) => [
    ['约好没回', grouped(undone.promises), '约了哪天回话，没回'],
    ['没答复', grouped(undone.replies), '等我们回话，没等到'],
    ['该联系没联系', grouped(undone.followups), '上了名单，没人联系'],
    ['客户', grouped(undone.customers), `共 ${grouped(customers)} 位里，有上面这些的`],
  ],
  heads: ['流失', '客户', '上次来', '最后一年', '原因', '没做到'],
  rows: ({ lost }, { day, money }) =>
    lost.map((one) => [
      day(one.lostOn),
      `${one.name} #${one.customerId}`,
      day(one.lastPurchaseOn),
      money(one.value),
      one.why === 'unknown' && one.note === null ? '' : [terms.cause[one.why] ?? one.why, one.note].filter(Boolean).join('：'),
      grouped(one.undone.promises + one.undone.replies + one.undone.followups),
    ]),
  explain: [
    '流失：算流失的那天（最后一次来 + 3 个间隔，至少 90 天，再加 1 天）在这段时间里，到最后一天还是流失。',
    '跟 regulars report rates 的流失对不上，是因为那边只看第一天活跃的；第一天以后才来、才回来，又流失的，只在这里。',
    '原因：最后一次来以后记的（regulars lost）；不知道：没记过。',
    '最后一年：到最后一次消费为止 365 天买的，减去退款退货。是已经带来的，不是预测。',
    '没做到：流失前 90 天，每天早上的名单（regulars due）上有、又没有联系了结的。客户自己先来了的不算，不要联系的也不算。',
  ],
  next: ({ lost }) => {
    const untold = lost.find(({ why }) => why === 'unknown')
    if (lost.length === 0) return '快要走的：regulars list --stage 来得少了   怎么算的：--explain'
    const note = untold ? `记原因：regulars lost ${untold.customerId} --why 价格` : `看一位：regulars show ${lost[0]?.customerId}`
    return `流失的名单：regulars list --stage 流失   ${note}   怎么算的：--explain`
  },
}
