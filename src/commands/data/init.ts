import { verb as declare } from '../verb.ts'

export const verb = declare({
  name: 'init',
  options: ['--name <name>', '--currency <code>', '--region <code>', '--timezone <zone>', '--margin <share>'],
  book: 'none',
  input: (read) =>
    read.object({ name: read.optional(read.text), currency: read.optional(read.text), region: read.optional(read.text), timezone: read.optional(read.text) }),
  async run({ flags, openBook, terminal, words }, { name, currency, region, timezone }) {
    const { ledgerExists } = await import('../../store/file.ts')
    const { LedgerError } = await import('../../ledger/errors.ts')
    if (ledgerExists(flags.db)) throw new LedgerError('file.exists', { path: flags.db })
    const founding = Object.fromEntries(Object.entries({ name, currency, region, timezone }).filter(([, value]) => value !== undefined))
    const book = await openBook(flags.db, 'create', founding)
    const { uuid, name: called, currency: money, region: place, timezone: zone, lang } = book
    await terminal.show(
      { path: flags.db, uuid, name: called, currency: money, region: place, timezone: zone, lang },
      { say: (value) => words.data.founded(value) },
    )
  },
})
