import { verb as declare } from '../../cli/verb.ts'

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
  async run({ book, flags, terminal }, { reason, tier, tag, keeper, group, limit, all, days, short, exitCode }) {
    const { dueToday } = await import('../../ledger/followup/due.ts')
    const { readReasons } = await import('../../ledger/reason/rules.ts')
    const { dueColumns, reasonsAsCells, sayDue, sayShort } = await import('../../screens/due.ts')
    const only = group === undefined ? undefined : await (await import('../../ledger/audience/audience.ts')).audienceOf(book, { group })
    const filter = {
      reasons: readReasons(reason?.flat() ?? []),
      tiers: tier?.flat(),
      tags: tag,
      keepers: keeper,
      only,
      days,
      limit: all ? ('all' as const) : limit,
    }
    const due = await dueToday(book, filter)
    const nothing = due.shown === 0
    if (!(nothing && flags.quiet && flags.format === 'table')) {
      const { readSurroundings } = await import('../../ledger/followup/due-footer.ts')
      const around = await readSurroundings(book, due)
      const filters = {
        reason,
        tier,
        tag: tag?.map((one) => [one]),
        keeper: keeper?.map((one) => [one]),
        group: group === undefined ? undefined : [[group]],
        days,
      }
      const machine = flags.format === 'json' || flags.format === 'jsonl'
      await terminal.show(due, {
        say: (value, voice) => (short ? sayShort(value, voice) : sayDue(value, voice, { ...around, days: days ?? 0, filters, quiet: flags.quiet })),
        rows: (value): readonly object[] => (machine ? value.rows : value.rows.map(reasonsAsCells)),
        columns: dueColumns,
        id: (row) => (row as { customerId: number }).customerId,
      })
    }
    return exitCode && nothing ? 1 : 0
  },
})
