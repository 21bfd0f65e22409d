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
  cameAndWent: (count, who) => `这段时间来了又走的 ${grouped(count)} 位，哪个率都不算：${who}`,
  cameOn: (who, day) => `${who}（上次来 ${day}）`,
  more: (count) => `另 ${grouped(count)} 位`,
  noted: (why, note) => `${why}：${note}`,
  explain: [
    '流失：第一天活跃（买过、没流失），最后一天算流失的，就是 regulars report rates 里流失的那些人。算流失的那天：最后一次来 + 3 个间隔，至少 90 天，再加 1 天。',
    '来了又走：第一天以后才来、才回来，到最后一天又算流失的。哪个率都不算他们。',
    '原因：最后一次来以后记的（regulars lost）；不知道：没记过。',
    '最后一年：到最后一次消费为止 365 天买的，减去退款退货。是已经带来的，不是预测。',
    '没做到：流失前 90 天，每天早上的名单（regulars due）上有、又没有联系了结的。客户自己先来了的不算，不要联系的也不算。',
  ],
  fading: '快要走的：regulars list --stage 来得少了   怎么算的：--explain',
  next: (one) => `流失的名单：regulars list --stage 流失   ${one}   怎么算的：--explain`,
  noteWhy: (id) => `记原因：regulars lost ${id} --why 价格`,
  one: (id) => `看一位：regulars show ${id}`,
}
