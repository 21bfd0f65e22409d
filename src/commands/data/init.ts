import { askUntil } from '../../cli/ask-until.ts'
import type { Context } from '../../cli/context.ts'
import { verb as declare } from '../../cli/verb.ts'
import type { Book } from '../../ledger/book/book.ts'
import { recordChange } from '../../ledger/book/change/record.ts'
import {
  defaultSettings,
  isUsed,
  type NewLedgerOptions,
  type NewLedgerSettings,
  readNewLedger,
} from '../../ledger/book/new-ledger.ts'
import { readPolicyValue } from '../../ledger/book/policy/read-value.ts'
import { setPolicyIn } from '../../ledger/book/policy/set-policy.ts'
import { settleAnew } from '../../ledger/book/settings.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { newLedgerScreen } from '../../screens/new-ledger.ts'
import { ledgerExists } from '../../store/exists.ts'
import { isServerAddress } from '../../store/postgres/address.ts'
import { grantsOf } from './grants-of.ts'

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
  async run(context, { margin, ...wishes }) {
    const { flags, openBook } = context
    const wanted = await readNewLedger(wishes)
    // Whoever was cut off in mid-making left tables that nothing is said of: then it is said now.
    const standing = (await ledgerExists(flags.db)) ? await openBook(flags.db, 'create', {}) : null
    if (standing && (await isUsed(standing.db))) throw new LedgerError('file.exists', { path: flags.db })
    const settings = await settled(context, wanted)
    const share = margin === undefined ? null : await readPolicyValue('tier.margin', margin, settings.currency)
    const book = standing ?? (await openBook(flags.db, 'create', settings))
    if (!standing && !book.founded) throw new LedgerError('file.exists', { path: flags.db })
    if (standing) await settleAnew(standing, settings)
    const change = share === null ? null : await settleMargin(book, share)
    return {
      path: flags.db,
      uuid: book.uuid,
      ...settings,
      margin: Number(share ?? book.policy['tier.margin']),
      change,
      anew: standing !== null && !standing.founded,
      grants: isServerAddress(flags.db) ? await grantsOf(book, flags.db) : [],
    }
  },
})

async function settleMargin(book: Book, share: Awaited<ReturnType<typeof readPolicyValue>>): Promise<number | null> {
  const settled = await recordChange(book, 'init', (db, change) => setPolicyIn(db, change, 'tier.margin', share), {
    undoable: false,
  })
  return settled.change
}

type Wanted = Awaited<ReturnType<typeof readNewLedger>>

/**
 * All a ledger is to say of itself: what was asked for, else what is typed where somebody can be asked, else what the
 * system tells of the place.
 */
async function settled(context: Context, wanted: Wanted): Promise<NewLedgerSettings> {
  const { world, flags, terminal, words } = context
  const surroundings = { locale: world.locale, timezone: wanted.timezone ?? world.timezone() }
  const defaults = {
    name: '',
    ...(await defaultSettings(surroundings, wanted.region)),
    lang: flags.lang ?? words.terms.language,
    ...wanted,
  }
  if (!terminal.interactive || flags.yes) return defaults
  const { ask } = words.data
  const name = wanted.name ?? (await answer(context, ask.name, defaults, 'name'))
  const currency = wanted.currency ?? (await answer(context, ask.currency, defaults, 'currency'))
  const timezone = wanted.timezone ?? (await answer(context, ask.timezone, defaults, 'timezone'))
  return { ...defaults, name, currency, timezone }
}

function answer(
  context: Context,
  question: string,
  defaults: NewLedgerSettings,
  of: keyof NewLedgerOptions,
): Promise<string> {
  return askUntil(
    context,
    question,
    defaults[of],
    async (typed) =>
      (await readNewLedger({ [of]: of === 'name' ? typed : typed.normalize('NFKC') }))[of] ?? defaults[of],
  )
}
