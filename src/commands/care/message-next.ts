import type { Context } from '../../cli/context.ts'
import { unlessInterrupted } from '../../cli/refused.ts'
import { logMessages } from '../../ledger/message/log-messages.ts'
import { type MessageRequest, planMessages } from '../../ledger/message/plan.ts'
import { leftOutLines, messageScreen, quietLine } from '../../screens/message.ts'
import { writeMessages } from '../../screens/message-text.ts'

/**
 * `message --next` at a terminal: one message after another to copy; each that is said to be sent is noted at once, so
 * that nothing is lost where it is broken off.
 */
export async function sendOneByOne(context: Context, request: MessageRequest): Promise<undefined> {
  const { book, terminal, words } = context
  const plan = await planMessages(book, request)
  for (const line of leftOutLines(plan, terminal.voice)) terminal.tell(line)
  if (plan.quiet && plan.messages.length === 0) terminal.warn(quietLine(plan.quiet, terminal.voice))
  const written = writeMessages(request.template, plan.messages, plan.general, terminal.voice)
  let sent = 0
  const ended = await unlessInterrupted(async () => {
    for (const [at, message] of written.entries()) {
      const one = { plan: { ...plan, leftOut: [] }, messages: [message], event: request.event }
      const shown = { to: { ...one, change: null, logged: false, waiting: null, dryRun: context.flags.dryRun } }
      await terminal.show(shown, { ...messageScreen, aside: () => [] })
      const typed = await terminal.ask(words.message.next.question(at + 1, written.length), '')
      const answer = typed.normalize('NFKC').toLowerCase()
      if (words.message.next.quit.includes(answer)) return
      if (!words.message.next.sent.includes(answer)) continue
      await logMessages(book, request, new Set([message.customerId]))
      sent++
    }
  })
  if (!ended) context.exitWith(130)
  terminal.tell(words.message.next.done(sent, written.length - sent))
}
