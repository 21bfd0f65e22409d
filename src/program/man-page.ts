import { globalFlags } from '../cli/flags.ts'
import type { Verb } from '../cli/verb.ts'
import type { CommandHelp } from '../locales/command-help.ts'
import type { Words } from '../locales/en.ts'
import type { ManWords } from '../locales/man-words.ts'
import { usageOf } from './help.ts'
import { helpTopics } from './parse.ts'
import { tree } from './tree.ts'

/** The manual of the program as troff (`man -l`), made of the tree of verbs and what help says of each. */
export async function manPage(words: Words, man: ManWords, version: string): Promise<string> {
  const { help } = words
  const lines = [
    `.TH ${man.title.toUpperCase()} 1 "" "regulars ${version}"`,
    // Ragged, and no word divided: of Chinese troff knows neither.
    '.ad l',
    '.nh',
    ...section(man.name, `${man.title} \\- ${text(man.inShort)}`),
    ...section(man.synopsis, '.B regulars', `.I ${text(man.command)}`, text(man.words)),
    ...section(man.description, text(help.tagline), '.PP', text(man.about)),
  ]
  lines.push(...heading('SH', man.commands))
  for (const [group, verbs] of Object.entries(tree)) {
    lines.push(...heading('SS', help.groups[group] ?? group))
    for (const [name, load] of Object.entries(verbs)) {
      const said = help.commands[name]
      if (said) lines.push(...command((await load()).verb, said, words))
    }
  }
  lines.push(...heading('SH', help.headings.globalFlags), ...globalFlags.flatMap((flag) => flagLines(flag, {}, words)))
  for (const topic of helpTopics.filter((one) => one !== 'flags')) {
    const { does, lines: told } = help.topics[topic] ?? { does: '', lines: [] }
    lines.push(...heading('SH', `${man.topic} ${topic}`), text(does), ...lineByLine(told))
  }
  for (const [title, pairs] of man.tables) lines.push(...heading('SH', title), ...pairs.flatMap(termLines))
  return `${lines.join('\n')}\n`
}

function command(verb: Verb, said: CommandHelp, words: Words): string[] {
  const { headings } = words.help
  return [
    '.TP',
    `.B ${text(usageOf(verb, words))}`,
    text(said.does),
    ...(said.more
      ? ['.IP', ...said.more.split('\n').flatMap((line, at) => [...(at > 0 ? ['.br'] : []), text(line)])]
      : []),
    ...(verb.options?.length
      ? ['.RS', ...verb.options.flatMap((flag) => flagLines(flag, said.flags ?? {}, words)), '.RE']
      : []),
    '.RS',
    '.PP',
    `${text(headings.examples)}:`,
    ...asItStands(said.examples),
    '.RE',
  ]
}

function flagLines(declared: string, own: Readonly<Record<string, string>>, { help }: Words): string[] {
  const long = /--[\w-]+/.exec(declared)?.[0] ?? declared
  return termLines([declared.replace(/\*$/, ''), own[long] ?? help.flags[long] ?? ''])
}

const termLines = ([term, meaning]: readonly [string, string]) => ['.TP', `.B ${text(term)}`, text(meaning)]
const heading = (macro: 'SH' | 'SS', title: string) => [`.${macro} ${text(title)}`]
const section = (title: string, ...lines: readonly string[]) => [...heading('SH', title), ...lines]
const asItStands = (lines: readonly string[]) => ['.PP', '.nf', ...lines.map((line) => text(line)), '.fi']

/** A line of its own each, broken where it is longer than the page is wide. */
const lineByLine = (lines: readonly string[]) => [
  '.PP',
  ...lines.flatMap((line, at) => [
    ...(at > 0 ? ['.br'] : []),
    text(line).replace(/^ +/, (blanks) => '\\ '.repeat(blanks.length)),
  ]),
]

/**
 * A text as troff takes it: backslashes are its own, and so is a dot or an apostrophe that begins a line. Chinese
 * may be broken after each character, if no stop follows.
 */
function text(said: string): string {
  return said
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/, '\\&')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[，。；：、！？）”](?=[^\s，。；：、！？）”])|\p{Script=Han}(?=[\p{Script=Han}（“])/gu, '$&\\:')
}
