import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'
import { terms } from './terms.ts'

const measured = { sales: '营业额', profit: '毛利' }
const named = { returns: '常来', suggests: '提建议', answers: '有新货就来', refers: '带人来', wallet: '主要在这儿买' }
const meaning = {
  returns: '来过 3 天以上，没有来得少了',
  suggests: '提过建议',
  answers: '告诉有新货以后来买过',
  refers: '介绍的人也买过',
  wallet: '要买的八成以上在这儿买',
}

export const quadrant: Words['quadrant'] = {
  title: ({ from, to, buyers }) => `${from === null ? `到 ${to}` : `${from} 到 ${to}`}，贡献和忠诚：${buyers === 0 ? '没人买过' : `${grouped(buyers)} 位买过`}`,
  high: ({ profitNeeded, profitShare, measure }, { money, share }) =>
    profitNeeded === null
      ? `没人带来${measured[measure]}，谈不上谁贡献高。`
      : `贡献高 = ${measured[measure]} ${money(profitNeeded)} 以上${profitShare === null ? '（tier.profit）' : `（前面这些人占 ${share(profitShare)}）`}；忠诚 = 下面占 3 条以上`,
  value: ['贡献高', '贡献低'],
  loyalty: ['忠诚', '不算忠诚'],
  cell: ({ quadrant, customers, profit }, { buyers, measure }, { money, share }) => [
    `${terms.quadrant[quadrant]} ${grouped(customers)} 位（${share(customers / buyers)}）`,
    `${measured[measure]} ${money(profit)}`,
  ],
  undecided: ({ quadrants }) => {
    const open = quadrants.filter(({ undecided }) => undecided > 0)
    if (open.length === 0) return []
    const said = open.map(({ quadrant, undecided }) => {
      const then = terms.quadrant[quadrant === 'meteor' ? 'gold' : 'small-star']
      return `${grouped(undecided)} 位${terms.quadrant[quadrant]}就是${then}`
    })
    return [`还说不准：不知道的要是都算有，${said.join('，')}。`]
  },
  signs: '看忠不忠诚的五条',
  signLines: ({ signs, buyers }, { share }) =>
    signs.map(({ sign, yes, unknown }) => [
      named[sign],
      grouped(yes),
      unknown === buyers
        ? `谁都不知道：${meaning[sign]}`
        : `/ ${grouped(buyers - unknown)} = ${share(yes / (buyers - unknown))}${unknown === 0 ? '' : `，${grouped(unknown)} 位不知道`}：${meaning[sign]}`,
    ]),
  explain: ({ profitShare }, { share }) => [
    `贡献高：这些天的毛利大于 0，而且${profitShare === null ? '够规则里的 tier.profit' : `排得进前面占全部毛利 ${share(profitShare)} 的那些人（跟排等级一样算，只是看这些天）`}。没记成本、毛利率 100 % 时，毛利就是营业额。`,
    '忠诚：五条里知道有 3 条以上，看到最后一天。不知道的不算，另外数。',
    '常来：回头客或常客（regulars report stages --explain）。带人来：他介绍的人买过。',
    '有新货就来：你们联系过，活动名里有 新品、新到、上新 或 new-arrival，也没落空（不是没接），当天起 30 天里来买过；没到 30 天，或没这样联系过，就是不知道。',
    '主要在这儿买：份额（edit --share）80 以上；没记就是不知道。提建议：账本还没有地方记建议。',
    `${terms.quadrant['gold']}：贡献高又忠诚。${terms.quadrant['meteor']}：贡献高，说走就走。${terms.quadrant['small-star']}：忠诚，还能多买点。${terms.quadrant['burden']}：两样都不沾。只看这些天买过的，散客和归档的不算。`,
  ],
  next: ({ quadrants, buyers }, whole) => {
    if (buyers === 0) return whole ? '记一笔：regulars buy 王小明 128' : '看全部客户、所有日子：regulars report quadrants'
    const many = (name: string) => (quadrants.find(({ quadrant }) => quadrant === name)?.customers ?? 0) > 0
    const first = ['gold', 'meteor', 'small-star', 'burden'].find(many) ?? 'gold'
    return `是哪些人：${whole ? `regulars list --quadrant ${terms.quadrant[first]} --sort profit` : '后面加 --format csv'}   怎么算的：--explain`
  },
}
