import type { Book } from '../book/book.ts'
import type { KeptEvent } from '../care/event/events.ts'
import { addDays, type Day } from '../day.ts'
import type { PastMessages } from './leave-out.ts'
import type { MessageTemplate } from './templates.ts'

interface Asked {
  readonly template: MessageTemplate
  readonly campaign: string
  readonly event: KeptEvent | null
  readonly festival: { readonly on: Day } | null
}

/** How many days many messages are counted over. */
const countedDays = 30

/**
 * What each heard of the shop's campaigns: whether of this very one (in the last `message.again` days; of an event or
 * a festival since it could be spoken of), and how many messages in 30 days.
 */
export async function pastMessages(
  { db, today, policy }: Pick<Book, 'db' | 'today' | 'policy'>,
  ids: readonly number[],
  { template, campaign, event, festival }: Asked,
): Promise<Map<number, PastMessages>> {
  const rows = await db
    .selectFrom('contact')
    .select(['customer_id', 'on', 'direction', 'channel', 'outcome', 'about', 'campaign', 'event_id'])
    .where('customer_id', 'in', ids)
    .where('void', '=', 0)
    .where('on', '<=', today)
    .where((where) =>
      where.or([
        where('campaign', 'is not', null),
        where('event_id', 'is not', null),
        where('about', 'like', '%festival%'),
      ]),
    )
    .execute()
  const again = addDays(today, -policy['message.again'])
  const counted = addDays(today, -countedDays)
  const greeted = festival === null ? null : addDays(festival.on, -policy['festival.days'])
  const past = new Map<number, { same: boolean; came: boolean; count: number }>()
  for (const row of rows) {
    const own = past.get(row.customer_id) ?? { same: false, came: false, count: 0 }
    past.set(row.customer_id, own)
    if (row.outcome === 'no-answer') continue
    const ofEvent = event !== null && row.event_id === event.id
    if (ofEvent && row.direction === 'in') own.came = true
    if (row.direction === 'in') continue
    // A reason says itself whether it was settled; the same campaign under a name of its own is the same message.
    const isCampaign =
      row.campaign === campaign && row.on > again && (template.reason === null || campaign !== template.name)
    const isGreeting = greeted !== null && row.on >= greeted && (row.about?.split(',').includes('festival') ?? false)
    if (ofEvent || isCampaign || isGreeting) own.same = true
    if (row.on > counted && row.campaign !== null && row.outcome === 'sent') own.count++
  }
  return past
}
