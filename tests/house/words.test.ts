import { expect, test } from 'vitest'
import { globalFlags } from '../../src/cli/flags.ts'
import { rules } from '../../src/ledger/reason/rules.ts'
import { meaning, type Vocabulary, vocabulary } from '../../src/ledger/vocabulary.ts'
import { changeSaid } from '../../src/locales/change-said.ts'
import { en, type Words } from '../../src/locales/en.ts'
import { zh } from '../../src/locales/zh.ts'
import { helpText } from '../../src/program/help.ts'
import { parseCommandLine, wordsOf } from '../../src/program/parse.ts'
import { verbs } from '../../src/program/tree.ts'
import { split } from '../shop.ts'

const languages: readonly [string, Words][] = [
  ['en', en],
  ['zh', zh],
]
const longName = (flag: string) => /--[\w-]+/.exec(flag)?.[0] ?? flag

test.each(languages)(
  '%s: every command says what it does, with examples that parse, and every flag has its sentence',
  async (_, words) => {
    const missing: string[] = []
    for (const [name, load] of Object.entries(verbs)) {
      const { verb } = await load()
      expect(verb.name).toBe(name)
      const said = words.help.commands[name]
      if (!said?.does) missing.push(`${name}: does`)
      if (!said?.examples.length) missing.push(`${name}: examples`)
      for (const flag of verb.options ?? [])
        if (!(said?.flags?.[longName(flag)] ?? words.help.flags[longName(flag)]))
          missing.push(`${name} ${longName(flag)}`)
      for (const flag of Object.keys(said?.flags ?? {}))
        if (!(await kin(name)).includes(flag)) missing.push(`${name} has no ${flag}`)
      for (const example of said?.examples ?? []) missing.push(...(await unreadable(name, example)))
    }
    for (const flag of globalFlags) if (!words.help.flags[longName(flag)]) missing.push(longName(flag))
    const known = new Set(Object.keys(verbs))
    missing.push(
      ...Object.keys(words.help.commands)
        .filter((name) => !known.has(name))
        .map((name) => `help of ${name}, which is no command`),
    )
    expect(missing).toEqual([])
  },
)

/** The flags of a command and of those of its group, which may share their sentences. */
async function kin(name: string): Promise<string[]> {
  const loads = Object.entries(verbs).filter(([other]) => other.split(' ')[0] === name.split(' ')[0])
  return (await Promise.all(loads.map(([, load]) => load())))
    .flatMap(({ verb }) => (verb.options ?? []).map(longName))
    .concat(globalFlags.map(longName))
}

/** Why an example of help cannot be read, if it cannot: each `regulars …` in it is parsed as if typed. */
async function unreadable(name: string, example: string): Promise<string[]> {
  const lines = example
    .split(/\s+(?:&&|\|\||\|)\s+|;\s*/)
    .map((part) => part.trim())
    .filter((part) => part.startsWith('regulars'))
  if (lines.length === 0) return [`${name}: ${example}`]
  const wrong: string[] = []
  for (const line of lines) {
    const typed = split(line.replace(/\s+[<>]+\s*\S+/g, '').replace(/\s{2,}.*$/, '')).slice(1)
    try {
      const { verb: found, rest } = wordsOf(typed)
      const verb = found === null ? null : (await verbs[found]?.())?.verb
      if (verb)
        parseCommandLine(verb, rest, { env: {}, folders: { data: '/data' }, user: 'me' } as never, {
          shops: { north: 'north.db', 北店: 'north.db' },
        })
      else if (typed.length > 0 && typed[0] !== 'help') wrong.push(`${name}: ${line}`)
    } catch (error) {
      wrong.push(`${name}: ${line}: ${error}`)
    }
  }
  return wrong
}

test.each(languages)('%s: a command is in its own examples', (_, words) => {
  const strangers = Object.entries(words.help.commands).filter(
    ([name, { examples }]) => !examples.some((example) => example.includes(`regulars ${name.split(' ')[0]}`)),
  )
  expect(strangers.map(([name]) => name)).toEqual([])
})

test('both languages have words for the same things, and none is left untranslated', () => {
  expect(shape(zh)).toEqual(shape(en))
  expect(Object.keys(zh.help.commands).sort()).toEqual(Object.keys(en.help.commands).sort())
  const chinese = Object.entries(zh.help.commands).filter(([, { does }]) => !/\p{Script=Han}/u.test(does))
  expect(chinese.map(([name]) => name)).toEqual([])
  const english = Object.entries(en.help.commands).filter(([, { does }]) => /\p{Script=Han}/u.test(does))
  expect(english.map(([name]) => name)).toEqual([])
})

/** The paths of all words, but of open records, which each language fills as it needs. */
function shape(words: unknown, path = ''): string[] {
  if (typeof words !== 'object' || words === null) return [path]
  if (/^\.(columns|terms\.argument|help\.(commands|flags|start))$/.test(path) || Array.isArray(words)) return [path]
  return Object.entries(words)
    .flatMap(([key, value]) => shape(value, `${path}.${key}`))
    .sort()
}

test('what the Chinese interface shows, it also reads', () => {
  const unread: string[] = []
  for (const kind of Object.keys(vocabulary) as (keyof Vocabulary)[]) {
    for (const word of Object.keys(vocabulary[kind])) {
      for (const words of [en, zh]) {
        const shown = (words.terms as unknown as Record<string, Record<string, string> | undefined>)[kind]?.[word]
        if (shown === undefined) unread.push(`${kind} ${word} has no word`)
        else if (words === zh && meaning(kind, shown) !== word) unread.push(`${kind} ${word}: ${shown}`)
      }
      expect(meaning(kind, word.toUpperCase())).toBe(word)
    }
  }
  expect(unread).toEqual([])
})

test('the log has words for every command that changes the ledger', async () => {
  const changing = [
    'classify',
    ...(await Promise.all(
      Object.entries(verbs).map(async ([name, load]) => ((await load()).verb.book === 'read' ? '' : name)),
    )),
  ]
  const unlogged = [
    // Its changes are those of done, snooze, note and buy.
    'round',
    'backup',
    'restore',
    'doctor',
    'config list',
    'config get',
    'config set',
    'config unset',
    'schedule',
    'completion',
    'import',
    'import formats',
    'ledgers',
  ]
  const voice = { money: (amount: string) => amount }
  const wordless = changing.filter(
    (command) =>
      command !== '' &&
      !unlogged.includes(command) &&
      changeSaid({ command, facts: {}, who: [], group: null }, zh.changes, voice) === command,
  )
  expect(wordless).toEqual([])
})

test('every reason can be typed and is named, in both languages', () => {
  const known = { typed: vocabulary.reason, en: en.terms.reason, zh: zh.terms.reason } as const
  const missing = Object.entries(known).flatMap(([where, words]) =>
    rules.filter(({ reason }) => !(reason in words)).map(({ reason }) => `${where}: ${reason}`),
  )
  expect(missing).toEqual([])
})

test('every column of every screen and every word to be filled in has a Chinese name', async () => {
  const named = (names: Readonly<Record<string, string>>, name: string) => names[name] !== undefined
  const missing: string[] = []
  for (const [command, load] of Object.entries(verbs)) {
    const { verb } = await load()
    for (const column of Object.keys(verb.screen?.columns ?? {}))
      if (!named(zh.columns, column)) missing.push(`${command}: ${column}`)
    for (const [, argument = ''] of (verb.args ?? '').matchAll(/[<[]([\w-]+)/g))
      if (!named(zh.terms.argument, argument)) missing.push(`${command}: <${argument}>`)
    for (const option of verb.options ?? [])
      for (const [, value = ''] of option.matchAll(/[<[]([\w-]+)/g))
        if (!named(zh.terms.argument, value) && !['package', '1-5'].includes(value))
          missing.push(`${command}: ${option}`)
  }
  expect(missing).toEqual([])
  for (const [text, name] of [
    ['buy', '用法\n  regulars buy 客户 [金额] [物品…]\n'],
    ['complaint open', 'regulars complaint open 客户 什么事…\n'],
    ['edit', '--birthday <生日>'],
  ] as const)
    expect(await helpText(text, zh, 80)).toContain(name)
  expect(await helpText('buy', en, 80)).toContain('regulars buy CUSTOMER [AMOUNT] [WHAT…]')
})
