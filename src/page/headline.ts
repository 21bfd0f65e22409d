import { minorOf } from '../ledger/money.ts'
import { percentChange } from '../ledger/period.ts'
import type { Overview } from '../ledger/report/overview.ts'
import type { Figures } from '../ledger/report/summary/figures.ts'
import { type Html, html, prose } from './html.ts'
import { section, type Telling } from './section.ts'

/** A figure, and what stands under it. */
interface Card {
  readonly what: string
  readonly figure: string
  readonly of: readonly string[]
}

/** The figures everything else explains. */
export function headline({ figures, before }: Overview, telling: Telling): Html {
  const { words, flags } = telling
  const { title, how, next, nextAlone } = words.page.headline
  const further = (before === null ? nextAlone : next)(flags.period + flags.whom)
  const cards = [...bought(figures, before, telling), ...accounts(figures, before, telling)].map(
    ({ what, figure, of }) => {
      const under = of.map((line) => html`<div class="of">${prose(line)}</div>`)
      return html`<div><dt>${what}</dt><dd><div class="figure">${figure}</div>${under}</dd></div>`
    },
  )
  return section({ title, how, next: further }, telling, html`<dl class="cards">${cards}</dl>`)
}

/** What was sold, and who bought. */
function bought(
  figures: Overview['figures'],
  before: Overview['before'],
  { words, speech: { money, share } }: Telling,
): Card[] {
  const say = words.page.headline
  const { revenue, refunds, returns, walkIn, buyers, newBuyers, rates } = figures
  const purchases = say.purchases(figures.purchases)
  const sold = [returns > 0 ? say.refunded(purchases, returns, money(refunds)) : purchases]
  if (walkIn !== null && walkIn.purchases > 0) {
    const taken = money(walkIn.revenue)
    sold.push(walkIn.share === null ? say.walkIn(taken) : say.walkInPart(taken, share(walkIn.share)))
  }
  const repeat = rates.repeatRate === null ? say.nobodyBought : say.repeat(rates.repeatBuyers, share(rates.repeatRate))
  const lost = rates.churnRate === null ? say.nobodyActive : say.lost(rates.lost, rates.buyersAtStart)
  const then = (said: (before: Figures) => string) => (before === null ? [] : [said(before)])
  const change = (
    now: number,
    of: (before: Figures) => number,
    things: (before: Figures) => number,
    said: (figure: number) => string,
  ) =>
    then((before) => {
      const percent = percentChange(now, of(before), things(before))
      return percent === null
        ? say.before(said(of(before)))
        : say.beforeChanged(said(of(before)), `${percent > 0 ? '+' : ''}${percent} %`)
    })
  const churn = then(({ rates }) => (rates.churnRate === null ? '' : say.before(share(rates.churnRate)))).filter(
    (line) => line !== '',
  )
  const revenueBefore = change(
    minorOf(revenue),
    (one) => minorOf(one.revenue),
    (one) => one.purchases,
    () => money(before?.revenue ?? '0'),
  )
  const counted = (now: number, of: (before: Figures) => number) => change(now, of, of, say.customers)
  return [
    { what: say.revenue, figure: money(revenue), of: [...revenueBefore, ...sold] },
    { what: say.buyers, figure: say.customers(buyers), of: [...counted(buyers, (one) => one.buyers), repeat] },
    {
      what: say.new.what,
      figure: say.customers(newBuyers),
      of: [...counted(newBuyers, (one) => one.newBuyers), say.new.note],
    },
    { what: say.churn, figure: rates.churnRate === null ? '-' : share(rates.churnRate), of: [...churn, lost] },
  ]
}

function accounts(
  figures: Overview['figures'],
  before: Overview['before'],
  { words, speech: { money } }: Telling,
): Card[] {
  const say = words.page.headline
  const { balance, debtors, ages, credit, creditors } = figures
  const owed = [say.debtors(debtors)]
  if (/[1-9]/.test(ages.days91)) owed.push(say.old(money(ages.days91)))
  return [
    {
      what: say.owed,
      figure: money(balance),
      of: before === null ? owed : [say.before(money(before.balance)), ...owed],
    },
    {
      what: say.credit,
      figure: money(credit),
      of: [...(before === null ? [] : [say.before(money(before.credit))]), say.creditors(creditors)],
    },
  ]
}
