import type { Db } from '../../../store/db.ts'
import type { Book } from '../../book/book.ts'
import { type Day, type DayNumber, serial } from '../../day.ts'
import type { PastComplaint } from '../../reason/facts.ts'
import type { Matter } from '../../vocabulary.ts'

/** A complaint with all that came of it, each on its day, in order: what it was like on any morning is told from it. */
export interface ComplaintEvents {
  readonly id: number
  readonly kind: Matter
  readonly what: string
  readonly handler: string | null
  readonly openedOn: DayNumber
  readonly promisedOn: DayNumber
  readonly resolvedOn: DayNumber | null
  readonly steps: readonly { readonly step: number; readonly on: DayNumber; readonly promisedOn: DayNumber | null }[]
}

/** Every complaint and suggestion opened up to a day, by customer. */
export async function readComplaintEvents(
  db: Db,
  to: Day,
  only?: readonly number[],
): Promise<Map<number, ComplaintEvents[]>> {
  const rows = await db
    .selectFrom('complaint as c')
    .leftJoin('complaint_step as s', 's.complaint_id', 'c.id')
    .select([
      'c.id as id',
      'c.customer_id as customerId',
      'c.kind as kind',
      'c.what as what',
      'c.handler as handler',
      'c.opened_on as openedOn',
      'c.promised_on as promisedOn',
      'c.resolved_on as resolvedOn',
      's.step as step',
      's.on as on',
      's.promised_on as newDay',
    ])
    .where('c.opened_on', '<=', to)
    .$if(only !== undefined, (query) => query.where('c.customer_id', 'in', only ?? []))
    .orderBy('c.opened_on')
    .orderBy('c.id')
    .orderBy('s.on')
    .orderBy('s.id')
    .execute()
  const complaints = new Map<number, ComplaintEvents[]>()
  for (const [, [first, ...more]] of Map.groupBy(rows, ({ id }) => id)) {
    if (!first) continue
    const { id, customerId, kind, what, handler } = first
    const told: ComplaintEvents = {
      id,
      kind,
      what,
      handler,
      openedOn: serial(first.openedOn),
      promisedOn: serial(first.promisedOn),
      resolvedOn: first.resolvedOn === null ? null : serial(first.resolvedOn),
      steps: [first, ...more].flatMap(({ step, on, newDay }) =>
        step === null || on === null
          ? []
          : [{ step, on: serial(on), promisedOn: newDay === null ? null : serial(newDay) }],
      ),
    }
    const own = complaints.get(customerId)
    if (own) own.push(told)
    else complaints.set(customerId, [told])
  }
  return complaints
}

/** A complaint as it stood at the end of a day. */
export function complaintUpTo(
  { steps, resolvedOn, promisedOn, ...told }: ComplaintEvents,
  through: DayNumber,
): PastComplaint {
  const taken = steps.filter(({ on }) => on <= through)
  return {
    ...told,
    promisedOn: taken.findLast((one) => one.promisedOn !== null)?.promisedOn ?? promisedOn,
    steppedOn: taken.find(({ step }) => step > 1)?.on ?? null,
    resolvedOn: resolvedOn !== null && resolvedOn <= through ? resolvedOn : null,
    askedOn: taken.findLast(({ step }) => step === lastStep)?.on ?? null,
  }
}

/** The step that asks how it went. */
export const lastStep = 6

/** Everyone's complaints and suggestions as rules see them on the book's day. */
export async function readPastComplaints(
  { db, today }: Pick<Book, 'db' | 'today'>,
  only?: readonly number[],
): Promise<Map<number, PastComplaint[]>> {
  const through = serial(today)
  return new Map(
    [...(await readComplaintEvents(db, today, only))].map(([id, own]) => [
      id,
      own.map((one) => complaintUpTo(one, through)),
    ]),
  )
}
