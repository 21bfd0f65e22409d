import { type Day, weekday } from '../ledger/day.ts'
import { fold } from '../ledger/identity/spelling.ts'
import { linkOf, type WrittenChannel } from '../ledger/message/channel.ts'
import type { Field } from '../ledger/message/fields.ts'
import type { PlannedMessage } from '../ledger/message/plan.ts'
import type { TemplatePiece, TemplateText } from '../ledger/message/template.ts'
import { type GeneralValues, isKnown, type MessageValues } from '../ledger/message/values.ts'
import { grouped } from '../locales/figure.ts'
import type { Voice } from '../terminal/voice.ts'

/** A message as it can be copied: its words, where it goes, and the link that opens it ready to be sent. */
export interface WrittenMessage {
  readonly customerId: number
  readonly name: string
  readonly channel: WrittenChannel
  readonly to: string
  /** When they like to be spoken to. */
  readonly hours: string | null
  readonly subject: string
  readonly text: string
  readonly link: string | null
}

/** The messages of a plan in words. */
export function writeMessages(
  template: TemplateText,
  messages: readonly PlannedMessage[],
  general: GeneralValues,
  voice: Voice,
): WrittenMessage[] {
  return messages.map(({ customerId, name, channel, to, hours, values }) => {
    const words = fillIn(template, values, general, voice)
    return { customerId, name, channel, to, hours, ...words, link: linkOf(channel, to, words) }
  })
}

/** A text with everything filled in; without values it is for everybody at once, a group in WeChat say. */
export function fillIn(
  { subject, text }: TemplateText,
  values: MessageValues | null,
  general: GeneralValues,
  voice: Voice,
): { readonly subject: string; readonly text: string } {
  const whole = (pieces: readonly TemplatePiece[]) =>
    pieces.map((piece) => ('words' in piece ? piece.words : said(piece, values, general, voice))).join('')
  return { subject: whole(subject), text: whole(text) }
}

type FieldPiece = Extract<TemplatePiece, { field: Field }>

function said(piece: FieldPiece, values: MessageValues | null, general: GeneralValues, voice: Voice): string {
  if (!isKnown(piece, values, general)) return piece.otherwise ?? ''
  const { message, terms, marks } = voice.words
  const { field, key } = piece
  switch (field) {
    case 'salutation':
      return salutation(values, voice)
    case 'shop':
      return general.shop
    case 'festival':
      return terms.festivalName[general.festival ?? ''] ?? general.festival ?? ''
    case 'event':
      return general.event?.name ?? ''
    case 'event-day':
      return dayIn(general.event?.on, voice)
    case 'event-note':
      return general.event?.note ?? ''
  }
  if (values === null) return ''
  switch (field) {
    case 'name':
      return values.called ?? values.name
    case 'item':
      return values.items.join(message.and)
    case 'wish':
      return values.wishes.join(message.and)
    case 'occasion':
      return values.occasions.map(({ text }) => text).join(message.and)
    case 'occasion-day':
      return values.occasions.map(({ on }) => dayIn(on, voice)).join(marks.parts)
    case 'fact':
      return values.facts[fold(key ?? '')] ?? ''
    case 'points':
      return grouped(values.points ?? 0)
    case 'points-day':
      return dayIn(values.pointsOn, voice)
    case 'coupon':
      return values.coupons.map(({ code }) => code).join(message.and)
    case 'coupon-day':
      return dayIn(values.coupons[0]?.until, voice)
    case 'privilege':
      return values.privilege ?? ''
    case 'last':
    case 'birthday':
      return dayIn(values[field], voice)
    case 'owed-since':
      return dayIn(values.owedSince, voice)
    case 'amount':
    case 'owed':
    case 'credit':
      return voice.money(values[field] ?? '')
  }
}

/** As they are called, else by their name: a person, or all at a firm. */
function salutation(values: MessageValues | null, { words: { message } }: Voice): string {
  if (values === null) return message.salutation.everyone
  const { name, called, kind } = values
  return kind === 'firm' && called === null ? message.salutation.firm(name) : message.salutation.person(called ?? name)
}

/** A day as it is written to people. */
function dayIn(day: Day | null | undefined, { words: { message, terms } }: Voice): string {
  if (!day) return ''
  const [, month = 0, date = 0] = day.split('-').map(Number)
  return message.day(month, date, terms.weekday[weekday(day)] ?? '')
}
