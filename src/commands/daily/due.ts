import { verb as declare } from '../../cli/verb.ts'
import { audienceOf } from '../../ledger/audience/audience.ts'
import { dueToday } from '../../ledger/followup/due.ts'
import { readDueFooter } from '../../ledger/followup/due-footer.ts'
import { readReasons } from '../../ledger/reason/rules.ts'
import { dueScreen } from '../../screens/due.ts'

export const verb = declare({
  name: 'due',
  options: [
    '--reason <reason>*',
    '--tier <tier>*',
    '--tag <tag>*',
    '--keeper <name>*',
    '--group <name>',
    '-l, --limit <count>',
    '--all',
    '--days <count>',
    '--short',
    '--exit-code',
  ],
  book: 'read',
  input: (read) =>
    read.object({
      reason: read.optional(read.array(read.list)),
      tier: read.optional(read.array(read.many('tier'))),
      tag: read.optional(read.array(read.text)),
      keeper: read.optional(read.array(read.text)),
      group: read.optional(read.text),
      limit: read.optional(read.count(1)),
      all: read.flag,
      days: read.optional(read.count(0, 366)),
      short: read.flag,
      exitCode: read.flag,
    }),
  screen: dueScreen,
  async run(context, { reason, tier, tag, keeper, group, limit, all, days, short, exitCode }) {
    const { book } = context
    const due = await dueToday(book, {
      reasons: readReasons(reason?.flat() ?? []),
      tiers: tier?.flat(),
      tags: tag,
      keepers: keeper,
      only: group === undefined ? undefined : await audienceOf(book, { group }),
      days,
      limit: all ? ('all' as const) : limit,
    })
    if (exitCode && due.shown === 0) context.exitWith(1)
    const filters = {
      reason,
      tier,
      tag: tag?.map((one) => [one]),
      keeper: keeper?.map((one) => [one]),
      group: group === undefined ? undefined : [[group]],
      days,
    }
    return { due, footer: await readDueFooter(book, due), days: days ?? 0, filters, short }
  },
})
