import type { KeptEvent } from '../ledger/care/event/events.ts'
import { type LeftOutWhy, leftOutReasons } from '../ledger/message/leave-out.ts'
import type { MessagePlan } from '../ledger/message/plan.ts'
import type { QuietHours } from '../ledger/message/quiet-hours.ts'
import { quoted } from '../locales/asked.ts'
import { templateTyped } from '../locales/template-said.ts'
import { clean, cleanLine } from '../terminal/clean.ts'
import type { Columns } from '../terminal/columns.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'
import { campaignNamed } from './campaigns.ts'
import { who } from './customers.ts'
import type { WrittenMessage } from './message-text.ts'

/** Messages to customers as they were asked for. */
export interface MessagesShown {
  readonly plan: MessagePlan
  readonly messages: readonly WrittenMessage[]
  readonly event: KeptEvent | null
  /** The number of the change they were noted by; null: they were not. */
  readonly change: number | null
  /** Noted as sent, or asked to be. */
  readonly logged: boolean
  /** How many come after the one that `--next` shows; null where all are shown. */
  readonly waiting: number | null
  /** Only what noting them would come to: nothing is written. */
  readonly dryRun: boolean
}

/** A text for a group, or the templates there are. */
export interface GroupText {
  readonly template: string
  readonly subject: string
  readonly text: string
}
export interface TemplateRow {
  readonly template: string
  readonly about: string | null
  readonly from: string
  readonly subject: string
  readonly text: string
}

export type MessageShown =
  | { readonly to: MessagesShown }
  | { readonly group: GroupText }
  | { readonly list: readonly TemplateRow[] }

type MessageRow = Partial<WrittenMessage & TemplateRow>

const columns: Columns<MessageRow> = {
  customerId: 'count',
  name: 'text',
  channel: 'text',
  to: 'phone',
  hours: 'text',
  subject: 'text',
  text: 'text',
  link: 'text',
  template: 'text',
  about: 'text',
  from: 'text',
}

/** Messages ready to be copied, each under whom it is for; who has none is told beside. */
export const messageScreen: Screen<MessageShown, MessageRow> = {
  data: (value) => ('to' in value ? dataOf(value.to) : 'group' in value ? value.group : value.list),
  rows: (value) => ('to' in value ? value.to.messages : 'group' in value ? [value.group] : value.list),
  lines(value, voice) {
    if ('group' in value) return clean(value.group.text).split('\n')
    if ('list' in value) return value.list.flatMap((one) => templateLines(one, voice))
    return value.to.messages.flatMap((one) => blockOf(one, voice))
  },
  columns,
  id: ({ customerId = 0 }) => customerId,
  verbatim: true,
  tellsUndo: true,
  aside(value, voice) {
    if ('to' in value) return asideOf(value.to, voice)
    const { message, terms } = voice.words
    return 'group' in value
      ? [message.nextGroup(quoted(templateTyped(value.group.template, terms)))]
      : [message.nextList]
  },
}

function dataOf({ plan, messages, event, change, logged, waiting, dryRun }: MessagesShown) {
  return {
    template: plan.template.name,
    campaign: plan.campaign,
    event: event?.name ?? null,
    messages,
    waiting,
    leftOut: groupedByWhy(plan).map(([why, own]) => ({
      why,
      customers: own.map(({ customerId, name, field }) => ({ customerId, name, field })),
    })),
    heldOut: plan.heldOut,
    quiet: plan.quiet,
    logged,
    change,
    ...(dryRun ? { dryRun } : {}),
  }
}

function blockOf(
  { customerId: id, name, channel, to, hours, subject, text, link }: WrittenMessage,
  voice: Voice,
): string[] {
  const { terms } = voice.words
  const goes = channel === 'email' || channel === 'letter' ? to : voice.phone(to)
  const head = cleanLine(
    `${who({ id, name })}  ${terms.channel[channel] ?? channel} ${goes}${hours === null ? '' : `  ${hours}`}`,
  )
  return [
    voice.strong(head),
    ...(channel === 'email' && subject !== '' ? [cleanLine(subject)] : []),
    ...clean(text).split('\n'),
    ...(link === null ? [] : [voice.dim(link)]),
    '',
  ]
}

function templateLines({ template, from, text }: TemplateRow, voice: Voice): string[] {
  const { message, terms } = voice.words
  const name = from === 'regulars' ? templateTyped(template, terms) : message.own(template, from)
  return [
    voice.strong(cleanLine(name)),
    ...clean(text)
      .split('\n')
      .map((line) => `    ${line}`),
  ]
}

function groupedByWhy({ leftOut }: MessagePlan): [LeftOutWhy, MessagePlan['leftOut']][] {
  const groups = Map.groupBy(leftOut, ({ why }) => why)
  return leftOutReasons.flatMap((why) => {
    const own = groups.get(why)
    return own ? [[why, own] as [LeftOutWhy, MessagePlan['leftOut']]] : []
  })
}

/** How many messages there are, who has none and why, and what to type. */
function asideOf({ plan, messages, change, logged, waiting, dryRun }: MessagesShown, voice: Voice): string[] {
  const { message, undoHint, would } = voice.words
  const count = messages.length
  const hushed = plan.leftOut.some(({ why }) => why === 'quiet-hours')
  const noted = message.noted(count, campaignNamed(plan.campaign, voice))
  const said = logged ? (dryRun ? would(noted) : noted) : message.count(count)
  return [
    waiting ? message.toCome(said, waiting) : said,
    ...(count === 0 && plan.leftOut.length + plan.heldOut.length === 0 ? [message.nobody] : leftOutLines(plan, voice)),
    ...(plan.quiet && (hushed || (!logged && count > 0)) ? [quietLine(plan.quiet, voice)] : []),
    ...(logged || count === 0
      ? []
      : [
          waiting === null
            ? message.nextLog(voice.again('--log'), voice.again('--next'))
            : message.nextOne(voice.again('--log')),
        ]),
    ...(change === null ? [] : [undoHint(change)]),
  ]
}

/** Who is left out, by reason, the first few by name. */
export function leftOutLines(plan: MessagePlan, voice: Voice): string[] {
  const { message, changes, marks } = voice.words
  if (plan.leftOut.length === 0) return []
  const reasons = groupedByWhy(plan).map(([why, own]) => {
    const names = own
      .slice(0, 3)
      .map(({ customerId: id, name, field }) =>
        field === null ? who({ id, name }) : message.lacks(who({ id, name }), message.fields[field] ?? field),
      )
    const all = names.join(marks.items)
    const said = own.length > 3 ? changes.andMore(all, own.length - 3, own.length) : all
    return message.leftOutFor(message.why[why], own.length, said)
  })
  return [message.leftOut(plan.leftOut.length), ...reasons]
}

export function quietLine({ at, from, until }: QuietHours, { words: { message } }: Voice): string {
  return message.quiet(at, from, until)
}
