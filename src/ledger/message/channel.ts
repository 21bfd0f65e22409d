import type { Channel } from '../vocabulary.ts'

/** The ways a written message goes. */
export const writtenChannels = ['wechat', 'sms', 'email', 'letter'] as const satisfies readonly Channel[]
export type WrittenChannel = (typeof writtenChannels)[number]

/** What of a customer says where a message can go. */
export interface Reachable {
  readonly channel: string | null
  readonly phone: string | null
  readonly wechat: string | null
  readonly email: string | null
  readonly address: string | null
}

/** Where a message goes, or why it cannot. */
export type Route =
  | { readonly channel: WrittenChannel; readonly to: string }
  | { readonly why: 'refused' | 'not-asked' | 'no-address' }

/**
 * The way a message takes: the one asked for, else the one they prefer, wechat, sms, e-mail. Never one they refused,
 * and sms and e-mail only where they said yes.
 */
export function routeOf(person: Reachable, consent: ReadonlyMap<string, boolean>, asked: WrittenChannel | null): Route {
  const preferred = writtenChannels.filter((one) => one === person.channel)
  const tried = asked ? [asked] : [...new Set([...preferred, 'wechat' as const, 'sms' as const, 'email' as const])]
  const whys = new Set<'refused' | 'not-asked' | 'no-address'>()
  for (const channel of tried) {
    const to = addressOf(person, channel)
    const given = consent.get(channel)
    if (given === false) whys.add('refused')
    else if (to === null) whys.add('no-address')
    else if (given === undefined && (channel === 'sms' || channel === 'email')) whys.add('not-asked')
    else return { channel, to }
  }
  return { why: whys.has('not-asked') ? 'not-asked' : whys.has('refused') ? 'refused' : 'no-address' }
}

/** WeChat finds people by their phone as well. */
function addressOf({ phone, wechat, email, address }: Reachable, channel: WrittenChannel): string | null {
  switch (channel) {
    case 'wechat':
      return wechat ?? phone
    case 'sms':
      return phone
    case 'email':
      return email
    case 'letter':
      return address
  }
}

/** The link that opens a message ready to be sent; null where there is none for it. */
export function linkOf(
  channel: WrittenChannel,
  to: string,
  { subject, text }: { readonly subject: string; readonly text: string },
): string | null {
  const encoded = (words: string) => encodeURIComponent(words.replace(/\r?\n/g, '\r\n'))
  if (channel === 'sms') return `sms:${to}?body=${encoded(text)}`
  if (channel !== 'email') return null
  const head = subject === '' ? '' : `subject=${encoded(subject)}&`
  return `mailto:${encodeURIComponent(to).replaceAll('%40', '@')}?${head}body=${encoded(text)}`
}
