import type { Book } from '../book/book.ts'
import type { Channel } from '../vocabulary.ts'

/** How a customer is to be spoken to. */
export interface ChannelChoice {
  /**
   * The first they have not refused of: the one they prefer, the shop's own, call, wechat, sms, email. `shop` when none
   * is left.
   */
  readonly channel: Channel
  /** They said so: they prefer it, or refused another. */
  readonly said: boolean
  /** None was left: only when they come. */
  readonly shopOnly: boolean
}

const usual: readonly Channel[] = ['call', 'wechat', 'sms', 'email']

/** Of these customers, by id. */
export async function readChannels(
  { db, policy }: Pick<Book, 'db' | 'policy'>,
  ids: readonly number[],
): Promise<Map<number, ChannelChoice>> {
  const [people, rows] = await Promise.all([
    db.selectFrom('customer').select(['id', 'channel']).where('id', 'in', ids).execute(),
    db
      .selectFrom('consent')
      .select(['customer_id', 'channel'])
      .where('given', '=', 0)
      .where('customer_id', 'in', ids)
      .execute(),
  ])
  const refused = Map.groupBy(rows, ({ customer_id }) => customer_id)
  return new Map(
    people.map(({ id, channel: preferred }) => {
      const no = (refused.get(id) ?? []).map(({ channel }) => channel)
      const tried = [...(preferred === null ? [] : [preferred as Channel]), policy['due.channel'], ...usual]
      const channel = tried.find((one) => !no.includes(one))
      return [
        id,
        { channel: channel ?? 'shop', said: preferred !== null || no.length > 0, shopOnly: channel === undefined },
      ]
    }),
  )
}
