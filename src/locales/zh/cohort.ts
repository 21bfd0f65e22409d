import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const cohort: Words['cohort'] = {
  title: (days, began) => `${days}：${began}`,
  nobodyBegan: '没人头一次买',
  began: (customers) => `${grouped(customers)} 位客户，按头一次买的月份分批`,
  shares: '头一次以后第几个月，这批人里有百分之几又来买（最近一个月还没过完）：',
  shareHeads: ['头一次', '人数'],
  counts: '同上，数人头；共买：这批人到现在一共买了多少，退的扣掉。',
  countHeads: ['头一次', '共买'],
  hidden: {
    one: (month) => `第 ${month} 个月放不下：窗口拉宽能多看些，--format csv 全列出来`,
    several: (first, last) => `第 ${first}-${last} 个月放不下：窗口拉宽能多看些，--format csv 全列出来`,
  },
  earlier: (count) => `有 ${grouped(count)} 位没算：有账本以前就买过，不知道头一次是哪个月。`,
  explain: [
    '批：头一次买（没作废、没全退）在那个月的客户；写了 --from，只看那天以后才开始买的。',
    '第几个月：按日历月数；那个月又买过的人，占这批人的百分之几。第 0 个月就是他们自己。',
    '共买：当月买的，扣掉后来退的；没说退哪一单的，从退的那个月扣。',
    '没算的：旧名单上说有账本以前就来过的（以前次数）、散客、归档的。',
  ],
  next: '快要走的：regulars list --stage 来得少了   怎么算的：--explain',
}
