import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const pareto: Words['pareto'] = {
  title: (days, brought) => `${days}：${brought}`,
  nobodyBought: '没人买过',
  brought: (buyers, profit, measure) => `${grouped(buyers)} 位买过，${measure} ${profit}`,
  nothing: (buyers, measure) => `这 ${grouped(buyers)} 位没带来${measure}，没什么可分的。`,
  few: (few, buyers, share, measure) =>
    `${grouped(buyers)} 位里的 ${grouped(few)} 位（${share}）带来 80 % 的${measure}。`,
  losing: (count, gained) => `有 ${grouped(count)} 位是倒贴的：占比按其他人带来的 ${gained} 算。`,
  tenths: (measure) => `从高到低每十分之一的客户：${measure}和占比`,
  tenth: (first, last) => `第 ${grouped(first)}-${grouped(last)} 位`,
  heads: (measure) => ['客户', measure, '占比', '累计'],
  explain: [
    '买过的：这些天里有一笔没作废、没全退的消费。散客和归档的不算。',
    '毛利：折后实收，扣掉退款，再减成本；没记成本的按规则里的毛利率（tier.margin）算。毛利率 100 % 又没记成本时，就是营业额。',
    '占比：占所有赚钱客户带来的毛利。累计：从最高的一位往下加。',
    '80 %：最少要几位，加起来够这些毛利的 80 %。排等级（matrix）在它那段日子里也从这里分高低。',
  ],
  next: (how) => `是哪些人：${how}   怎么算的：--explain`,
  sameWith: (flags) => `后面加 ${flags}`,
}
