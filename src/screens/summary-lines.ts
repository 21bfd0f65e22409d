import type { Figures } from '../ledger/report/summary/figures.ts'
import type { Summary } from '../ledger/report/summary/summary.ts'
import { grouped } from '../locales/figure.ts'
import type { Voice } from '../terminal/voice.ts'
import { changeOf, earnsApart } from './change-in-percent.ts'

/** A figure beside what it was before, and what is to be said of it. */
type Compared = readonly [what: string, now: string, before: string, note: string]

const some = (amount: string) => Number(amount) !== 0
const part = (of: number, all: number) => `${grouped(of)} / ${grouped(all)}`
/** What is there is not said to be nothing of all, nor all of it while there is something else. */
const wholePercent = (share: number) =>
  share > 0 && share < 0.01 ? '<1 %' : share < 1 && share > 0.99 ? '>99 %' : `${Math.round(share * 100)} %`
const joined = (parts: readonly string[], mark: string) => parts.filter((one) => one !== '').join(mark)

/** What was sold, given back and earned; only what there was of it. */
export function moneyLines(now: Summary, voice: Voice): Compared[] {
  const { marks, summary } = voice.words
  const { money: words } = summary
  const { before, walkIn } = now
  const change = (of: 'revenue' | 'net' | 'profit') => changeOf(now, now[of], before[of], before.purchases)
  const line = (what: string, of: 'revenue' | 'refunds' | 'net' | 'profit', note: string): Compared => [
    what,
    voice.money(now[of]),
    voice.money(before[of]),
    note,
  ]
  const lines = [
    line(words.revenue, 'revenue', joined([change('revenue'), words.purchases(now.purchases)], marks.clauses)),
  ]
  if (walkIn && (walkIn.purchases > 0 || before.walkIn?.purchases)) {
    const purchases = words.purchases(walkIn.purchases)
    const share = walkIn.share === null ? null : wholePercent(walkIn.share)
    const note = share === null ? purchases : words.ofRevenue(purchases, share)
    const then = voice.money(before.walkIn?.revenue ?? '0')
    lines.push([`  ${words.walkIn}`, voice.money(walkIn.revenue), then, note])
  }
  lines.push(line(words.refunds, 'refunds', words.returns(now.returns, before.returns)))
  if (some(now.refunds) || some(before.refunds)) lines.push(line(words.net, 'net', change('net')))
  if (earnsApart(now) || earnsApart(before)) lines.push(line(words.profit, 'profit', change('profit')))
  return lines
}

/** Who bought, who is new, came again, brought others; who was lost, and regained. */
export function peopleLines(now: Summary, { words: { summary }, share }: Voice): Compared[] {
  const { people: words } = summary
  const { before, rates } = now
  const then = before.rates
  const rate = (known: number | null, said: (share: string) => string) =>
    known === null ? words.nobodyBought : said(share(known))
  const lost = ({ lost, buyersAtStart }: Figures['rates']) => part(lost, buyersAtStart)
  const churn =
    rates.churnRate === null || rates.retentionRate === null
      ? words.nobodyActive
      : words.churn(share(rates.churnRate), rates.buyersAtStart - rates.lost, share(rates.retentionRate))
  const change = changeOf(now, now.buyers, before.buyers, before.buyers)
  return [
    [words.buyers, words.count(now.buyers), words.count(before.buyers), change],
    [`  ${words.new.what}`, grouped(now.newBuyers), grouped(before.newBuyers), words.new.note],
    [
      `  ${words.repeat}`,
      part(rates.repeatBuyers, rates.buyers),
      part(then.repeatBuyers, then.buyers),
      rate(rates.repeatRate, words.repeatRate),
    ],
    [
      `  ${words.referrers}`,
      part(rates.referrers, rates.buyers),
      part(then.referrers, then.buyers),
      rate(rates.referralRate, words.referralRate),
    ],
    [words.lost, lost(rates), lost(then), churn],
    [words.regained.what, grouped(rates.regained), grouped(then.regained), words.regained.note],
  ]
}

/** What customers owe, by how long, and what the shop owes them. */
export function accountLines({ before, ...now }: Summary, { words: { summary, marks }, money }: Voice): Compared[] {
  const { accounts: words } = summary
  const ages = (['days0', 'days31', 'days61', 'days91'] as const).filter((age) => some(now.ages[age]))
  const aged = ages.map((age) => `${words.ages[age]} ${money(now.ages[age])}`).join(marks.parts)
  const debtors = joined([words.debtors(now.debtors), aged], marks.clauses)
  return [
    [words.owed, money(now.balance), money(before.balance), debtors],
    [words.credit, money(now.credit), money(before.credit), words.creditors(now.creditors)],
  ]
}

/** Contacts and what came of them; of those due, what was done. */
export function contactLines({ contacts, before, followups }: Summary, { words, share }: Voice): Compared[] {
  const { contacts: said } = words.summary
  const { due, fellAway, inTime, late, open, doneRate } = followups
  const outcomes = Object.entries(contacts.outcomes)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${words.terms.outcome[outcome] ?? outcome} ${grouped(count)}`)
  const note = contacts.made === 0 ? '' : said.with(contacts.customers, outcomes.join(words.marks.parts))
  const lines: Compared[] = [[said.what, said.count(contacts.made), said.count(before.contacts.made), note]]
  if (doneRate !== null) {
    const done = said.done(share(doneRate), inTime, open)
    lines.push([`  ${said.due}`, part(inTime + late, due - fellAway), '-', done])
  }
  return lines
}
