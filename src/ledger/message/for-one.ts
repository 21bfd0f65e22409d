import type { Book } from '../book/book.ts'
import type { Reason } from '../reason/rules.ts'
import { type MessageRequest, type PlannedMessage, planMessages } from './plan.ts'
import { findTemplate, type MessageTemplate, type TemplateSources, wordedReasons } from './templates.ts'
import type { GeneralValues } from './values.ts'

/** A message to one customer, with its template. */
export interface MessageForOne {
  readonly template: MessageTemplate
  readonly message: PlannedMessage
  readonly general: GeneralValues
}

/** The message about the first of the reasons that can be worded and may be sent today; null where there is none. */
export async function messageFor(
  book: Book,
  customerId: number,
  reasons: readonly Reason[],
  sources: TemplateSources,
): Promise<MessageForOne | null> {
  for (const reason of reasons) {
    if (!wordedReasons.some((one) => one === reason)) continue
    const template = findTemplate(book, reason, sources)
    if (template.reason !== reason) continue
    const request: MessageRequest = {
      template,
      to: [customerId],
      filter: {},
      channel: null,
      campaign: template.name,
      event: null,
      festival: null,
      holdOut: 0,
      sending: false,
    }
    const { messages, general } = await planMessages(book, request)
    const [message] = messages
    if (message) return { template, message, general }
  }
  return null
}
