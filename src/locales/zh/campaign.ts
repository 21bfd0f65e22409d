import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const campaign: Words['campaign'] = {
  title: (days, count) => `${days} 有 ${grouped(count)} 次主题联系`,
  heads: ['主题', '从', '联系到', '买了', '金额', '留作对照', '买了', '效果'],
  running: (points) => `目前 ${points}`,
  chance: (points) => `${points}（可能是碰巧）`,
  explain: (days) => [
    `联系到：店里为这个主题联系过的客户，没接的不算。买了：其中当天或之后 ${days ?? 30} 天内买过的，全退的不算；金额：这些天买的，减去退款。`,
    '留作对照：message --hold-out 留下的，同样的天数。效果：每一百人里比对照多几人买；差在两个标准误以内，可能是碰巧。',
    '同一个主题停了 90 天以上算另一次。换天数：--days N，或 policy set campaign.days N。',
  ],
  next: '要知道效果：regulars message 新品 --tier A,B --hold-out 10 --log   怎么算的：--explain',
}
