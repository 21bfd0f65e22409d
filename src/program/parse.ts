import { Command, CommanderError } from 'commander'
import { declareCommand, optionOf, refuseDashes, wordsOfRefusal } from '../cli/command-line.ts'
import { type Config, ledgerOfShop } from '../cli/config.ts'
import { type GlobalFlags, globalFlags } from '../cli/flags.ts'
import type { Verb } from '../cli/verb.ts'
import { LedgerError } from '../ledger/errors.ts'
import { nearestWord } from '../ledger/nearest-word.ts'
import { languageNamed, languages } from '../ledger/vocabulary.ts'
import { linkedFile, refuseAddress } from '../store/files/address.ts'
import { isServerAddress, readAddress } from '../store/postgres/address.ts'
import type { Format } from '../terminal/output-options.ts'
import type { World } from '../world.ts'
import { verbs } from './tree.ts'

const usualFormats: readonly Format[] = ['table', 'json', 'jsonl', 'csv', 'tsv', 'md']
/** The flags of every command that take a value. */
export const takeValue = new Set(globalFlags.filter((flag) => flag.includes('<')).map((flag) => flag.split(' ')[0]))
const shortFlags = new Set(globalFlags.flatMap((flag) => /^-\w/.exec(flag)?.[0] ?? []))
/** A group named alone runs its plainest verb. */
const plainest: Readonly<Record<string, string>> = {
  policy: 'policy show',
  config: 'config list',
  group: 'group list',
  complaint: 'complaint list',
  coupon: 'coupon list',
  pass: 'pass list',
  occasion: 'occasion list',
  event: 'event list',
  report: 'report summary',
}

/** A group that is a verb itself with this flag; named quite alone it says what is in it. */
const itselfWith: Readonly<Record<string, string>> = { report: '--html' }

/** Groups that are a verb of a file, too. */
const takesFile: ReadonlySet<string> = new Set(['import'])

function isPath(word: string): boolean {
  return word === '-' || /[./\\]/.test(word)
}

/** Which verb the name of a group and some flags mean. */
function groupAlone(group: string, words: readonly string[]): string | null {
  const own = itselfWith[group]
  if (own !== undefined && words.some((word) => word === own || word.startsWith(`${own}=`))) return group
  const alone = Object.hasOwn(plainest, group) ? plainest[group] : undefined
  if (alone === undefined || !Object.hasOwn(verbs, alone)) return null
  return own !== undefined && words.every((word, at) => isOfEveryCommand(word) || takeValue.has(words[at - 1] ?? ''))
    ? null
    : alone
}

function isOfEveryCommand(word: string): boolean {
  return globalFlags.some((flag) => flag.split(/[ ,]+/).includes(word.replace(/=.*/, '')))
}

/**
 * What was typed before any flag is understood: which verb, and what is left for it. `help` is asked for by word or
 * flag.
 */
export function wordsOf(argv: readonly string[]): {
  verb: string | null
  asked: string | null
  help: boolean
  rest: string[]
} {
  const spots: number[] = []
  for (let at = 0; at < argv.length && spots.length < 3; at++) {
    const word = argv[at] ?? ''
    if (word === '--') break
    if (!word.startsWith('-') || word === '-') spots.push(at)
    else if (takeValue.has(word)) at++
  }
  const typed = spots.map((at) => argv[at] ?? '')
  const help = typed[0] === 'help' || argv.includes('--help') || argv.includes('-h')
  const [first, second] = typed[0] === 'help' ? typed.slice(typed[1] === 'regulars' ? 2 : 1) : typed
  const rest = (count: number) => argv.filter((_, at) => !spots.slice(0, count).includes(at))
  if (first === undefined) return { verb: null, asked: null, help, rest: [...argv] }
  const group = Object.keys(verbs).filter((name) => name.startsWith(`${first} `))
  if (typed[0] === 'help' && second === undefined && isTopic(first))
    return { verb: first, asked: first, help, rest: [] }
  if (group.length === 0 && Object.hasOwn(verbs, first)) return { verb: first, asked: first, help, rest: rest(1) }
  if (group.length === 0)
    throw new LedgerError('usage.unknown-command', {
      asked: first,
      near: nearestWord(first, ['help', ...Object.keys(verbs).flatMap((name) => [name, name.split(' ')[0] ?? name])]),
    })
  if (second !== undefined && Object.hasOwn(verbs, `${first} ${second}`))
    return { verb: `${first} ${second}`, asked: `${first} ${second}`, help, rest: rest(2) }
  if (help && second === undefined) return { verb: first, asked: first, help, rest: [] }
  // A word after a flag may be its value: `report --html page.html`.
  const named =
    second === undefined || (!help && (argv[(spots[1] ?? 0) - 1] ?? '').startsWith('-'))
      ? groupAlone(first, rest(1))
      : null
  if (named !== null) return { verb: named, asked: named, help, rest: rest(1) }
  if (second === undefined && Object.hasOwn(verbs, first)) return { verb: first, asked: first, help: true, rest: [] }
  const own = group.map((name) => name.slice(first.length + 1))
  const word = second === undefined ? null : nearestWord(second, own)
  const near = word === null ? null : `${first} ${word}`
  // A group that takes a file itself: `import bill.csv`, where the file says what it is.
  if (second !== undefined && takesFile.has(first) && (near === null || isPath(second)))
    return { verb: first, asked: first, help, rest: rest(1) }
  if (near === null)
    throw new LedgerError('usage.which-command', {
      group: first,
      asked: second ?? null,
      choices: own,
    })
  throw new LedgerError('usage.unknown-command', { asked: [first, second].filter(Boolean).join(' '), near })
}

/** What help tells of though it is no command. */
export const helpTopics = ['flags', 'styles', 'tiers', 'money', 'days', 'due', 'import', 'formats']

function isTopic(word: string): boolean {
  return helpTopics.includes(word)
}

/** Reads the verb's words and flags: the global ones, and the raw input its schema will understand. */
export function parseCommandLine(
  verb: Verb,
  rest: readonly string[],
  world: World,
  config: Config,
): { flags: GlobalFlags; raw: Record<string, unknown> } {
  const command = declareCommand(verb, globalFlags)
  refuseDashes(rest, verb.name, command)
  refuseEaten(rest, verb, command)
  refuseTwice(rest, verb, command)
  try {
    command.parse(verb.dashWords ? afterDashes(rest, verb.dashWords, verb.options ?? []) : [...rest], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) throw wordsOfRefusal(error, verb.name, command)
    throw error
  }
  const options = command.opts<Record<string, unknown>>()
  const raw: Record<string, unknown> = { ...options }
  command.registeredArguments.forEach((argument, at) => {
    const value = command.processedArgs[at]
    if (value !== undefined) raw[argument.name()] = value
  })
  refuseSwapped(verb, raw)
  refuseBlank(verb, command, raw)
  const flags = globalsOf(options, world, config)
  refuseShop(options, config)
  refuseWrong(options, world.env, flags, verb)
  return { flags, raw }
}

/** Words that mean nothing when they are blank, and whom flags of a list are about: none would mean everybody. */
const neverBlank: ReadonlySet<string> = new Set(['what', 'text', 'code', 'from', 'to', 'file'])
const whomNever = ['tag', 'source', 'group', 'keeper', 'bought', 'where', 'to']

/** `message thanks --tag "$TAG"` where the script's TAG is not set must not go to everybody. */
function refuseBlank({ name }: Verb, command: Command, raw: Record<string, unknown>): void {
  const isBlank = (value: unknown) => typeof value === 'string' && value.trim() === ''
  for (const argument of command.registeredArguments) {
    const typed = [raw[argument.name()]].flat()
    if (argument.required && neverBlank.has(argument.name()) && typed.every(isBlank))
      throw new LedgerError('usage.missing-argument', { argument: argument.name(), command: name })
  }
  // Of one customer an empty value takes away what stands.
  if (name === 'add' || name === 'edit') return
  const options = command.opts<Record<string, unknown>>()
  const blank = whomNever.find((flag) => [options[flag]].flat().some(isBlank))
  if (blank !== undefined) throw new LedgerError('usage.missing-value', { option: `--${blank}`, command: name })
}

/** `buy 128 王芳`: a number for the customer, and no digit in the amount. */
function refuseSwapped({ name }: Verb, { customer, amount, what }: Record<string, unknown>): void {
  if (typeof customer !== 'string' || typeof amount !== 'string') return
  const last: unknown = Array.isArray(what) ? what.at(-1) : undefined
  // `buy 李明 金骏眉 200`: as one says it.
  if (typeof last === 'string' && !/\d/.test(amount) && /^[¥$€£]?\d[\d.,+*-]*[元块]?$/.test(last.normalize('NFKC')))
    throw new LedgerError('usage.amount-last', {
      command: name,
      customer,
      amount: last,
      item: [amount, ...(what as string[]).slice(0, -1)].join(' '),
    })
  if (/^[\d.,+]+$/.test(customer) && /^[^\d+-][^\d]*$/.test(amount))
    throw new LedgerError('usage.swapped', { command: name, customer: amount, amount: customer })
}

/** `--format --lang zh`: commander would take the next flag for the value that was forgotten. */
function refuseEaten(rest: readonly string[], verb: Verb, command: Command): void {
  const named = (word: string | undefined) => command.options.find((option) => option.long === word)
  for (const [at, word] of rest.entries()) {
    if (word === '--') return
    const option = named(word) ?? command.options.find(({ short }) => short === word)
    if (option?.required && named(rest[at + 1]))
      throw new LedgerError('usage.missing-value', { option: option.long ?? word, command: verb.name })
  }
}

/** A flag that takes one value and is given two: commander would go by the last without a word. */
function refuseTwice(rest: readonly string[], verb: Verb, command: Command): void {
  const several = new Set(
    (verb.options ?? []).filter((declared) => declared.endsWith('*')).map((declared) => /--[\w-]+/.exec(declared)?.[0]),
  )
  const seen = new Set<string>()
  for (let at = 0; at < rest.length && rest[at] !== '--'; at++) {
    const [word = '', value] = (rest[at] ?? '').split(/=(.*)/s)
    const option = command.options.find(({ long, short }) => word !== '' && (long === word || short === word))
    if (!option?.required || several.has(option.long ?? '')) continue
    if (seen.has(option.long ?? ''))
      throw new LedgerError('usage.flag-twice', { option: option.long ?? word, command: verb.name })
    seen.add(option.long ?? '')
    if (value === undefined) at++
  }
}

/**
 * `tag 12 -vip`: words that begin with one dash may be values; long flags and the short ones of every command stay
 * flags.
 */
function afterDashes(rest: readonly string[], dashWords: RegExp, options: readonly string[]): string[] {
  const own = new Set(
    options.filter((declared) => declared.includes('<')).flatMap((declared) => declared.split(/[ ,]+/)),
  )
  const isWord = (word: string) =>
    !word.startsWith('-') || word === '-' || (dashWords.test(word) && !shortFlags.has(word))
  const flags: string[] = []
  const words: string[] = []
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] ?? ''
    if (word === '--') {
      words.push(...rest.slice(at + 1))
      break
    }
    if (isWord(word)) words.push(word)
    else {
      flags.push(word)
      if (takeValue.has(word) || own.has(word)) flags.push(rest[++at] ?? '')
    }
  }
  return [...flags, '--', ...words]
}

/**
 * The flags of every command, from a line that may be wrong in all else: the same commander reads them, and passes over
 * what it does not know.
 * What stands for a format or a language and is none is left to the reading proper to refuse.
 */
export function flagsAnyhow(argv: readonly string[], world: World, config: Config): GlobalFlags {
  const command = new Command().exitOverride().helpOption(false).allowUnknownOption().allowExcessArguments()
  command.configureOutput({ writeOut: () => {}, writeErr: () => {} })
  for (const declared of globalFlags) command.addOption(optionOf(declared))
  try {
    command.parse([...argv], { from: 'user' })
  } catch {
    // A flag without its value: those before it count.
  }
  return globalsOf(command.opts(), world, config)
}

function globalsOf(options: Record<string, unknown>, { env, folders, user }: World, config: Config): GlobalFlags {
  const text = (name: string) => (typeof options[name] === 'string' ? (options[name] as string) : null)
  const shop = text('shop')
  const asked = text('db') ?? (shop === null ? null : ledgerOfShop(config, shop))
  const [db, dbFrom] = first(asked, env['REGULARS_DB'], config.db) ?? [null, 'default' as const]
  const [by, byFrom] = first(text('as'), env['REGULARS_USER'], config.user) ?? [user, 'system' as const]
  const spoken = (name: string | null | undefined) => (name ? languageNamed(name) : null)
  const lang = first(spoken(text('lang')), spoken(env['REGULARS_LANG']), spoken(config.lang))
  return {
    db: ledgerPath(db, folders),
    shop,
    dbAsked: asked,
    dbTyped: text('db'),
    format: (options['json'] ? 'json' : (text('format') ?? 'table')) as Format,
    columns:
      text('columns')
        ?.split(',')
        .map((name) => name.trim()) ?? null,
    header: options['header'] !== false,
    ids: options['ids'] === true,
    color: options['color'] !== false && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    input: options['input'] !== false,
    yes: options['yes'] === true,
    quiet: options['quiet'] === true,
    dryRun: options['dryRun'] === true,
    mask: options['mask'] === true,
    by,
    today: text('today') ?? (env['REGULARS_TODAY'] || null),
    lang: lang?.[0] ?? null,
    langTyped: lang !== null && lang[1] !== 'config',
    origins: { db: dbFrom, by: byFrom, lang: lang?.[1] ?? null },
  }
}

/** What the command line says goes before what the environment says, and that before the config; nothing: null. */
function first<Value extends string>(
  typed: Value | null,
  environment: Value | null | undefined,
  config: Value | null | undefined,
): [Value, 'flag' | 'environment' | 'config'] | null {
  if (typed !== null) return [typed, 'flag']
  if (environment) return [environment, 'environment']
  return config ? [config, 'config'] : null
}

/**
 * The file that is meant: what a link leads to, so that its log and copies are looked for where it lies. Empty where
 * there is no home to look in.
 */
function ledgerPath(asked: string | null, { data }: World['folders']): string {
  return asked === null && data === '' ? '' : linkedFile(asked?.trim() ?? `${data}/shop.db`)
}

/** Refuses a shop nobody named in the config: an unknown one must not open the usual ledger. */
function refuseShop({ db, shop }: Record<string, unknown>, config: Config): void {
  if (typeof shop !== 'string') return
  if (db !== undefined) throw new LedgerError('usage.conflict', { first: '--shop', second: '--db' })
  if (ledgerOfShop(config, shop) !== null) return
  const shops = Object.keys(config.shops ?? {})
  throw new LedgerError('usage.unknown-shop', { asked: shop, near: nearestWord(shop, shops), shops })
}

/** Refuses what stands for a ledger, a format or a language and is none. */
function refuseWrong(
  options: Record<string, unknown>,
  env: World['env'],
  { format, db: path }: GlobalFlags,
  { name, formats = usualFormats }: Verb,
): void {
  const { db } = options
  if (options['json'] && options['format'] !== undefined && options['format'] !== 'json')
    throw new LedgerError('usage.conflict', { first: '--json', second: `--format ${options['format']}` })
  for (const [option, value] of [
    ['--db', db],
    ['--as', options['as']],
    ['--columns', options['columns']],
  ] as const)
    if (typeof value === 'string' && value.trim() === '')
      throw new LedgerError('usage.missing-value', { option, command: name })
  if (isServerAddress(path)) readAddress(path)
  else refuseAddress(path)
  if ((options['json'] || options['format'] !== undefined) && !formats.includes(format))
    throw new LedgerError('usage.bad-choice', { asked: format, what: 'format', choices: formats })
  const { lang } = options
  if (typeof lang === 'string' && languageNamed(lang) === null) refuseLanguage(lang)
  // As a wrong REGULARS_TODAY is refused: what is asked for is done or said, wherever it was asked.
  const inherited = env['REGULARS_LANG']
  if (inherited && languageNamed(inherited) === null) refuseLanguage(`REGULARS_LANG=${inherited}`)
}

function refuseLanguage(asked: string): never {
  throw new LedgerError('usage.bad-choice', { asked, what: 'language', choices: languages })
}
