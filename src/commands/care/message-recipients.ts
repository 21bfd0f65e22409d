import type { Context } from '../../cli/context.ts'
import { customerArgument } from '../../cli/customer-argument.ts'
import type { Audience } from '../../ledger/audience/filter.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { type WrittenChannel, writtenChannels } from '../../ledger/message/channel.ts'
import type { MessageRequest } from '../../ledger/message/plan.ts'
import { meaning, tiers } from '../../ledger/vocabulary.ts'

type Recipients = Pick<MessageRequest, 'to' | 'filter'>

/** A channel a written message goes by. Throws usage.bad-choice. */
export function readWritten(typed: string): WrittenChannel {
  const channel = meaning('channel', typed)
  const written = writtenChannels.find((one) => one === channel)
  if (!written) throw new LedgerError('usage.bad-choice', { asked: typed, what: 'channel', choices: writtenChannels })
  return written
}

/**
 * Whom a message is for: `--to due`, customers, `--to "group NAME"`, `--to "tier A"`, and the flags of list; null where
 * nothing was said. Throws usage.conflict where both the list and customers are named, usage.bad-choice.
 */
export async function recipientsOf(
  context: Context,
  typed: readonly string[],
  flags: Audience,
): Promise<Recipients | null> {
  let filter = flags
  let due = false
  const ids = new Set<number>()
  for (const word of typed) {
    const [, kind = '', value = ''] = /^(group|tier|分组|客群|等级)[\s:：]+(.+)$/i.exec(word) ?? []
    if (/^(due|该联系|今天名单|名单)$/i.test(word)) due = true
    else if (/^(group|分组|客群)$/i.test(kind)) filter = { ...filter, group: value.trim() }
    else if (kind !== '') filter = { ...filter, tiers: [...(filter.tiers ?? []), tierOf(value)] }
    else ids.add((await customerArgument(context, word, 'message')).id)
  }
  if (due && ids.size > 0)
    throw new LedgerError('usage.conflict', { first: '--to due', second: `--to ${typed.at(-1)}` })
  const { archived: _, ...said } = filter
  const isSaid = Object.values(said).some((value) => value !== undefined && value !== false)
  if (!due && ids.size === 0 && !isSaid) return null
  return { to: due ? 'due' : ids.size > 0 ? [...ids] : 'all', filter }
}

function tierOf(typed: string) {
  const tier = meaning('tier', typed)
  if (tier === null) throw new LedgerError('usage.bad-choice', { asked: typed, what: 'tier', choices: tiers })
  return tier
}
