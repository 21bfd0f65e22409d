import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const losses: Words['losses'] = {
  title: (from, to, customers) => `${from} 到 ${to} 流失 ${grouped(customers)} 位`,
  nobody: '没有人流失。',
  part: (part, all, share, value) => `${grouped(part)} / ${grouped(all)} = ${share}；${value}`,
  lastYear: { what: '最后一年', note: '到各人最后一次来为止，365 天里买的，减去退的' },
  undoneTitle: '流失前 90 天，店里没做到的：',
  promises: { what: '约好没回', note: '约了哪天回话，没回' },
  replies: { what: '没答复', note: '等我们回话，没等到' },
  followups: { what: '该联系没联系', note: '上了名单，没人联系' },
  customers: { what: '客户', note: (all) => `共 ${grouped(all)} 位里，有上面这些的` },
  heads: ['流失', '客户', '上次来', '最后一年', '原因', '没做到'],
  noted: (why, note) => `${why}：${note}`,
  explain: [
    '流失：算流失的那天（最后一次来 + 3 个间隔，至少 90 天，再加 1 天）在这段时间里，到最后一天还是流失。',
    '跟 regulars report rates 的流失对不上，是因为那边只看第一天活跃的；第一天以后才来、才回来，又流失的，只在这里。',
    '原因：最后一次来以后记的（regulars lost）；不知道：没记过。',
    '最后一年：到最后一次消费为止 365 天买的，减去退款退货。是已经带来的，不是预测。',
    '没做到：流失前 90 天，每天早上的名单（regulars due）上有、又没有联系了结的。客户自己先来了的不算，不要联系的也不算。',
  ],
  fading: '快要走的：regulars list --stage 来得少了   怎么算的：--explain',
  next: (one) => `流失的名单：regulars list --stage 流失   ${one}   怎么算的：--explain`,
  noteWhy: (id) => `记原因：regulars lost ${id} --why 价格`,
  one: (id) => `看一位：regulars show ${id}`,
}
