import { readConfig } from '../cli/config.ts'
import { shells } from '../cli/context.ts'
import { globalFlags } from '../cli/flags.ts'
import type { Verb } from '../cli/verb.ts'
import { customersBeginning, kindsInUse, wordsInUse } from '../ledger/audience/words-in-use.ts'
import type { Book } from '../ledger/book/book.ts'
import { languages, type Vocabulary, vocabulary } from '../ledger/vocabulary.ts'
import type { Words } from '../locales/en.ts'
import { cleanLine } from '../terminal/clean.ts'
import type { World } from '../world.ts'
import { helpTopics, takeValue } from './parse.ts'
import { verbs } from './tree.ts'

/** A word that may stand where the cursor is, and what it is. */
interface Offer {
  readonly word: string
  readonly does: string
  /** It stands for what was typed, though it does not begin with it: a name by its pinyin. */
  readonly anyhow?: boolean
}

/** The shell knows files itself. */
const files = 'files'

interface Asking {
  readonly words: Words
  readonly world: World
  /** The ledger, if there is one that can be read. */
  readonly book: () => Promise<Book | null>
}

/**
 * What a shell offers when Tab is pressed, a line each: the word, a tab, what it is. `:files` where a file is asked
 * for.
 * `typed` are the words behind the program's name, the last the one that is being typed.
 */
export async function completions(typed: readonly string[], asking: Asking): Promise<string[]> {
  const line = joined(typed)
  const current = unquoted(line.at(-1) ?? '')
  const { verb, flag, value, position } = await readLine(line.slice(0, -1))
  const [long, begun] = current.startsWith('--') && current.includes('=') ? current.split(/=(.*)/s, 2) : [flag, current]
  const offers = long
    ? await valuesOf(long, begun ?? '', verb, asking)
    : current.startsWith('-')
      ? flagsOf(verb, asking.words)
      : await wordsAt(verb, position, value, current, asking)
  if (offers === files) return [':files']
  return (
    offers
      .filter(({ word, anyhow }) => anyhow || word.startsWith(begun ?? ''))
      // A shell shows what it is offered as it is, and a name of two lines would be two offers.
      .filter(({ word }) => word === cleanLine(word))
      .map(
        ({ word, does }) =>
          `${long && long !== flag ? `${long}=` : ''}${word}\t${cleanLine(does).replace(/\s+/g, ' ')}`,
      )
  )
}

/** bash cuts `--tier=A` into three words. */
function joined(typed: readonly string[]): string[] {
  const line: string[] = []
  for (let at = 0; at < typed.length; at++) {
    const word = typed[at] ?? ''
    if (word === '=' && line.at(-1)?.startsWith('--')) line[line.length - 1] = `${line.at(-1)}=${typed[++at] ?? ''}`
    else line.push(word)
  }
  return line
}

const unquoted = (word: string) => word.replace(/^["']|["']$/g, '').replace(/\\(.)/g, '$1')

interface Line {
  /** The verb, once its words are whole; a group of verbs, or nothing, before. */
  readonly verb: Verb | null
  /** A flag that waits for its value. */
  readonly flag: string | null
  /** The words before the cursor that are no flags, the verb's own left out. */
  readonly value: readonly string[]
  readonly position: number
}

async function readLine(before: readonly string[]): Promise<Line> {
  const plain: string[] = []
  let verb: Verb | null = null
  let flag: string | null = null
  for (const word of before) {
    if (flag !== null) flag = null
    else if (word.startsWith('-') && !word.includes('=')) flag = takesValue(word, verb) ? longName(word, verb) : null
    else if (!word.startsWith('-')) {
      plain.push(word)
      verb ??= await verbNamed(plain)
    }
  }
  const value = verb === null ? plain : plain.slice(verb.name.split(' ').length)
  return { verb, flag, value, position: value.length }
}

async function verbNamed(plain: readonly string[]): Promise<Verb | null> {
  const name = plain.slice(0, 2).join(' ')
  if (Object.keys(verbs).some((one) => one.startsWith(`${name} `))) return null
  return Object.hasOwn(verbs, name) ? ((await verbs[name]?.())?.verb ?? null) : null
}

const optionsOf = (verb: Verb | null) => [...(verb?.options ?? []), ...globalFlags]

function declaredAs(word: string, verb: Verb | null): string | undefined {
  return optionsOf(verb).find((declared) => declared.split(/[ ,]+/).includes(word))
}

function takesValue(word: string, verb: Verb | null): boolean {
  return takeValue.has(word) || /[<[]/.test(declaredAs(word, verb) ?? '')
}

const longName = (word: string, verb: Verb | null) => /--[\w-]+/.exec(declaredAs(word, verb) ?? '')?.[0] ?? word

function flagsOf(verb: Verb | null, { help }: Words): Offer[] {
  const said = verb === null ? undefined : help.commands[verb.name]
  return optionsOf(verb).map((declared) => {
    const word = /--[\w-]+/.exec(declared)?.[0] ?? declared
    return { word, does: said?.flags?.[word] ?? help.flags[word] ?? '' }
  })
}

/** Words of flags that are one of a vocabulary, by the flag's name or what its value is called. */
const vocabularies: Readonly<Record<string, keyof Vocabulary>> = {
  '--tier': 'tier',
  '--stage': 'stage',
  '--segment': 'segment',
  '--quadrant': 'quadrant',
  '--channel': 'channel',
  '--consent': 'channel',
  '--no-consent': 'channel',
  '--outcome': 'outcome',
  '--style': 'style',
  '--relation': 'relation',
  '--why': 'cause',
  '--about': 'reason',
}

const fixed: Readonly<Record<string, readonly string[]>> = {
  '--lang': languages,
  '--dates': ['dmy', 'mdy'],
  '--decimal': ['comma', 'point'],
  '--on-match': ['update', 'skip', 'reject'],
  '--unit': ['week', 'day'],
  '--compat': ['r'],
  '--by': ['month'],
  '--on': ['today', 'yesterday'],
}

const plainOffers = (words: readonly string[]): Offer[] => words.map((word) => ({ word, does: '' }))

async function valuesOf(
  flag: string,
  begun: string,
  verb: Verb | null,
  asking: Asking,
): Promise<readonly Offer[] | typeof files> {
  const asked = /<(.*?)>/.exec(declaredAs(flag, verb) ?? '')?.[1] ?? ''
  if (asked === 'file') return files
  if (asked === 'customer') return customersOffered(begun, asking)
  if (flag === '--shop') return plainOffers(Object.keys(readConfig(asking.world).shops ?? {}))
  if (flag === '--format') return plainOffers(verb?.formats ?? ['table', 'json', 'jsonl', 'csv', 'tsv', 'md'])
  if (flag === '--sort') return plainOffers((await import('../ledger/customer/list.ts')).sortKeys)
  if (flag === '--columns') return inList(Object.keys(verb?.screen?.columns ?? {}), begun)
  if (flag === '--reason' && verb?.options?.includes('--reason <reason>*'))
    return vocabularyOffered('reason', begun, asking)
  const kind = kindsInUse.find((one) => flag === `--${one}`) ?? (flag === '--bought' ? 'item' : undefined)
  if (kind) return usedOffered(kind, begun, asking)
  const known = vocabularies[flag]
  if (known) return vocabularyOffered(known, begun, asking)
  return plainOffers(fixed[flag] ?? [])
}

/** Values with commas: what stands before the last comma stays. */
function inList(words: readonly string[], begun: string): Offer[] {
  const before = begun.slice(0, begun.lastIndexOf(',') + 1)
  const given = new Set(before.split(','))
  return words
    .filter((word) => !given.has(word) && `${before}${word}`.startsWith(begun))
    .map((word) => ({ word: before + word, does: '' }))
}

function vocabularyOffered(kind: keyof Vocabulary, begun: string, { words }: Asking): Offer[] {
  const said = words.language === 'zh'
  const list = Object.entries<readonly string[]>(vocabulary[kind]).flatMap(([word, [chinese]]) =>
    said && chinese !== undefined ? [word, chinese] : [word],
  )
  return inList(list, begun)
}

async function usedOffered(kind: (typeof kindsInUse)[number], begun: string, { book }: Asking): Promise<Offer[]> {
  const opened = await book()
  return opened === null ? [] : plainOffers(await wordsInUse(opened, kind, begun))
}

async function customersOffered(begun: string, { book }: Asking): Promise<Offer[]> {
  const opened = await book()
  if (opened === null) return []
  const found = await customersBeginning(opened, begun)
  return found.map(({ id, name, phone }) => ({
    word: name,
    does: [`#${id}`, phone].filter(Boolean).join(' '),
    anyhow: true,
  }))
}

async function wordsAt(
  verb: Verb | null,
  position: number,
  plain: readonly string[],
  begun: string,
  asking: Asking,
): Promise<readonly Offer[] | typeof files> {
  if (verb === null) {
    const offers = verbsAt(plain, begun, asking.words)
    // A group that is a verb itself: `import bill.csv`.
    const itself = offers.length === 0 && plain.length === 1 ? await verbs[plain[0] ?? '']?.() : undefined
    return itself ? wordsAt(itself.verb, 0, [], begun, asking) : offers
  }
  const names = [...(verb.args ?? '').matchAll(/[<[]([\w-]+)(\.\.\.)?[>\]]/g)].map(([, name = '', more]) => ({
    name,
    more,
  }))
  const last = names.at(-1)
  const asked = names[position]?.name ?? (last?.more ? last.name : null)
  switch (asked) {
    case null:
      return []
    case 'file':
      return files
    case 'customer':
    case 'customers':
    case 'entry-or-customer':
      return customersOffered(begun, asking)
    case 'tier':
      return plainOffers(Object.keys(vocabulary.tier))
    case 'tags':
      return (await usedOffered('tag', begun.replace(/^[+-]/, ''), asking)).map(({ word, does }) => ({
        word: (/^[+-]/.exec(begun)?.[0] ?? '+') + word,
        does,
      }))
    case 'shell':
      return plainOffers(shells)
    case 'system':
      return plainOffers((await import('../screens/schedule.ts')).schedulers)
    case 'template':
      return plainOffers(Object.keys(asking.words.message.templates)).filter(({ word }) => word.startsWith(begun))
    case 'what':
      return usedOffered('item', begun, asking)
    case 'key':
      return keysOf(verb.name, begun)
    case 'name':
      return /^(group|event) /.test(verb.name)
        ? usedOffered(verb.name.startsWith('group') ? 'group' : 'event', begun, asking)
        : []
    default:
      return []
  }
}

async function keysOf(verb: string, begun: string): Promise<Offer[]> {
  const keys = verb.startsWith('policy')
    ? Object.keys((await import('../ledger/book/policy/keys.ts')).keys)
    : verb.startsWith('config')
      ? ['lang', 'db', 'user', 'shops.']
      : []
  return plainOffers(keys.filter((key) => key.startsWith(begun)))
}

/** First words, and behind a group the words that follow it; behind help both, and what help tells of besides. */
function verbsAt(plain: readonly string[], begun: string, { help }: Words): Offer[] {
  const [first, ...more] = plain[0] === 'help' ? plain.slice(1) : plain
  if (more.length > 0) return []
  const names = Object.keys(verbs)
  if (first !== undefined)
    return names
      .filter((name) => name.startsWith(`${first} ${begun}`))
      .map((name) => ({ word: name.slice(first.length + 1), does: help.commands[name]?.does ?? '' }))
  const heads = [...new Set(names.map((name) => name.split(' ')[0] ?? name))]
  const offers = heads.map((word) => ({ word, does: help.commands[word]?.does ?? '' }))
  const topics = plain[0] === 'help' ? plainOffers(helpTopics) : [{ word: 'help', does: '' }]
  return [...offers, ...topics].filter(({ word }) => word.startsWith(begun))
}
