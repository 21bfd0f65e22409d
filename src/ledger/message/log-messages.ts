import { giveBirthdayCoupons } from '../benefit/birthday-gift.ts'
import type { Book } from '../book/book.ts'
import { recordChange } from '../book/change/record.ts'
import { insertContacts } from '../followup/record-contact.ts'
import { type MessagePlan, type MessageRequest, planMessages } from './plan.ts'

/** `change` is null where nobody had the message, and in a dry run. */
export interface MessagesLogged extends MessagePlan {
  readonly change: number | null
}

/** Rows written at a time: one statement holds 32,766 values at most. */
const runLength = 5_000

/**
 * Notes as sent what a plan made now, inside the change, has: a contact for each, about its reason alone, so that
 * nothing else is settled; and whom it holds out. With `only`, of these customers alone.
 */
export async function logMessages(
  book: Book,
  request: MessageRequest,
  only?: ReadonlySet<number>,
): Promise<MessagesLogged> {
  const { value, change } = await recordChange(book, 'message', async (db, change) => {
    const plan = await planMessages({ ...book, db }, { ...request, sending: true })
    const messages = only ? plan.messages.filter(({ customerId }) => only.has(customerId)) : plan.messages
    if (messages.length === 0 && plan.heldOut.length === 0) change.discard()
    const { reason, festival } = plan.template
    const contact = {
      on: book.today,
      outcome: 'sent' as const,
      about: [reason ?? (festival === null ? 'cadence' : 'festival')],
      campaign: plan.campaign,
      eventId: request.event?.id,
    }
    for (const [channel, own] of Map.groupBy(messages, (one) => one.channel))
      await insertContacts(db, change, book, { ...contact, channel, customerIds: own.map((one) => one.customerId) })
    if (reason === 'birthday')
      await giveBirthdayCoupons(
        db,
        book,
        change,
        messages.map(({ customerId }) => customerId),
      )
    if (plan.heldOut.length > 0) {
      const first = change.number('held_out', plan.heldOut.length)
      const row = { campaign: plan.campaign, on: book.today, change_id: change.id }
      const rows = plan.heldOut.map((customer_id, at) => ({ id: first + at, customer_id, ...row }))
      for (let from = 0; from < rows.length; from += runLength)
        await db
          .insertInto('held_out')
          .values(rows.slice(from, from + runLength))
          .execute()
    }
    if (messages.length !== 1) for (const fact of ['customerId', 'contactId']) delete change.facts[fact]
    Object.assign(change.facts, messages.length === 1 ? {} : { count: messages.length })
    return { ...plan, messages }
  })
  return { ...value, change }
}
