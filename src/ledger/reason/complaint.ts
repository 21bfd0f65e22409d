import { type DayNumber, daySerial } from '../day.ts'
import { days, on, text, weight } from '../policy-key.ts'
import { type Facts, isAbout, isSettled, type PastComplaint, type PastContact } from './facts.ts'
import { firstAfter, rule } from './rule.ts'

/**
 * Why a complaint is due: it is to be acknowledged, the promised day has come, or some days after it was settled they
 * are to be asked how satisfied they are.
 */
export type ComplaintTask = 'acknowledge' | 'promised' | 'ask'

/**
 * Somebody complained, or suggested something: until it is acknowledged, on the day promised, and once more after it
 * was settled.
 */
export const complaint = rule({
  reason: 'complaint',
  relation: 'basic',
  // days: after it was settled; overdue: from when the keeper and the owner are named; again: how long a talk on the
  // promised day or later puts an open one off.
  params: { on, weight: weight(90), days: days(7), overdue: days(2), again: days(7), owner: text },
  despiteDeclined: true,
  despiteComplaint: true,
  late: () => true,
  needs: 'complaints',
  looksAt: ['complaints', 'lastAsked', 'contacts'],
  nextChange: (facts, after, own) =>
    firstAfter(after, ...facts.complaints.map((one) => taskOf(one, facts, own)?.dueOn ?? null)),
  find(facts, day, own) {
    const due = facts.complaints
      .flatMap((one) => {
        const task = taskOf(one, facts, own)
        return task && day >= task.dueOn ? [{ ...one, ...task }] : []
      })
      .sort((one, other) => one.dueOn - other.dueOn || one.id - other.id)
    const [first] = due
    if (!first) return null
    return {
      dueOn: first.dueOn,
      first: true,
      detail: (asOf) => ({
        complaints: due.map(({ id, kind, what, task, dueOn, openedOn, promisedOn, resolvedOn, handler }) => ({
          id,
          kind,
          what,
          task,
          dueOn: daySerial(dueOn),
          openedOn: daySerial(openedOn),
          promisedOn: daySerial(promisedOn),
          resolvedOn: resolvedOn === null ? null : daySerial(resolvedOn),
          handler,
        })),
        // What nobody has seen to in time is not left to one person alone.
        overdue: due.some(({ task, dueOn }) => task !== 'ask' && asOf - dueOn >= own.overdue)
          ? { keeper: facts.keeper, owner: own.owner }
          : null,
      }),
    }
  },
})

interface Own {
  readonly days: number
  readonly again: number
}

type Told = Pick<Facts, 'contacts' | 'lastAsked'>

/** What is to be done about a complaint next, and from which day; null where nothing is left to do. */
export function taskOf(
  one: PastComplaint,
  facts: Told,
  own: Own,
): { readonly task: ComplaintTask; readonly dueOn: DayNumber } | null {
  const { resolvedOn, askedOn, promisedOn, openedOn } = one
  if (resolvedOn !== null) {
    const dueOn = resolvedOn + own.days
    const asked =
      (askedOn !== null && askedOn >= resolvedOn) || (facts.lastAsked !== null && facts.lastAsked > resolvedOn)
    return asked || isSettled(facts, 'complaint', dueOn, { sentIsEnough: false }) ? null : { task: 'ask', dueOn }
  }
  if (acknowledgedOn(one, facts.contacts) === null) return { task: 'acknowledge', dueOn: openedOn }
  let dueOn = promisedOn
  for (const contact of facts.contacts)
    if (contact.counts && contact.outcome !== 'sent' && contact.on >= dueOn && isAbout(contact, 'complaint'))
      dueOn = contact.on + own.again
  return { task: 'promised', dueOn }
}

/**
 * The day a customer was told that their complaint is heard: by the second step or a later one, by a talk about it, or
 * by its being settled. Null until then.
 */
export function acknowledgedOn(
  { openedOn, steppedOn, resolvedOn }: Pick<PastComplaint, 'openedOn' | 'steppedOn' | 'resolvedOn'>,
  contacts: readonly Pick<PastContact, 'on' | 'counts' | 'outcome' | 'about'>[],
): DayNumber | null {
  const talked = contacts.find(
    (contact) =>
      contact.counts &&
      contact.on >= openedOn &&
      contact.outcome !== 'sent' &&
      // They asked; nobody has answered.
      contact.outcome !== 'wants-reply' &&
      isAbout(contact, 'complaint'),
  )
  const known = [steppedOn, resolvedOn, talked?.on ?? null].filter((day) => day !== null)
  return known.length === 0 ? null : Math.min(...known)
}

/** Whether a complaint, not a suggestion, is open: nobody is greeted or sold anything meanwhile. */
export function hasOpenComplaint({ complaints }: Pick<Facts, 'complaints'>): boolean {
  return complaints.some(({ kind, resolvedOn }) => kind === 'complaint' && resolvedOn === null)
}
