import type { Complaint } from '../ledger/care/complaint/complaints.ts'
import type { ComplaintChanged } from '../ledger/care/complaint/open-complaint.ts'
import { type Answers, questions } from '../ledger/care/complaint/questions.ts'
import { goodTurns } from '../ledger/care/complaint/rules-of-thumb.ts'
import { steps } from '../ledger/care/complaint/take-step.ts'
import type { ComplaintWhole } from '../ledger/customer/complaint-whole.ts'
import { addDays } from '../ledger/day.ts'
import type { Columns } from '../terminal/columns.ts'
import type { Screen } from '../terminal/screen.ts'
import { table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { hung } from '../terminal/width.ts'
import { mattersCounted } from './complaint-lines.ts'
import { who } from './customers.ts'

const columns: Columns<Complaint> = {
  id: 'count',
  customerId: 'count',
  name: 'text',
  kind: 'text',
  what: 'text',
  severity: 'text',
  openedOn: 'day',
  acknowledgedOn: 'day',
  promisedOn: 'day',
  resolvedOn: 'day',
  daysOverdue: 'count',
  handler: 'text',
  keeper: 'text',
  purchaseId: 'count',
  remedy: 'text',
  cost: 'money',
  refundId: 'count',
  coupon: 'text',
  points: 'count',
  goodContacts: 'count',
  note: 'text',
}

interface ComplaintDone extends ComplaintChanged {
  readonly did: string
  readonly step?: number
  readonly refunded?: string | null
  /** When they are asked how satisfied they are. */
  readonly askAfter: number
}

/** A complaint just opened, a step taken with it, or settled: how it stands, and what comes next. */
export const complaintScreen: Screen<ComplaintDone, Partial<Complaint>> = {
  data: ({ complaint, refunded, change }) => ({
    ...complaint,
    ...(refunded === undefined ? {} : { refunded }),
    change,
  }),
  lines(done, voice) {
    const { complaint } = done
    const next =
      complaint.resolvedOn !== null
        ? settledNext(done, voice)
        : complaint.kind === 'suggestion'
          ? suggestionNext(complaint, voice)
          : stepNext(complaint, done.step ?? 0, voice)
    const taken = done.step === undefined ? [] : [stepSaid(done.step, voice)]
    return [headOf(complaint, voice), ...taken, standingOf(complaint, voice), ...next].flatMap((line) =>
      hung(line, voice.width),
    )
  },
  columns,
  id: ({ id = 0 }) => id,
}

/** A complaint whole: how it stands, the nine questions, and the six steps with what to do at each. */
export const complaintWholeScreen: Screen<ComplaintWhole, Complaint> = {
  data: ({ complaint, before }) => ({ ...complaint, before }),
  rows: ({ complaint }) => [complaint],
  lines({ complaint, before }, voice) {
    const { complaint: say } = voice.words
    return [
      headOf(complaint, voice),
      standingOf(complaint, voice),
      ...(complaint.note === null ? [] : [`“${complaint.note}”`]),
      '',
      voice.strong(say.questions.title),
      ...asked(complaint, before, voice),
      '',
      ...(complaint.kind === 'suggestion'
        ? [say.suggestionAdvice]
        : [voice.strong(say.stepsTitle), ...steps.flatMap((step) => stepLines(step, complaint, voice))]),
    ].flatMap((line) => hung(line, voice.width))
  },
  next({ complaint }, { words: { complaint: say } }) {
    if (complaint.resolvedOn !== null) return []
    return complaint.kind === 'suggestion'
      ? [say.nextAnswer(complaint.id)]
      : [...nextStepOf(complaint, say), say.nextResolve(complaint.id)]
  },
  columns,
  id: ({ id }) => id,
}

/** Complaints and suggestions, open ones first. */
export const complaintsScreen: Screen<{ readonly complaints: readonly Complaint[]; readonly all: boolean }, Complaint> =
  {
    data: ({ complaints }) => complaints,
    rows: ({ complaints }) => complaints,
    lines({ complaints, all }, voice) {
      const { complaint: say, terms } = voice.words
      const [first] = complaints
      if (!first) return [all ? say.noneAtAll : say.none]
      const suggestions = complaints.filter(({ kind }) => kind === 'suggestion').length
      // Narrow, the day promised and how it stands are what is asked after.
      const turns: Record<number, number> = { 3: 1, 6: 2 }
      const heads = say.heads.map((head, at) => ({ head, right: at === 0, whole: at === 1, goes: turns[at] }))
      const rows = complaints.map((one) => [
        String(one.id),
        who({ name: one.name, id: one.customerId }),
        one.kind === 'suggestion' ? `${terms.matter[one.kind]} ${one.what}` : one.what,
        voice.day(one.openedOn),
        voice.day(one.promisedOn),
        standsOf(one, voice),
        one.handler ?? '',
      ])
      return [mattersCounted(complaints.length - suggestions, suggestions, voice), ...table(heads, rows, voice)]
    },
    next: ({ complaints: [first] }, { words }) => (first ? [words.complaint.nextList(first.id)] : []),
    columns,
    id: ({ id }) => id,
  }

function standsOf(
  { resolvedOn, remedy, daysOverdue, acknowledgedOn }: Complaint,
  { words: { complaint: say, terms } }: Voice,
): string {
  if (resolvedOn !== null)
    return remedy === null ? say.stands.settled : say.stands.settledBy(terms.remedy[remedy] ?? remedy)
  if (daysOverdue > 0) return say.stands.late(daysOverdue)
  return acknowledgedOn === null ? say.stands.waits : say.stands.open
}

/** Which one, whose, and what it is about. */
function headOf({ kind, id, customerId, name, what }: Complaint, voice: Voice): string {
  const { complaint: say, terms } = voice.words
  return voice.strong(say.head(terms.matter[kind] ?? kind, id, who({ name, id: customerId }), what))
}

/** Where it stands, in one line. */
function standingOf(one: Complaint, voice: Voice): string {
  const { complaint: say, marks, terms } = voice.words
  const { day, money } = voice
  const parts = [
    one.severity === null ? '' : (terms.severity[one.severity] ?? one.severity),
    say.opened(day(one.openedOn)),
    one.acknowledgedOn === null ? say.notAcknowledged : say.acknowledged(day(one.acknowledgedOn)),
    one.resolvedOn === null ? say.promised(day(one.promisedOn)) : say.settled(day(one.resolvedOn)),
    one.daysOverdue > 0 ? voice.alarm(say.late(one.daysOverdue)) : '',
    one.remedy === null ? '' : say.settledBy(terms.remedy[one.remedy] ?? one.remedy),
    one.cost === null ? '' : say.cost(money(one.cost)),
    one.coupon === null ? '' : say.coupon(one.coupon),
    one.points === null ? '' : say.points(one.points),
    one.goodContacts === null || one.kind === 'suggestion'
      ? ''
      : say.good(Math.min(one.goodContacts, goodTurns), goodTurns),
    one.handler === null ? '' : say.handler(one.handler),
    one.keeper === null ? '' : say.keeper(one.keeper),
    one.purchaseId === null ? '' : say.purchase(one.purchaseId),
  ]
  return parts.filter((part) => part !== '').join(marks.parts)
}

function stepSaid(step: number, { words: { complaint: say } }: Voice): string {
  return say.step(step, say.steps[step]?.name ?? '')
}

/** What comes after a step: the next one with its advice; where asking is next or now, what is still to be asked. */
function stepNext(complaint: Complaint, step: number, voice: Voice): string[] {
  const { complaint: say } = voice.words
  const next = steps.find((one) => one > step)
  const left = questions.filter((question) => complaint.answers[question] === null)
  const asks = step === 3 || next === 3
  const advice =
    next === undefined || next > 5 ? [] : [say.advice(stepSaid(next, voice), say.steps[next]?.advice ?? '')]
  return [
    ...advice,
    ...(asks && left.length > 0
      ? [say.stillToAsk(left.map((question) => say.asking(say.questions[question], question)))]
      : []),
    next === undefined || next > 5 ? say.nextResolve(complaint.id) : say.nextStep(complaint.id, next),
    say.nextShow(complaint.id),
  ]
}

function suggestionNext({ id, customerId }: Complaint, { words: { complaint: say } }: Voice): string[] {
  return [say.suggestionAdvice, `${say.nextTalk(customerId)}   ${say.nextAnswer(id)}`]
}

function settledNext({ complaint, refunded, askAfter, did }: ComplaintDone, voice: Voice): string[] {
  const { complaint: say } = voice.words
  if (did !== 'resolve') return []
  const { customerId, resolvedOn, kind } = complaint
  return [
    ...(refunded ? [say.refunded(voice.money(refunded))] : []),
    ...(kind === 'complaint' ? [say.goodTurns(goodTurns)] : []),
    say.nextSurvey(customerId, voice.day(addDays(resolvedOn ?? voice.today, askAfter))),
  ]
}

function asked({ what, answers }: Complaint, before: ComplaintWhole['before'], voice: Voice): string[] {
  const { complaint: say } = voice.words
  const customer =
    before.firstOn !== null
      ? say.oldCustomer(voice.day(before.firstOn), before.purchases)
      : before.earlier
        ? say.earlierCustomer
        : say.newCustomer
  return [
    `  ${say.questions.what} ${what}`,
    ...questions.map((question) => `  ${say.questions[question]} ${answerSaid(answers[question], voice)}`),
    `  ${say.questions.customer} ${customer}`,
  ]
}

function answerSaid(answer: Answers[keyof Answers], { words, dim }: Voice): string {
  if (answer === null) return dim(words.complaint.notAsked)
  return typeof answer === 'boolean' ? (answer ? words.terms.yes : words.terms.no) : answer
}

/** A step that was taken with its days and notes; one that was not with what to do. */
/** What to do now, where it is not yet time to settle it. */
function nextStepOf({ id, steps: taken }: Complaint, say: Voice['words']['complaint']): string[] {
  const next = 1 + Math.max(0, ...taken.map(({ step }) => step))
  return next > 5 ? [] : [say.nextStep(id, next)]
}

function stepLines(step: number, { steps: taken }: Complaint, voice: Voice): string[] {
  const { complaint: say, marks } = voice.words
  const own = taken.filter((one) => one.step === step)
  const name = say.steps[step]?.name ?? ''
  if (own.length === 0) return [voice.dim(`  ${say.advice(`${step} ${name}`, say.steps[step]?.advice ?? '')}`)]
  return own.map(({ on, note }) => {
    const said = `  ${step} ${name}  ${voice.day(on)}`
    return note === null ? said : marks.note(said, note)
  })
}
