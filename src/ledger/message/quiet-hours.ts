import type { Book } from '../book/book.ts'
import { momentInZone } from '../day.ts'
import type { WrittenChannel } from './channel.ts'

/** It is so late, or so early, that a message would wake somebody: from which hour to which, and what time it is. */
export interface QuietHours {
  readonly from: number
  readonly until: number
  /** `22:40`, in the shop's zone. */
  readonly at: string
}

/** The quiet hours, if it is within them now; a day that is not the present one has no hour. */
export function quietNow({ policy, now, timezone, today }: Pick<Book, 'policy' | 'now' | 'timezone' | 'today'>) {
  const [from, until] = [policy['message.quietFrom'], policy['message.quietUntil']]
  const moment = momentInZone(now(), timezone)
  if (from === until || moment.slice(0, 10) !== today) return null
  const hour = Number(moment.slice(11, 13))
  const isQuiet = from < until ? hour >= from && hour < until : hour >= from || hour < until
  return isQuiet ? ({ from, until, at: moment.slice(11, 16) } satisfies QuietHours) : null
}

/** What rings or hums when it comes; a letter and an e-mail lie there until they are looked at. */
export function rings(channel: WrittenChannel): boolean {
  return channel === 'wechat' || channel === 'sms'
}
