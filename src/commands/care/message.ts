import { listed, listFlags, listInput } from '../../cli/audience-flags.ts'
import { ownFilesBeside } from '../../cli/own-files.ts'
import { verb as declare } from '../../cli/verb.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { logMessages } from '../../ledger/message/log-messages.ts'
import { eventInvitedTo, festivalNear } from '../../ledger/message/near.ts'
import { readOwnTemplates } from '../../ledger/message/own-templates.ts'
import { type MessageRequest, planMessages } from '../../ledger/message/plan.ts'
import { personalField } from '../../ledger/message/template.ts'
import { findTemplate, listTemplates, type MessageTemplate } from '../../ledger/message/templates.ts'
import type { Words } from '../../locales/en.ts'
import { messageScreen } from '../../screens/message.ts'
import { fillIn, writeMessages } from '../../screens/message-text.ts'
import { readWritten, recipientsOf } from './message-recipients.ts'

const whom = listFlags.filter((flag) => flag !== '--archived')

export const verb = declare({
  name: 'message',
  args: '[template]',
  options: [
    '--to <whom>*',
    ...whom,
    '--event <name>',
    '--campaign <name>',
    '-c, --channel <channel>',
    '--next',
    '--log',
    '--hold-out <percent>',
  ],
  book: 'write',
  confirms: false,
  input: (read) =>
    read.object({
      ...listInput(read),
      template: read.optional(read.text),
      to: read.optional(read.array(read.list)),
      event: read.optional(read.text),
      campaign: read.optional(read.text),
      channel: read.optional(read.from(readWritten)),
      next: read.flag,
      log: read.flag,
      holdOut: read.optional(read.count(1, 50)),
    }),
  screen: messageScreen,
  async run(
    context,
    { template: asked, to, event: named, campaign, channel = null, next, log, holdOut = 0, ...filter },
  ) {
    const { book, terminal, words, flags } = context
    const sources = {
      own: readOwnTemplates(ownFilesBeside(context, 'messages'), words.terms.language),
      words: words.message.templates,
    }
    if (asked === undefined) return { list: listTemplates(book, sources).map((one) => shown(one, words.message)) }
    const template = findTemplate(book, asked, sources)
    const event = await eventInvitedTo(book, template, named)
    const recipients = await recipientsOf(context, to?.flat() ?? [], listed(filter))
    if (recipients === null) {
      for (const [flag, given] of Object.entries({ '--log': log, '--next': next, '--hold-out': holdOut > 0 }))
        if (given) throw new LedgerError('message.nobody-asked', { template: template.name, flag })
      const personal = personalField(template)
      if (personal !== null || template.reason !== null)
        throw new LedgerError('message.personal', { template: template.name, field: personal })
      const general = { shop: book.name, festival: template.festival, event }
      return { group: { template: template.name, ...fillIn(template, null, general, terminal.voice) } }
    }
    const request: MessageRequest = {
      template,
      ...recipients,
      channel,
      campaign: campaign || event?.name || template.name,
      event,
      festival: festivalNear(book, template),
      holdOut,
      sending: log || next,
    }
    if (next && terminal.interactive) return (await import('./message-next.ts')).sendOneByOne(context, request)
    if (next) return { to: await oneOf(request, log) }
    const plan = log ? await logMessages(book, request) : await planMessages(book, request)
    return { to: shownOf(plan, log ? plan.messages.length : null) }

    type Planned = Awaited<ReturnType<typeof planMessages>> & { readonly change?: number | null }

    function shownOf(plan: Planned, noted: number | null, waiting: number | null = null) {
      const written = writeMessages(template, plan.messages, plan.general, terminal.voice)
      // In a link a name is spelled so that nobody finds it to hide it.
      const messages = flags.mask ? written.map((one) => ({ ...one, link: null })) : written
      const change = plan.change ?? null
      return { plan, messages, event, change, logged: noted !== null, waiting, dryRun: flags.dryRun }
    }

    /** The first that is still to be sent, for a script that takes one after another. */
    async function oneOf(request: MessageRequest, noting: boolean) {
      const plan = await planMessages(book, request)
      const [first] = plan.messages
      const waiting = Math.max(0, plan.messages.length - 1)
      if (!first || !noting) return shownOf({ ...plan, messages: first ? [first] : [] }, null, waiting)
      return shownOf(await logMessages(book, request, new Set([first.customerId])), 1, waiting)
    }
  },
})

function shown(template: MessageTemplate, words: Words['message']) {
  const text = (pieces: MessageTemplate['text']) =>
    pieces
      .map((piece) => {
        if ('words' in piece) return piece.words
        const field = [piece.field, piece.key].filter((part) => part !== null).join(':')
        return piece.otherwise === null ? words.field(field) : words.fieldOr(field, piece.otherwise)
      })
      .join('')
  const { name, reason, festival, from } = template
  return { template: name, about: reason ?? festival, from, subject: text(template.subject), text: text(template.text) }
}
