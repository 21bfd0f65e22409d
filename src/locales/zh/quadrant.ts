import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'
import { terms } from './terms.ts'

export const quadrant: Words['quadrant'] = {
  title: (days, bought) => `${days}，贡献和忠诚：${bought}`,
  nobodyBought: '没人买过',
  buyers: (count) => `${grouped(count)} 位买过`,
  nobodyHigh: (measure) => `没人带来${measure}，谈不上谁贡献高。`,
  high: (profit, measure, why) =>
    `贡献高 = ${measure} ${profit} 以上（${why}）；忠诚 = 下面占 3 条以上，或知道的占一半`,
  bring: (share) => `前面这些人占 ${share}`,
  value: ['贡献高', '贡献低'],
  loyalty: ['忠诚', '不算忠诚'],
  customers: (quadrant, count, share) => `${quadrant} ${grouped(count)} 位（${share}）`,
  brought: (profit, measure) => `${measure} ${profit}`,
  wouldBe: {
    meteor: (count) => `${grouped(count)} 位${terms.quadrant['meteor']}就是${terms.quadrant['gold']}`,
    burden: (count) => `${grouped(count)} 位${terms.quadrant['burden']}就是${terms.quadrant['small-star']}`,
  },
  undecided: (moves) => `还说不准：不知道的要是都算有，${moves}。`,
  signs: '看忠不忠诚的五条',
  sign: { returns: '常来', suggests: '提建议', answers: '有新货就来', refers: '带人来', wallet: '主要在这儿买' },
  meaning: {
    returns: '来过 3 天以上，没有来得少了',
    suggests: '提过建议',
    answers: '告诉有新货以后来买过',
    refers: '介绍的人也买过',
    wallet: '要买的八成以上在这儿买',
  },
  known: {
    ofNobody: (meaning) => `谁都不知道：${meaning}`,
    ofAll: (of, share, meaning) => `/ ${grouped(of)} = ${share}：${meaning}`,
    ofSome: (of, share, unknown, meaning) => `/ ${grouped(of)} = ${share}，${grouped(unknown)} 位不知道：${meaning}`,
  },
  threshold: {
    policy: '够规则里的 tier.profit',
    share: (share) => `排得进前面占全部毛利 ${share} 的那些人（跟排等级一样算，只是看这些天）`,
  },
  explain: (threshold) => [
    `贡献高：这些天的毛利大于 0，而且${threshold}。没记成本、毛利率 100 % 时，毛利就是营业额。`,
    '忠诚：五条里占 3 条以上，或者知道的里面至少占一半、而且自己还常来；看到最后一天。不知道的不算，另外数。',
    '常来：回头客或常客（regulars report stages --explain）。带人来：他介绍的人买过；店里记过介绍人才知道。',
    '有新货就来：你们联系过，活动名里有 新品、新到、上新 或 new-arrival，也没落空（不是没接），当天起 30 天里来买过；店里有人这样来过，才知道谁没有。',
    '主要在这儿买：份额（edit --share）80 以上；没记就是不知道。提建议：账本还没有地方记建议。',
    [
      `${terms.quadrant['gold']}：贡献高又忠诚。${terms.quadrant['meteor']}：贡献高，说走就走。`,
      `${terms.quadrant['small-star']}：忠诚，还能多买点。${terms.quadrant['burden']}：两样都不沾。`,
      '只看这些天买过的，散客和归档的不算。',
    ].join(''),
  ],
  next: (quadrant) =>
    `是哪些人：regulars list --quadrant ${terms.quadrant[quadrant]} --sort profit   怎么算的：--explain`,
  nextAsCsv: '是哪些人：后面加 --format csv   怎么算的：--explain',
}
