import { type Details, readEmail, readFact, readName } from '../ledger/customer/details.ts'
import { LedgerError } from '../ledger/errors.ts'
import { parseBirthday } from '../ledger/identity/birthday.ts'
import { withinLength } from '../ledger/identity/names.ts'
import { parsePhone } from '../ledger/identity/phone.ts'
import type { Context } from './context.ts'
import { customerArgument } from './customer-argument.ts'
import type { Read } from './inputs.ts'

/** The flags that say something of a customer, for `add` and `edit`. */
export const detailFlags = [
  '--name <name>',
  '--called <text>',
  '--code <code>',
  '--kind <kind>',
  '--phone <phone>',
  '--same-phone',
  '--email <address>',
  '--wechat <id>',
  '--company <name>',
  '--address <text>',
  '--birthday <birthday>',
  '--joined <day>',
  '--source <text>',
  '--referred-by <customer>',
  '--tag <tag>*',
  '--note <text>',
  '--relation <relation>',
  '--style <style>',
  '--potential <1-5>',
  '--share <percent>',
  '--channel <channel>',
  '--hours <text>',
  '--consent <channel>*',
  '--no-consent <channel>*',
  '--do-not-contact',
  '--keeper <name>',
  '--credit-limit <amount>',
  '--set <key=value>*',
  '--owes <amount>',
  '--credit <amount>',
] as const

/** What those flags are read by; an empty value is null: it takes away what was known. */
export function detailInput(read: Read, command: string) {
  const clearing = <Value>(parse: (text: string) => Value) =>
    read.optional(read.from((typed) => (typed.trim() === '' ? null : parse(typed.trim()))))
  const text = (most = 200) => clearing((typed) => withinLength('text', typed, most))
  return {
    name: read.optional(read.from((typed) => readName(typed, command))),
    called: text(),
    code: text(),
    kind: clearing((typed) => read.one('kind').parse(typed)),
    phone: clearing((typed) => typed),
    samePhone: read.flag,
    email: clearing(readEmail),
    wechat: text(),
    company: text(),
    address: text(500),
    birthday: clearing((typed) => parseBirthday(typed, read.today)),
    joined: clearing((typed) => read.pastDay.parse(typed)),
    source: text(),
    referredBy: clearing((typed) => typed),
    tag: read.optional(read.array(read.list)),
    note: text(20_000),
    relation: clearing((typed) => read.one('relation').parse(typed)),
    style: clearing((typed) => read.one('style').parse(typed)),
    potential: clearing((typed) => read.count(1, 5).parse(typed)),
    share: clearing(readShare),
    channel: clearing((typed) => read.one('channel').parse(typed)),
    hours: text(),
    consent: read.optional(read.array(read.many('channel'))),
    noConsent: read.optional(read.array(read.many('channel'))),
    doNotContact: read.eitherWay,
    keeper: text(),
    creditLimit: clearing((typed) => read.money.parse(typed)),
    set: read.optional(read.array(read.from(readFact))),
    owes: clearing((typed) => read.money.parse(typed)),
    credit: clearing((typed) => read.money.parse(typed)),
  }
}

/** What `detailInput` makes. */
interface Typed
  extends Omit<
    Details,
    'joinedOn' | 'referredBy' | 'tags' | 'notes' | 'walletShare' | 'consent' | 'facts' | 'account'
  > {
  readonly joined?: string | null | undefined
  readonly referredBy?: string | null | undefined
  readonly tag?: readonly string[][] | undefined
  readonly note?: string | null | undefined
  readonly share?: number | null | undefined
  readonly consent?: readonly ChannelList[] | undefined
  readonly noConsent?: readonly ChannelList[] | undefined
  readonly set?: Details['facts']
  readonly owes?: number | null | undefined
  readonly credit?: number | null | undefined
}
type ChannelList = readonly NonNullable<Details['channel']>[]

/** Whether no flag said anything: --same-phone alone says nothing of the customer. */
export function saysNothing({ samePhone: _, ...said }: Readonly<Record<string, unknown>>): boolean {
  return Object.values(said).every((value) => value === undefined)
}

/** What was typed as the ledger takes it: the phone read, the referrer found. */
export async function detailsOf(context: Context, typed: Typed, command: string): Promise<Details> {
  const { joined, tag, note, share, consent, noConsent, set, owes, credit, phone, referredBy, ...same } = typed
  if (owes && credit) throw new LedgerError('usage.conflict', { first: '--owes', second: '--credit' })
  const both = consent?.flat().find((channel) => noConsent?.flat().includes(channel))
  if (both) throw new LedgerError('usage.conflict', { first: `--consent ${both}`, second: `--no-consent ${both}` })
  const account = owes || (credit ? -credit : owes !== undefined ? owes : credit)
  return {
    ...same,
    phone: phone ? await parsePhone(phone, context.book.region) : phone,
    referredBy: referredBy
      ? (await customerArgument(context, referredBy, command)).id
      : (referredBy as null | undefined),
    joinedOn: joined,
    // +vip is what `tag` takes; here it is the same tag.
    tags: tag
      ?.flat()
      .map((one) => withinLength('text', one.replace(/^[+＋]/, '').trim(), 200))
      .filter((one) => one !== ''),
    notes: note,
    walletShare: share,
    consent: [
      ...(consent ?? []).flat().map((channel) => [channel, true] as const),
      ...(noConsent ?? []).flat().map((channel) => [channel, false] as const),
    ],
    facts: set,
    account,
  }
}

function readShare(text: string): number {
  const share = /^\d{1,3}(\.\d{1,4})?\s*%?$/.test(text.normalize('NFKC'))
    ? Number.parseFloat(text.normalize('NFKC'))
    : Number.NaN
  if (!(share <= 100)) throw new LedgerError('usage.bad-percent', { text })
  return share
}
