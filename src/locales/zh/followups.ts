import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const followups: Words['followups'] = {
  title: (from, to) => `${from} 到 ${to}，该联系的做到多少`,
  nothing: ['没有该联系的。', '客户进账本的第二天早上起才上名单。现在的名单：regulars due'],
  sum: (due, done) => `${due}；${done}`,
  due: (due, customers) => `${grouped(customers)} 位客户，该联系 ${grouped(due)} 次`,
  fellAway: (due, fellAway) => `${due}，其中不用联系了 ${grouped(fellAway)} 次`,
  done: (part, all, share) => `做到 ${grouped(part)} / ${grouped(all)} = ${share}。`,
  nothingLeft: '没有剩下要做的。',
  heads: ['', '该联系', '及时', '及时率', '晚了', '没做', '还等着', '不用了'],
  tier: (tier) => `${tier} 级`,
  keeper: (keeper) => `${keeper} 照看`,
  noKeeper: '没人照看',
  explain: [
    '该联系：把每天早上的 regulars due 按今天的规则重排一遍（当天还没记账时的样子）。一位客户的一条缘由，从这段时间头一次上名单算起，只算一次；以前就在名单上的不算。',
    '及时：上名单当天或第二天联系了，说的就是这件事；生日到当天为止都算及时。晚了：过了才联系。没做：过了时候也没联系。还等着：最后一天还在名单上。',
    '不用了：客户自己先来了、先还了，或者换了等级。及时率 = 及时 /（该联系 - 不用了）；做到 = 及时 + 晚了。',
    '等级是那天早上的，照看的人是现在的。推迟的也算；收起的、不要联系的不算，客户还没进账本的日子也不算。',
  ],
  next: '现在等着的：regulars due --all   怎么算的：--explain',
}
