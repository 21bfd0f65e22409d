import { verb as declare } from '../../cli/verb.ts'
import { recordChange } from '../../ledger/book/change/record.ts'
import { readNewLedger } from '../../ledger/book/new-ledger.ts'
import { readPolicyValue } from '../../ledger/book/policy/read-value.ts'
import { setPolicyIn } from '../../ledger/book/policy/set-policy.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { newLedgerScreen } from '../../screens/new-ledger.ts'
import { ledgerExists } from '../../store/sqlite/file.ts'

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
  screen: newLedgerScreen,
  async run({ flags, openBook }, { margin, ...wishes }) {
    if (ledgerExists(flags.db)) throw new LedgerError('file.exists', { path: flags.db })
    const wanted = await readNewLedger(wishes)
    const share = margin === undefined ? null : readPolicyValue('tier.margin', margin, wanted.currency ?? 'CNY')
    const book = await openBook(flags.db, 'create', wanted)
    if (!book.founded) throw new LedgerError('file.exists', { path: flags.db })
    if (share !== null) await recordChange(book, 'init', (db, change) => setPolicyIn(db, change, 'tier.margin', share), { undoable: false })
    const { uuid, name, currency, region, timezone, lang } = book
    return { path: flags.db, uuid, name, currency, region, timezone, lang, margin: Number(share ?? book.policy['tier.margin']) }
  },
})
