import type { Explanation } from '../../ledger/customer/why.ts'
import type { TierMovement, VerdictFacts } from '../../ledger/tier/classify.ts'
import type { Tier } from '../../ledger/vocabulary.ts'
import type { Words } from '../en.ts'
import { grouped, tenths } from '../figure.ts'
import type { Speech } from '../speech.ts'
import { terms } from './terms.ts'

const often = (tier: Tier) => tier === 'A' || tier === 'B'
const much = (tier: Tier) => tier === 'A' || tier === 'D'

const visits = ({ visits, needed, windowDays }: VerdictFacts) =>
  `${windowDays} 天内${visits === 0 ? '没买过' : ` ${grouped(visits)} 次`}${needed === null ? '' : `，常来要 ${grouped(needed)} 次`}`
const profit = ({ profit, profitNeeded }: VerdictFacts, measure: string, { money }: Speech) =>
  `${measure} ${money(profit)}${profitNeeded === null ? '' : `，贡献高要 ${money(profitNeeded)}`}`
const spend = ({ spent, spentNeeded, windowDays }: VerdictFacts, { money }: Speech) =>
  `${windowDays} 天内 ${money(spent)}${spentNeeded === null ? '' : `，${money(spentNeeded)} 起升一等`}`

const partNames: Readonly<Record<string, string>> = {
  recency: '最近',
  frequency: '次数',
  monetary: '金额',
  spend: '消费',
  referrals: '介绍',
  satisfaction: '满意',
  potential: '潜力',
}
const scored = ({ points = 0, pointsOf = 0, parts = {}, pointsNeeded = null, windowDays }: VerdictFacts) => {
  const said = (known: boolean) => Object.entries(parts).filter(([, part]) => (part !== null) === known)
  const unknown = said(false).map(([name]) => partNames[name])
  return [
    `${windowDays} 天内 ${points} 分，满分 ${pointsOf}（${said(true)
      .map(([name, part]) => `${partNames[name]} ${part}`)
      .join('、')}${unknown.length === 0 ? '' : `；不知道：${unknown.join('、')}`}）`,
    pointsNeeded === null ? '' : `，${pointsNeeded} 分起升一等`,
  ].join('')
}

/** The same beside those who moved with them: the head says the window and of how many points; going up needs no next step. */
const scoredShort = ({ points = 0, parts = {}, pointsNeeded = null }: VerdictFacts, fell: boolean) =>
  `${points} 分（${Object.entries(parts)
    .filter(([, part]) => part !== null)
    .map(([name, part]) => `${partNames[name]} ${part}`)
    .join('、')}）${fell && pointsNeeded !== null ? `，${pointsNeeded} 分起升一等` : ''}`

function moved({ from, to, why }: Pick<TierMovement, 'from' | 'why'> & { readonly to: Tier }, measure: string, voice: Speech): string {
  if (why.reason === 'never-bought') return '已经没有消费了'
  if (why.reason === 'earlier-buyer') return `${why.windowDays} 天没买`
  if (why.parts) return scoredShort(why, to > from)
  if (why.needed === null && why.profitNeeded === null) return spend(why, voice)
  return [often(from) !== often(to) && visits(why), much(from) !== much(to) && profit(why, measure, voice)].filter(Boolean).join('；')
}

function because(why: VerdictFacts, before: Explanation['before'], measure: string, voice: Speech): string {
  if (why.reason === 'never-bought') return '还没买过'
  if (why.reason === 'earlier-buyer') return before === null ? `以前买过，近 ${why.windowDays} 天没买` : beforehand(before)
  if (why.parts) return scored(why)
  if (why.needed === null && why.profitNeeded === null) return spend(why, voice)
  return `${visits(why)}；${profit(why, measure, voice)}`
}

function beforehand({ visits }: NonNullable<Explanation['before']>): string {
  return visits === null ? '以前来过，这里还没记过' : `以前来过 ${grouped(visits)} 次，这里还没记过`
}

const ways: Readonly<Record<string, string>> = {
  matrix: '按次数和贡献',
  abc: '按消费额占比',
  rfm: '按 RFM 分数',
  scorecard: '按打分（满分 100）',
  fixed: '按消费额',
}

export const tier: Words['tier'] = {
  measures: { sales: '消费', profit: '毛利' },
  summary: ({ asOf, window: { days, buyers, purchases, spent } }, { money }) =>
    buyers === 0 ? `到 ${asOf}，近 ${days} 天没有人买过` : `到 ${asOf}，近 ${days} 天有 ${grouped(buyers)} 人买过，共 ${grouped(purchases)} 次 ${money(spent)}`,
  limits: ({ method, thresholds: { turnover, profit }, points, measure, window: { profitShare } }, { money }) => {
    if (method === 'abc') return '按消费额排：A 占前 80 %，B 到 95 %，其余 C'
    if (method === 'fixed') return '按消费额：满 tier.fixedA 是 A，满 tier.fixedB 是 B，其余 C（regulars policy show tier）'
    if (points && method === 'rfm') return `按 RFM 分数，三项加起来 3 到 15 分：${points.A} 分起 A，${points.B} 分起 B，其余 C（regulars policy show tier.rfm）`
    if (points) return `按打分，满分 100：${points.A} 分起 A，${points.B} 分起 B，其余 C（regulars policy show tier.scorecard）`
    if (turnover === null && profit === null) return ''
    const word = tier.measures[measure]
    const share = profitShare === null ? '' : `（前面这些人占 ${Math.round(profitShare * 1000) / 10} %）`
    return [
      turnover !== null && `常来 = ${grouped(turnover)} 次以上`,
      profit === null ? `没有人的${word}大于零` : `贡献高 = ${word} ${money(profit)} 以上${share}`,
    ]
      .filter(Boolean)
      .join('；')
  },
  labels: {
    matrix: { A: '常来 贡献高', B: '常来 贡献低', C: '不常来 贡献低', D: '待发展' },
    abc: { A: '前 80 %', B: '后 15 %', C: '其余', D: '待发展' },
    rfm: { A: '分数高', B: '分数中', C: '分数低', D: '待发展' },
    scorecard: { A: '分数高', B: '分数中', C: '分数低', D: '待发展' },
    fixed: { A: '满 A 线', B: '满 B 线', C: '其余', D: '待发展' },
  },
  every: (days) => `每 ${days} 天联系`,
  count: grouped,
  neverBought: (count) => `其中没买过 ${grouped(count)}`,
  first: '首次排级，不列变动。以后只列升降。',
  still: '没有人升降。',
  moves: (count) => `升降 ${grouped(count)} 位`,
  move: ({ customerId, name, from, to, why }, measure, voice) => ({
    who: `${name} #${customerId}`,
    what: to === null ? `${from}→不评级（员工）` : `${from}→${to}  ${moved({ from, to, why }, measure, voice)}`,
  }),
  next: (change) =>
    ['今天该联系谁：regulars due   为什么：regulars why 姓名', change === null ? '' : `撤销：regulars undo ${change}`].filter(Boolean).join('   '),
  pinned: ({ name, customerId, from, tier, reason, until }) =>
    `${name} #${customerId} ${from === tier ? `仍是 ${tier}` : `${from}→${tier}`}，钉住${until === null ? '' : `到 ${until}（含当天）`}${reason ? `：“${reason}”` : ''}`,
  unpinned: ({ name, customerId, from, tier }) => `${name} #${customerId} 不再钉住，${from === tier ? `仍是 ${tier}` : `${from}→${tier}`}`,
  why: {
    staff: '员工：不评级，不算在客户的数字里，也不上名单。',
    tier: ({ tier, sorted, pinned, bought, boughtSince }, before, measure, voice) => {
      const { day } = voice
      const lines: string[] = []
      if (pinned) lines.push(`等级 ${tier}：${day(pinned.on)} 钉住${pinned.until ? `，到 ${pinned.until}` : ''}${pinned.reason ? `：“${pinned.reason}”` : ''}`)
      if (!sorted) {
        const said = `${before ? beforehand(before) : bought ? '买过' : '还没买过'}；还没排过级（regulars classify）`
        lines.push(pinned ? `  ${said}` : `等级 ${tier}：${said}`)
        return lines
      }
      if (boughtSince) {
        const said = `${day(sorted.asOf)} 排级以后买过`
        return [...lines, pinned ? `  ${said}` : `等级 ${tier}：${said}`]
      }
      const found = sorted.why ? because(sorted.why, before, measure, voice) : '之后账本或规则变了，要重排：regulars classify'
      lines.push(pinned ? `  ${day(sorted.asOf)} 排级是 ${sorted.tier}：${found}` : `等级 ${tier}：${found}`)
      if (!pinned) lines.push(`  ${day(sorted.asOf)} ${ways[sorted.method] ?? `按 ${sorted.method} `}排的；${day(sorted.since)} 起是 ${tier}`)
      return lines
    },
    stage: ({ stage, gap, ownGap, since, lastOn, days, lostOn }, { day }) => {
      const name = terms.stage[stage]
      if (days === 0) return [`熟客程度 ${name}：还没买过`]
      const rhythm = ownGap ? `平均 ${tenths(gap)} 天来一次` : `按全店的节奏 ${tenths(gap)} 天一次`
      if (since === null || lastOn === null) return [`熟客程度 ${name}：用账本以前来过 ${days} 天，上次哪天不知道`]
      const last = `来过 ${days} 天，${rhythm}；上次 ${day(lastOn)}，${since === 0 ? '就是今天' : `${since} 天前`}`
      return [`熟客程度 ${name}：${last}`, stage === 'lost' ? `  ${day(lostOn ?? '')} 起算流失` : `  再不来，${day(lostOn ?? '')} 起算流失`]
    },
    due: '该联系：',
    notDue: '今天没有该联系的事。',
    comesNext: '接下来：',
    next: (who, due) =>
      due
        ? `联系好了：regulars done ${who} -n "…"   改等级：regulars pin ${who} A --reason "…"`
        : `改等级：regulars pin ${who} A --reason "…"   全部情况：regulars show ${who}`,
  },
}
