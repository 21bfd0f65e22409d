import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'init',
  options: ['--name <name>', '--currency <code>', '--region <code>', '--timezone <zone>', '--margin <share>'],
  book: 'none',
  confirms: true,
  input: (read) =>
    read.object({
      name: read.optional(read.text),
      currency: read.optional(read.text),
      region: read.optional(read.text),
      timezone: read.optional(read.text),
      margin: read.optional(read.text),
    }),
  async run(context, { margin, ...wishes }) {
    const { flags, terminal } = context
    const { ledgerExists } = await import('../../store/sqlite/file.ts')
    const { LedgerError } = await import('../../ledger/errors.ts')
    const { readNewLedger } = await import('../../ledger/book/new-ledger.ts')
    const { readPolicyValue } = await import('../../ledger/book/policy/read-value.ts')
    if (ledgerExists(flags.db)) throw new LedgerError('file.exists', { path: flags.db })
    const wanted = await readNewLedger(wishes)
    const share = margin === undefined ? null : readPolicyValue('tier.margin', margin, wanted.currency ?? 'CNY')
    const book = await context.openBook(flags.db, 'create', wanted)
    if (!book.founded) throw new LedgerError('file.exists', { path: flags.db })
    if (share !== null) {
      const { recordChange } = await import('../../ledger/book/change/record.ts')
      const { setPolicyIn } = await import('../../ledger/book/policy/set-policy.ts')
      await recordChange(book, 'init', (db, change) => setPolicyIn(db, change, 'tier.margin', share), { undoable: false })
    }
    const { uuid, name, currency, region, timezone, lang } = book
    const value = { path: flags.db, uuid, name, currency, region, timezone, lang, margin: Number(share ?? book.policy['tier.margin']) }
    await terminal.show(value, { say: (founded) => context.words.data.founded(founded) })
  },
})
