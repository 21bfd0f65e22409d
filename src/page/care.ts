import type { Complaint } from '../ledger/care/complaint/complaints.ts'
import { silentPerComplaint } from '../ledger/care/complaint/rules-of-thumb.ts'
import type { Overview } from '../ledger/report/overview.ts'
import type { SatisfactionReport } from '../ledger/report/satisfaction.ts'
import { grouped } from '../locales/figure.ts'
import { type Html, html, prose } from './html.ts'
import { section, type Telling } from './section.ts'

/** What was complained of in the period: how it stands, and what lies open. */
export function complaints({ complaints: report, figures }: Overview, telling: Telling): Html {
  const { words, speech, flags } = telling
  const { title, how, none, next } = words.page.complaints
  const say = words.complaint.report
  const { complaints, suggestions, open, overdue, resolved, sameDay, inTime, medianDays, cost } = report
  const named = {
    title,
    how,
    next: next(flags.period + flags.whom),
    count:
      suggestions > 0
        ? `${words.complaint.complaints(complaints)}${words.due.between}${words.complaint.suggestions(suggestions)}`
        : words.complaint.complaints(complaints),
  }
  if (complaints === 0) return section({ ...named, count: '' }, telling, html`<p class="lead">${none}</p>`)
  const counts: (readonly [string, string])[] = [
    [say.open, String(open)],
    [say.overdue, String(overdue)],
    [say.resolved, String(resolved)],
    [say.sameDay, String(sameDay)],
    [say.inTime, String(inTime)],
    [say.medianDays, medianDays === null ? '-' : String(medianDays)],
    [say.cost, speech.money(cost)],
  ]
  const lines = report.openComplaints.map((one) => html`<li>${line(one, figures.to, telling)}</li>`)
  return section(
    named,
    telling,
    html`<table><tbody>${counts.map(figureRow)}</tbody></table>
${lines.length > 0 && html`<ul>${lines}</ul>`}
<p class="past">${prose(say.silent(report.silent, silentPerComplaint))}</p>`,
  )
}

/** A figure of a table that has one a line. */
function figureRow([what, figure]: readonly [what: string, figure: string]): Html {
  return html`<tr><th scope="row">${what}</th><td>${figure}</td></tr>`
}

function line(
  { name, customerId, what, openedOn, promisedOn, daysOverdue, handler }: Complaint,
  asOf: string,
  { words, speech }: Telling,
): Html {
  const { complaint: say, due } = words
  const parts = [
    say.opened(speech.day(openedOn)),
    say.promised(promisedOn === asOf ? promisedOn : speech.day(promisedOn)),
    daysOverdue > 0 ? say.late(daysOverdue) : '',
    handler === null ? '' : say.handler(handler),
  ].filter((part) => part !== '')
  const since = html`<span class="past">${prose(parts.join(due.between))}</span>`
  return html`<bdi>${name}</bdi> <span class="past">#${customerId}</span> <bdi>${what}</bdi> ${since}`
}

/** How satisfied those are who were asked in the period, and who was and left all the same. */
export function satisfaction({ satisfaction: report }: Overview, telling: Telling): Html {
  const { words, flags } = telling
  const { title, how, none, next } = words.page.satisfaction
  const { satisfaction: say, marks } = words
  const all = report.customers.length
  const named = {
    title,
    how,
    next: next(flags.period + flags.whom),
    count: all === 0 ? '' : words.page.satisfaction.asked(all),
  }
  if (all === 0) return section(named, telling, html`<p class="lead">${none}</p>`)
  const left = report.leftSatisfied.map(({ name, customerId }) => `${name} #${customerId}`)
  return section(
    named,
    telling,
    html`<table><tbody>${levelsOf(report, telling)}</tbody></table>${
      left.length > 0 && html`<p>${prose(say.left(left.length, left.join(marks.items)))}</p>`
    }`,
  )
}

/** What the shop owes in points at the end of the period. */
export function points({ points: report }: Overview, telling: Telling): Html {
  const { words, speech, flags } = telling
  const { title, how, held, worth, expiring, next } = words.page.points
  const counts: (readonly [string, string])[] = [
    [held, grouped(report.points)],
    [worth, speech.money(report.worth)],
    [expiring, grouped(report.expiring)],
  ]
  const named = { title, how, next: next(flags.whom), count: words.page.points.customers(report.customers) }
  return section(named, telling, html`<table><tbody>${counts.map(figureRow)}</tbody></table>`)
}

function levelsOf({ levels, customers }: SatisfactionReport, { words, speech }: Telling): Html[] {
  return levels.map(({ level, customers: count }) => {
    const name = words.terms.satisfaction[level] ?? level
    const share = speech.share(count / customers.length)
    return html`<tr><th scope="row">${name}</th><td>${String(count)}</td><td>${share}</td></tr>`
  })
}
