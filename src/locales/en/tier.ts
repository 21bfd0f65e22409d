import type { Tier } from '../../ledger/vocabulary.ts'
import { grouped } from '../figure.ts'
import { counted, every } from './plural.ts'

const days = (count: number) => counted(count, 'day')

/** What sorting, pinning and `why` say. */
export const tier = {
  measures: { sales: 'sales', profit: 'profit' },
  nobodyBought: (asOf: string, length: number) => `As of ${asOf}: nobody bought in the last ${days(length)}`,
  bought: (asOf: string, length: number, buyers: number, purchases: number, spent: string) =>
    `As of ${asOf}: ${grouped(buyers)} bought in the last ${days(length)}, ${counted(purchases, 'time')}, ${spent}`,
  /** What makes a tier, by the method. */
  limits: {
    abc: 'By net spend: A brings the first 80 %, B up to 95 %, C the rest',
    fixed: 'By net spend: A from tier.fixedA, B from tier.fixedB, C the rest   (regulars policy show tier)',
    rfm: (a: number, b: number) =>
      `By RFM scores, 3 to 15 points together: A from ${a}, B from ${b}, C the rest   (regulars policy show tier.rfm)`,
    scorecard: (a: number, b: number) =>
      `By scorecard, 0 to 100 points: A from ${a}, B from ${b}, C the rest   (regulars policy show tier.scorecard)`,
    often: (purchases: number) => `often = ${counted(purchases, 'purchase')} or more`,
    nobodyHigh: (measure: string) => `high: nobody's ${measure} is above zero`,
    high: (measure: string, money: string) => `high = ${measure} of ${money} or more`,
    theyBring: (high: string, percent: number) => `${high} (they bring ${percent} %)`,
  },
  labels: {
    matrix: { A: 'often, high', B: 'often, low', C: 'seldom, low', D: 'to develop' },
    abc: { A: 'first 80 %', B: 'next 15 %', C: 'the rest', D: 'to develop' },
    rfm: { A: 'high score', B: 'middling', C: 'low score', D: 'to develop' },
    scorecard: { A: 'high score', B: 'middling', C: 'low score', D: 'to develop' },
    fixed: { A: 'from A on', B: 'from B on', C: 'the rest', D: 'to develop' },
  } as Record<string, Record<Tier, string>>,
  every: (length: number) => `every ${days(length)}`,
  count: grouped,
  neverBought: (count: number) => `${grouped(count)} never bought`,
  first: 'Sorted for the first time: no movements to list. Later runs list them.',
  still: 'Nobody moved.',
  moves: (count: number) => `Moved: ${grouped(count)}`,
  move: (fromTo: string, why: string) => `${fromTo}: ${why}`,
  next: 'Whom to call: regulars due   Why: regulars why NAME',
  risen: 'To tell those who have risen to A, once: regulars message risen --tier A',
  takeBack: (change: number) => `take back: regulars undo ${change}`,
  toNone: (from: string) => `${from} -> none (staff)`,
  fromTo: (from: string, to: string) => `${from} -> ${to}`,
  stays: (tier: string) => `stays ${tier}`,
  isStill: (tier: string) => `still ${tier}`,
  pinned: (who: string, where: string) => `${who}: ${where}, pinned`,
  pinnedUntil: (pinned: string, day: string) => `${pinned} to the end of ${day}`,
  unpinned: (who: string, where: string) => `${who}: no longer pinned, ${where}`,
  /** What a verdict rests on. */
  verdict: {
    neverBought: 'no purchase in the ledger',
    nothingLeft: 'no purchase is left',
    boughtBefore: (length: number) => `bought before, but nothing in ${days(length)}`,
    boughtNothing: (length: number) => `nothing bought in ${days(length)}`,
    cameBefore: 'nothing entered here yet; they came before',
    visitsBefore: (visits: number) => `nothing entered here yet; ${counted(visits, 'visit')} before`,
    noVisits: (length: number) => `no purchase in ${days(length)}`,
    visits: (visits: number, length: number) => `${counted(visits, 'purchase')} in ${days(length)}`,
    visitsNeeded: (visits: number) => `often is ${grouped(visits)}`,
    profitNeeded: (money: string) => `high is ${money}`,
    spent: (money: string, length: number) => `${money} in ${days(length)}`,
    potential: (percent: number) => `with their potential it counts ${percent} %`,
    spentNeeded: (money: string) => `the next tier begins at ${money}`,
    points: (points: number, of: number, length: number, parts: string) =>
      `${points} of ${of} points in ${days(length)} (${parts})`,
    pointsShort: (points: number, parts: string) => `${counted(points, 'point')} (${parts})`,
    notKnown: (parts: string) => `not known: ${parts}`,
    pointsNeeded: (points: number) => `the next tier begins at ${points}`,
    pointsNeededShort: (points: number) => `next tier from ${points}`,
    parts: {
      recency: 'recency',
      frequency: 'visits',
      monetary: 'amount',
      spend: 'spend',
      referrals: 'referrals',
      satisfaction: 'satisfaction',
      potential: 'potential',
    } as Readonly<Record<string, string>>,
  },
  /** What to do with a tier, and how much of what it asks of the shop. */
  focus: {
    A: 'be close, make them your example',
    B: 'reassure, teach them to get more from what they buy',
    C: 'be in touch more, settle what was left open',
    D: 'develop quickly, guide them to the next season or offer',
  } as Record<Tier, string>,
  asks: (tier: string, focus: string, expertise: string, service: string, talk: string) =>
    `${tier} asks of you: ${focus} (expertise ${expertise}, service ${service}, talk ${talk})`,
  why: {
    staff: 'Staff: in no tier, no figure of customers, and on no list.',
    tier: (tier: string, said: string) => `Tier ${tier}: ${said}`,
    pinned: (day: string) => `pinned ${day}`,
    pinnedUntil: (pinned: string, day: string) => `${pinned} to the end of ${day}`,
    hasBought: 'has bought',
    notSorted: (said: string) => `${said}; not sorted yet (regulars classify)`,
    boughtSince: (day: string) => `bought since the tiers were sorted on ${day}`,
    changedSince: 'the ledger or the rules changed since: regulars classify sorts anew',
    sortedAs: (day: string, tier: string, said: string) => `sorted ${day} as ${tier}: ${said}`,
    sortedBy: (day: string, method: string, tier: string, since: string) =>
      `sorted ${day} by ${method}; ${tier} since ${since}`,
    stage: (stage: string, said: string) => `Stage ${stage}: ${said}`,
    boughtBefore: (visits: number) => `${days(visits)} of buying before this ledger; the last is not known`,
    ownRhythm: (gap: string) => `usually ${every(gap)}`,
    shopRhythm: (gap: string) => `the shop's rhythm of ${gap} days`,
    visits: (visits: number, rhythm: string, last: string, ago: string) =>
      `${days(visits)} of buying, ${rhythm}; last ${last}, ${ago}`,
    today: 'today',
    daysAgo: (since: number) => `${days(since)} ago`,
    lostSince: (day: string) => `lost since ${day}`,
    lostOn: (day: string) => `lost on ${day} unless they buy before`,
    due: 'Due:',
    notDue: 'Nothing is due today.',
    comesNext: 'Next:',
    next: (who: number) => `Another tier: regulars pin ${who} A --reason "…"   all about them: regulars show ${who}`,
    nextDue: (who: number) => `Talked: regulars done ${who} -n "…"   another tier: regulars pin ${who} A --reason "…"`,
  },
}
