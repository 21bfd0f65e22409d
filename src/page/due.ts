import type { DueRow } from '../ledger/followup/row.ts'
import type { Overview } from '../ledger/report/overview.ts'
import { dueHead, lastContactSaid, lastPurchaseSaid, reachSaid } from '../locales/due-said.ts'
import { reasonSentence } from '../locales/reason-sentence.ts'
import type { Speech } from '../locales/speech.ts'
import { type Html, html, prose } from './html.ts'
import { section, type Telling } from './section.ts'

/** Whom to get in touch with on the day the page was made; a phone can be tapped. */
export function due({ due }: Overview, telling: Telling): Html {
  const { title, how, ahead, next, none, waiting } = telling.words.page.due
  const named = {
    title,
    how,
    layout: 'today',
    next: due.rows[0] ? next(due.rows[0].customerId) : ahead,
    count: dueHead(due, null, telling.words),
  }
  if (due.rows.length === 0) return section({ ...named, count: due.asOf }, telling, html`<p class="lead">${none}</p>`)
  return section(
    named,
    telling,
    html`<ul class="due">${due.rows.map((row) => person(row, due.asOf, telling))}</ul>${
      due.waiting > 0 && html`<p class="past">${prose(waiting(due.waiting))}</p>`
    }`,
  )
}

function person(row: DueRow, asOf: string, { words, speech }: Telling): Html {
  const { terms } = words
  const balance = speech.balance(row.balance)
  const reach = reachSaid(row.channel === 'call' ? null : (terms.channel[row.channel] ?? row.channel), row.hours, words)
  const contact =
    row.phone === null
      ? row.wechat !== null && html`<span>${terms.channel['wechat'] ?? ''} ${row.wechat}</span>`
      : html`<a href="tel:${row.phone}">${speech.phone(row.phone)}</a>`
  const who = [
    html`<b><bdi>${row.name}</bdi>${row.called !== null && html` (<bdi>${row.called}</bdi>)`}</b>`,
    html`<span class="past">#${row.customerId}</span>`,
    html`<span class="tier tier-${row.tier.toLowerCase()}">${row.tier}</span>`,
    contact,
    balance !== '' && html`<span class="${row.balance.startsWith('-') ? '' : 'alarm'}">${balance}</span>`,
    reach !== '' && html`<span class="past">${reach}</span>`,
  ]
  const reasons = row.reasons.map((reason, at) => {
    const sentence = reasonSentence(reason, asOf, { ...speech, words }, 'full')
    return html`${at > 0 && words.due.between}${prose(sentence)}`
  })
  return html`<li><div class="who">${who}</div>
<p>${reasons}</p>
<p class="past">${prose(facts(row, words, speech).join(words.due.between))}</p></li>`
}

function facts(row: DueRow, words: Telling['words'], speech: Speech): string[] {
  const { due } = words
  const { style, tags } = row
  return [
    lastPurchaseSaid(row, words, speech),
    lastContactSaid(row, words, speech),
    style === null ? '' : (due.style[style] ?? style),
    tags.length > 0 ? due.tags(tags) : '',
  ].filter((piece) => piece !== '')
}
