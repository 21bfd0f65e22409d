import type { GlobalFlags } from '../cli/flags.ts'
import type { Book } from '../ledger/book/book.ts'
import type { NewLedgerSettings } from '../ledger/book/new-ledger.ts'
import { languageOf } from '../locales/choose.ts'
import type { Intent } from '../store/db.ts'
import type { World } from '../world.ts'

interface Opening {
  readonly flags: GlobalFlags
  /** What a ledger that is made for it says of itself; without it, what the surroundings say. */
  readonly wanted: Partial<NewLedgerSettings> | undefined
  readonly dryRun: boolean
}

/** The ledgers that one command line opens, closed at its end. */
export class Ledgers {
  private readonly opened: Book[] = []
  /** A ledger made because one was needed for something else: it stays only with what came to stand in it. */
  private founded: { readonly path: string; unmake(): boolean | Promise<boolean> } | null = null
  /** One was opened, or tried to be. */
  wasAsked = false

  constructor(private readonly world: World) {}

  async open(path: string, intent: Intent, { flags, wanted, dryRun }: Opening) {
    this.wasAsked = true
    const { openBook } = await import('../ledger/open.ts')
    const { parseDay } = await import('../ledger/day.ts')
    const { world } = this
    const book = await openBook({
      path,
      intent,
      migrations: world.migrations,
      temporary: world.folders.temporary,
      founding: async () => {
        const { defaultSettings } = await import('../ledger/book/new-ledger.ts')
        const surroundings = { locale: world.locale, timezone: wanted?.timezone ?? world.timezone() }
        return {
          name: '',
          ...(await defaultSettings(surroundings, wanted?.region)),
          lang: flags.lang ?? languageOf(world.locale) ?? 'en',
          ...wanted,
        }
      },
      today: (day) => (flags.today === null ? day : parseDay(flags.today, day, 'back')),
      now: world.now,
      dayIn: world.dayIn,
      by: flags.by,
      dryRun,
      hearer: world.hearer,
    })
    this.opened.push(book)
    if (book.founded && !wanted && !dryRun) {
      const unmake = () => book.store.discardEmpty()
      world.atExit?.(unmake)
      this.founded = { path, unmake }
    }
    return book
  }

  /** Takes a ledger away that was made on the way and has nothing in it; tells where it was. */
  async unmakeEmpty(): Promise<string | null> {
    return this.founded && (await this.founded.unmake()) ? this.founded.path : null
  }

  async close(): Promise<void> {
    for (const book of this.opened) await book.store.close()
  }
}
