import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

const named = { sales: '营业额', profit: '毛利' }
const days = (from: string | null, to: string) => (from === null ? `到 ${to}` : `${from} 到 ${to}`)

export const pareto: Words['pareto'] = {
  title: ({ from, to, customers, profit, measure }, { money }) =>
    customers === 0 ? `${days(from, to)}：没人买过` : `${days(from, to)}：${grouped(customers)} 位买过，${named[measure]} ${money(profit)}`,
  curve: ({ customers, customersAt80, shareOfCustomersAt80, gained, losing, measure }, { money, share }) => {
    if (customersAt80 === null || shareOfCustomersAt80 === null) return [`这 ${grouped(customers)} 位没带来${named[measure]}，没什么可分的。`]
    const lines = [`${grouped(customers)} 位里的 ${grouped(customersAt80)} 位（${share(shareOfCustomersAt80)}）带来 80 % 的${named[measure]}。`]
    if (losing > 0) lines.push(`有 ${grouped(losing)} 位是倒贴的：占比按其他人带来的 ${money(gained)} 算。`)
    return lines
  },
  tenths: (measure) => `从高到低每十分之一的客户：${named[measure]}和占比`,
  tenth: (first, last) => `第 ${grouped(first)}-${grouped(last)} 位`,
  heads: ({ measure }) => ['客户', named[measure], '占比', '累计'],
  explain: [
    '买过的：这些天里有一笔没作废、没全退的消费。散客和归档的不算。',
    '毛利：折后实收，扣掉退款，再减成本；没记成本的按规则里的毛利率（tier.margin）算。毛利率 100 % 又没记成本时，就是营业额。',
    '占比：占所有赚钱客户带来的毛利。累计：从最高的一位往下加。',
    '80 %：最少要几位，加起来够这些毛利的 80 %。排等级（matrix）在它那段日子里也从这里分高低。',
  ],
  next: ({ customers, customersAt80 }, whole) => {
    if (customers === 0) return whole ? '记一笔：regulars buy 王小明 128' : '看全部客户、所有日子：regulars report pareto'
    const inList = customersAt80 === null ? 'regulars list --sort spent' : `regulars list --sort profit --limit ${customersAt80}`
    return `是哪些人：${whole ? inList : `后面加 --ids${customersAt80 === null ? '' : ` | head -${customersAt80}`}`}   怎么算的：--explain`
  },
}
