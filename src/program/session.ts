import { type Config, readConfig, troubleWithConfig } from '../cli/config.ts'
import type { Context } from '../cli/context.ts'
import type { GlobalFlags } from '../cli/flags.ts'
import type { Verb } from '../cli/verb.ts'
import type { Book } from '../ledger/book/book.ts'
import type { NewLedgerSettings } from '../ledger/book/new-ledger.ts'
import { inSmallHeap } from '../ledger/book/v8-flags.ts'
import { LedgerError } from '../ledger/errors.ts'
import { languageOf, loadWords } from '../locales/choose.ts'
import type { Words } from '../locales/en.ts'
import { errorSentence } from '../locales/error-sentence.ts'
import type { Intent } from '../store/db.ts'
import { dropUnfinished } from '../store/files/temporary.ts'
import { isServerAddress } from '../store/postgres/address.ts'
import { writePaged } from '../terminal/pager.ts'
import { asideOn, makeTerminal, refuseUnshown } from '../terminal/terminal.ts'
import { makeVoice, type Paint, type Voice } from '../terminal/voice.ts'
import type { World } from '../world.ts'
import { Ledgers } from './ledgers.ts'
import { flagsAnyhow, parseCommandLine, wordsOf } from './parse.ts'
import { failureOf, failureText, mayBeCustomer, pastedFor } from './told-failure.ts'
import { verbs } from './tree.ts'

/** Runs one command line and returns its exit code. Everything it says goes through `world`. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const session = await Session.begin(argv, world)
  try {
    return await session.run()
  } catch (error) {
    return await session.fail(error)
  } finally {
    await session.close()
  }
}

/** Says on stderr that what was to be printed could not be; returns the exit code. */
export async function failOutput(argv: readonly string[], world: World, error: NodeJS.ErrnoException): Promise<number> {
  const session = await Session.begin(argv, world)
  try {
    return await session.fail(new LedgerError('file.output', { full: error.code === 'ENOSPC' }))
  } finally {
    await session.close()
  }
}

/** The program without a command: it has the flags of every command, and no others. */
const itself: Verb = { name: 'regulars', book: 'none', input: () => never(), run: async () => 0 }

function never(): never {
  throw new Error('this is no command to run')
}

/** One command line from argv to exit: what is chosen on the way (language, flags, ledger) and closed at the end. */
class Session {
  private flags: GlobalFlags
  private book: Book | null = null
  private readonly ledgers: Ledgers
  private paint: Paint | null = null
  private exit = 0
  /** The command that was named, as its help is called. */
  private command: string | null = null
  /** What was half written is put away when the program is stopped midway. */
  private readonly callOff: (() => void) | undefined
  private spoken: { words: Words; book: Book | null; paint: Paint | null; voice: Voice } | null = null

  private constructor(
    private readonly argv: readonly string[],
    private readonly world: World,
    private readonly config: Config,
    private words: Words,
    flags: GlobalFlags,
  ) {
    this.flags = flags
    this.ledgers = new Ledgers(world)
    this.callOff = world.atExit?.(dropUnfinished)
  }

  /**
   * What the flags of every command say, however wrong the rest of the line may be: in which language a refusal speaks,
   * and how.
   */
  static async begin(argv: readonly string[], world: World): Promise<Session> {
    const config = readConfig(world)
    const flags = flagsAnyhow(argv, world, config)
    const words = await loadWords(flags.lang ?? languageOf(world.locale) ?? 'en')
    return new Session(argv, world, config, words, flags)
  }

  async run(): Promise<number> {
    const { argv, world } = this
    if (argv[0] === '__complete') return this.complete(argv.slice(1))
    const asksVersion = ['-V', '-v', 'version'].includes(argv[0] ?? '')
    const named = asksVersion ? wordsOf([]) : wordsOf(argv)
    if (asksVersion || (named.verb === null && argv.includes('--version'))) {
      world.stdout.write(`${world.version}\n`)
      return 0
    }
    const load = named.help ? null : named.verb === null ? await this.glance() : verbs[named.verb]
    this.command = named.verb
    if (!load) {
      if (!named.help) parseCommandLine(itself, named.rest, world, this.config)
      return named.help || !(await this.isNewcomer()) ? this.help(named.asked) : this.welcome()
    }
    await this.warnOfConfig()
    const { verb } = await load()
    const { flags, raw } = parseCommandLine(verb, named.rest, world, this.config)
    this.flags = flags
    if (verb.screen) refuseUnshown(verb.screen, flags, verb.name)
    if (flags.color && world.stdout.isTTY) this.paint = (await import('../terminal/paint.ts')).paintOn(world.env)
    return this.perform(verb, raw)
  }

  /** What a shell offers for a line that is being typed; whatever goes wrong, it offers nothing. */
  private async complete(typed: readonly string[]): Promise<number> {
    const { completions } = await import('./complete.ts')
    const offered = await completions(typed, {
      words: this.words,
      world: this.world,
      book: async () => ((await this.hasLedger()) ? this.open(this.flags.db, 'read') : null),
    })
    this.world.stdout.write(offered.map((line) => `${line}\n`).join(''))
    return 0
  }

  /** A file of settings that does not count would have the wrong ledger opened without a word. */
  private async warnOfConfig(): Promise<void> {
    const trouble = troubleWithConfig(this.world)
    if (trouble === null) return
    await this.hear()
    const { message, hint } = errorSentence(trouble.code, trouble.facts, this.voice())
    this.world.stderr.write(asideOn(this.world.stderr, `regulars: ${message}\n  ${hint}`))
  }

  /** Nothing but the program's name: on a terminal the shop at a glance, where there is one; else help. */
  private async glance() {
    return this.world.stdout.isTTY && (await this.hasLedger()) ? () => import('../commands/daily/today.ts') : null
  }

  private async perform(verb: Verb, raw: Record<string, unknown>): Promise<number> {
    const terminal = makeTerminal(
      this.world,
      this.flags,
      {
        words: () => this.words,
        voice: () => this.voice(),
        guard: () => import('../ledger/export/formula-guard.ts'),
        pasted: (text) => pastedFor(this.flags, text),
      },
      verb.confirms ?? (verb.book === 'write' || verb.book === 'create'),
    )
    try {
      return await this.serve(verb, raw, terminal)
    } finally {
      const unmade = await this.ledgers.unmakeEmpty()
      if (unmade !== null) terminal.tell(this.words.ledgerNotKept(unmade))
    }
  }

  private async serve(verb: Verb, raw: Record<string, unknown>, terminal: Context['terminal']): Promise<number> {
    if (verb.book === 'none') await this.hear()
    else if (verb.book !== 'own') {
      const book = await this.open(this.flags.db, verb.book)
      this.book = book
      if (!this.flags.lang) this.words = await loadWords(book.lang)
      if (book.founded && !this.flags.dryRun) terminal.tell(this.words.newLedger(this.flags.db))
    }
    const { reader } = await import('../cli/inputs.ts')
    const input = verb.input(reader(this.book ?? this.bookless)).parse(raw)
    const work = async () => {
      const value = await verb.run(this.context(terminal), input)
      if (verb.screen && value !== undefined) await terminal.show(value, verb.screen)
    }
    if (verb.book === 'read' && this.book?.store.isLarge()) await inSmallHeap(work)
    else await work()
    if (this.flags.dryRun && this.flags.format === 'table') terminal.tell(this.words.dryRun)
    return this.exit
  }

  private context(terminal: Context['terminal']): Context {
    const session = this
    return {
      world: this.world,
      flags: this.flags,
      terminal,
      get words() {
        return session.words
      },
      get book() {
        if (!session.book) throw new Error('this command declared no book')
        return session.book
      },
      completion: async (shell) => (await import('./completion.ts')).completionScripts[shell],
      speak: async (language) => {
        if (!this.flags.langTyped) this.words = await loadWords(language)
      },
      exitWith: (code) => {
        this.exit = code
      },
      type: (words, path) => run(words, { ...this.world, env: { ...this.world.env, REGULARS_DB: path } }),
      openBook: async (path, intent, founding, dryRun) =>
        session.adopt(await session.open(path, intent, founding, dryRun)),
    }
  }

  /** A verb that opens its ledger itself speaks that ledger's language and money from then on. */
  private async adopt<Opened extends Book>(book: Opened): Promise<Opened> {
    this.book ??= book
    if (!this.flags.lang) this.words = await loadWords(book.lang)
    return book
  }

  private async open(path: string, intent: Intent, wanted?: Partial<NewLedgerSettings>, dryRun = this.flags.dryRun) {
    const book = await this.ledgers.open(path, intent, { flags: this.flags, wanted, dryRun })
    for (const log of book.store.leftBehind)
      this.world.stderr.write(asideOn(this.world.stderr, this.words.logKept(log)))
    return book
  }

  /** A command that needs no ledger still speaks the language of the one that lies there. */
  private async hear(): Promise<void> {
    if (this.flags.lang) return
    try {
      if (!(await this.hasLedger())) return
      const book = await this.open(this.flags.db, 'read')
      await book.store.close()
      this.words = await loadWords(book.lang)
    } catch {
      // A ledger that cannot be read has no say.
    }
  }

  private async hasLedger(): Promise<boolean> {
    const { ledgerExists } = await import('../store/exists.ts')
    return await ledgerExists(this.flags.db)
  }

  /** How a line is read by a command that opens its ledger itself: few need the day, and its zone is dear to ask. */
  private get bookless() {
    const { world } = this
    return {
      currency: 'CNY',
      region: 'CN',
      get today() {
        return world.dayIn(world.timezone())
      },
    } as const
  }

  /** Somebody at a terminal who has no ledger yet. */
  private async isNewcomer(): Promise<boolean> {
    return this.world.stdout.isTTY === true && !(await this.hasLedger())
  }

  private welcome(): number {
    this.world.stdout.write(this.words.help.welcome.map((line) => `${line}\n`).join(''))
    return 0
  }

  private async help(asked: string | null): Promise<number> {
    await this.hear()
    const { helpText } = await import('./help.ts')
    writePaged(
      this.world,
      await helpText(asked, this.words, this.world.stdout.isTTY ? this.world.stdout.columns || 80 : 80),
    )
    return 0
  }

  /** Words a failure on stderr: two lines for people, one object with --json. */
  async fail(error: unknown): Promise<number> {
    await this.learnLanguage()
    if (mayBeCustomer(error)) this.book ??= await this.openIfThere()
    const { world, flags, book, command, words } = this
    const failure = await failureOf(error, { world, flags, book, command, words, voice: this.voice() })
    world.stderr.write(failureText(failure, flags, world.stderr))
    if (failure.exit === 70 && world.env['REGULARS_DEBUG'] === '1' && error instanceof Error)
      world.stderr.write(`${error.stack}\n`)
    return failure.exit
  }

  /** An error before the ledger was opened still speaks the ledger's language. */
  private async learnLanguage(): Promise<void> {
    if (this.flags.lang || this.book) return
    this.book = await this.openIfThere()
    // No ledger to ask: the locale's language stands.
    if (this.book) this.words = await loadWords(this.book.lang)
  }

  /** The ledger for reading, once something has gone wrong already; null where it cannot be had. */
  private async openIfThere(): Promise<Book | null> {
    // A server that did not answer is not waited for once more.
    if (this.ledgers.wasAsked && isServerAddress(this.flags.db)) return null
    return this.open(this.flags.db, 'read').catch(() => null)
  }

  /**
   * One voice for as long as language, ledger and colours stay: what it has prepared to say (foreign phones) stays with
   * it.
   */
  private voice(): Voice {
    const { book, world, words, paint } = this
    const { spoken } = this
    if (spoken && spoken.words === words && spoken.book === book && spoken.paint === paint) return spoken.voice
    const width = world.stdout.isTTY ? world.stdout.columns || 80 : null
    const voice = makeVoice({
      words,
      currency: book?.currency ?? 'CNY',
      region: book?.region ?? 'CN',
      today: book?.today ?? '',
      quiet: this.flags.quiet,
      width,
      height: world.stdout.isTTY ? (world.stdout.rows ?? null) : null,
      paint,
      blocks: showsBlocks(world),
      typed: this.argv,
    })
    this.spoken = { words, book, paint, voice }
    return voice
  }

  async close(): Promise<void> {
    this.callOff?.()
    await this.ledgers.close()
  }
}

/** By the locale; where there is none, a terminal shows them and the mail of a cron job may not. */
function showsBlocks({ locale, stdout }: World): boolean {
  if (locale === '') return stdout.isTTY === true
  return /utf-?8/i.test(locale) || !/^(C|POSIX)$|\./.test(locale)
}
