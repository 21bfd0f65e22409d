import { globalFlags } from '../cli/flags.ts'
import type { Verb } from '../cli/verb.ts'
import type { HelpTopic } from '../locales/command-help.ts'
import type { Words } from '../locales/en.ts'
import { continued, padEnd, widthOf, wrap } from '../terminal/width.ts'
import { tree, verbs } from './tree.ts'

/** Help of everything, of a group (`policy`) or of one command: examples first. */
export async function helpText(asked: string | null, words: Words, width: number): Promise<string> {
  const lines = asked === null ? overview(words, width) : await helpOn(asked, words, width)
  return lines.map((line) => `${line}\n`).join('')
}

async function helpOn(asked: string, words: Words, width: number): Promise<string[]> {
  const topic = Object.hasOwn(words.help.topics, asked) ? words.help.topics[asked] : undefined
  if (topic && !isCommand(asked)) return topicHelp(asked, topic, words, width)
  if (topic) return [...(await commandOrGroup(asked, words, width)), '', ...topicHelp(asked, topic, words, width)]
  return commandOrGroup(asked, words, width)
}

const isCommand = (asked: string) => Object.keys(verbs).some((name) => name === asked || name.startsWith(`${asked} `))

async function commandOrGroup(asked: string, words: Words, width: number): Promise<string[]> {
  const isGroup = Object.keys(verbs).some((name) => name.startsWith(`${asked} `))
  if (!isGroup) return commandHelp(asked, words, width)
  return Object.hasOwn(verbs, asked)
    ? [...groupHelp(asked, words, width), '', ...(await ownHelp(asked, words, width))]
    : groupHelp(asked, words, width)
}

/** What a group does when it is a verb itself: `report --html FILE`. */
async function ownHelp(name: string, words: Words, width: number): Promise<string[]> {
  const { help } = words
  const { verb } = (await verbs[name]?.()) ?? {}
  const said = help.commands[name]
  if (!verb || !said) return []
  const flags = flagLines(verb.options ?? [], said.flags ?? {}, words, width)
  return [help.headings.examples, ...said.examples.map((example) => `  ${example}`), '', help.headings.flags, ...flags]
}

function overview(words: Words, width: number): string[] {
  const { help } = words
  const groups = Object.entries(tree)
    .filter(([, group]) => Object.keys(group).length > 0)
    .flatMap(([name, group]) => ['', help.groups[name] ?? name, ...columns(briefly(Object.keys(group), words), width)])
  return [
    ...wrap(help.tagline, width),
    '',
    help.headings.start,
    ...help.start.map((line) => `  ${line}`),
    ...groups,
    '',
    help.flagsOn,
    ...wrap(help.topicsOn(Object.keys(help.topics).join(words.marks.items)), width),
    help.moreOn,
  ]
}

/** A line each; verbs of a family (`policy show`, `policy set`) share one. */
function briefly(names: readonly string[], words: Words): (readonly [string, string])[] {
  const { commands, families } = words.help
  const heads = new Set(names.map((name) => name.split(' ')[0] ?? name))
  return [...heads].map((head) => {
    const members = names.filter((name) => name.startsWith(`${head} `)).map((name) => name.slice(head.length + 1))
    return [
      head,
      members.length > 0 ? (families[head]?.(members) ?? members.join(', ')) : brief(commands[head]?.does ?? ''),
    ]
  })
}

/** What a command does, up to its first stop. */
function brief(does: string): string {
  return /^.*?(?=[.:;。：；]( |$)|[。：；])/.exec(does)?.[0] ?? does
}

function groupHelp(group: string, words: Words, width: number): string[] {
  return listed(
    Object.keys(verbs).filter((name) => name === group || name.startsWith(`${group} `)),
    words,
    width,
  ).concat(['', words.help.moreOn])
}

function listed(names: readonly string[], words: Words, width: number): string[] {
  return columns(
    names.map((name) => [name, words.help.commands[name]?.does ?? '']),
    width,
  )
}

async function commandHelp(name: string, words: Words, width: number): Promise<string[]> {
  const { help } = words
  const { verb } = (await verbs[name]?.()) ?? {}
  const said = help.commands[name]
  if (!verb || !said) return []
  return [
    ...wrap(said.does, width),
    '',
    help.headings.examples,
    ...said.examples.map((example) => `  ${example}`),
    '',
    help.headings.usage,
    `  ${usageOf(verb, words)}`,
    ...(verb.options?.length
      ? ['', help.headings.flags, ...flagLines(verb.options, said.flags ?? {}, words, width)]
      : []),
    ...(said.more
      ? ['', help.headings.more, ...said.more.split('\n').flatMap((line) => wrap(`  ${line}`, width, '  '))]
      : []),
    ...(verb.formats
      ? ['', ...flagLines(['--format <format>'], { '--format': verb.formats.join(', ') }, words, width)]
      : []),
    '',
    help.flagsOn,
  ]
}

/** Something that is no command: the flags of all, how to speak with whom, how days are typed. */
function topicHelp(asked: string, { does, lines }: HelpTopic, words: Words, width: number): string[] {
  // What stands apart by wide gaps is broken there, not within.
  const said = lines.flatMap((line) =>
    / {3}/.test(line.trim()) ? continued(line, width) : wrap(line, width, `${/^ */.exec(line)?.[0] ?? ''}  `),
  )
  return [...continued(does, width), '', ...(asked === 'flags' ? flagLines(globalFlags, {}, words, width) : said)]
}

function flagLines(
  declared: readonly string[],
  own: Readonly<Record<string, string>>,
  words: Words,
  width: number,
): string[] {
  return columns(
    declared.map((flag) => {
      const long = /--[\w-]+/.exec(flag)?.[0] ?? flag
      const shown = flag
        .replace(/\*$/, '')
        .replace(/(?<=[<[=])[\w-]+/g, (argument) => inLanguage(argument, words, 'flag'))
      return [shown.startsWith('--') ? `    ${shown}` : shown, own[long] ?? words.help.flags[long] ?? '']
    }),
    width,
  )
}

/** Two columns, the right one wrapped under itself. */
function columns(pairs: readonly (readonly [string, string] | readonly string[])[], width: number): string[] {
  const left = Math.min(30, Math.max(0, ...pairs.map(([head = '']) => widthOf(head))))
  return pairs.flatMap(([head = '', text = '']) => {
    const [first = '', ...rest] = wrap(text, Math.max(20, width - left - 4))
    return [`  ${padEnd(head, left)}  ${first}`.trimEnd(), ...rest.map((line) => `  ${' '.repeat(left)}  ${line}`)]
  })
}

/**
 * A command line as it is typed, what is to be filled in in capitals, or in Chinese: `regulars buy CUSTOMER [AMOUNT]
 * [WHAT…]`.
 */
export function usageOf({ name, args }: Pick<Verb, 'name' | 'args'>, words: Words): string {
  const filled = (args ?? '')
    .replace(
      /[<[]([\w-]+)/g,
      (whole, argument: string) => `${whole[0]}${inLanguage(argument, words, name).toUpperCase()}`,
    )
    .replace(/<([^>]+)>/g, '$1')
    .replaceAll('...', '…')
  return `regulars ${name} ${filled}`.trimEnd()
}

/** What a word or a flag is to be filled in with: English has the names of the arguments themselves. */
function inLanguage(argument: string, { terms }: Words, command: string): string {
  return terms.language === 'en'
    ? argument
    : (terms.argument[`${command} ${argument}`] ?? terms.argument[argument] ?? argument)
}
