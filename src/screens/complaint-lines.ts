import type { Complaint } from '../ledger/care/complaint/complaints.ts'
import { goodTurns } from '../ledger/care/complaint/rules-of-thumb.ts'
import type { SatisfactionOnDay } from '../ledger/standing/satisfaction.ts'
import type { Voice } from '../terminal/voice.ts'

type Opened = Pick<Complaint, 'id' | 'what' | 'openedOn'> & { readonly kind?: Complaint['kind'] }

/** An open complaint or suggestion in a few words: what, and since when. */
export function openComplaintSaid(
  { kind = 'complaint', id, what, openedOn }: Opened,
  { words: { complaint, terms }, day }: Voice,
): string {
  return complaint.open(terms.matter[kind] ?? kind, id, what.replace(/\s*\n\s*/g, ' '), day(openedOn))
}

/** The same with the day promised, and how late it is. */
export function openComplaintTold(one: Complaint, voice: Voice): string {
  const { complaint, marks } = voice.words
  return [
    openComplaintSaid(one, voice),
    one.acknowledgedOn === null ? complaint.notAcknowledged : '',
    complaint.promised(voice.day(one.promisedOn)),
    one.daysOverdue > 0 ? complaint.late(one.daysOverdue) : '',
  ]
    .filter((part) => part !== '')
    .join(marks.parts)
}

/** How many good turns there were since a complaint was settled. */
export function goodTurnsSaid({ id, goodContacts }: Complaint, { words: { complaint } }: Voice): string {
  return complaint.since(id, complaint.good(Math.min(goodContacts ?? 0, goodTurns), goodTurns))
}

/** How satisfied somebody was when last asked; '' where nobody asked. */
export function satisfactionSaid(satisfaction: SatisfactionOnDay | null, { words, day }: Voice): string {
  if (satisfaction === null) return ''
  const { level, c, on } = satisfaction
  return words.complaint.satisfaction(words.terms.satisfaction[level] ?? level, c.toFixed(2), day(on))
}

/** So many complaints, and so many suggestions where there are any. */
export function mattersCounted(
  complaints: number,
  suggestions: number,
  { words: { complaint, marks } }: Pick<Voice, 'words'>,
): string {
  return [
    ...(complaints > 0 || suggestions === 0 ? [complaint.complaints(complaints)] : []),
    ...(suggestions > 0 ? [complaint.suggestions(suggestions)] : []),
  ].join(marks.parts)
}
