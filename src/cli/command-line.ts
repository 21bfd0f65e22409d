import { Command, type CommanderError, Option } from 'commander'
import { LedgerError } from '../ledger/errors.ts'
import { nearestWord } from '../ledger/nearest-word.ts'
import { dashesBefore, flagMeant } from './dashes.ts'
import type { Verb } from './verb.ts'

/** A command of commander's for a verb: its words, its flags and others. */
export function declareCommand(verb: Pick<Verb, 'name' | 'args' | 'options'>, others: readonly string[]): Command {
  const command = new Command(verb.name)
  command
    .exitOverride()
    .configureOutput({ writeOut: () => {}, writeErr: () => {} })
    .helpOption(false)
    .allowExcessArguments(false)
  for (const declared of [...(verb.options ?? []), ...others]) command.addOption(optionOf(declared))
  if (verb.args) command.arguments(verb.args)
  return command
}

/** `--tag <tag>*` may be given several times; `--no-consent <channel>` takes a value, so it is no negation. */
export function optionOf(declared: string): Option {
  const several = declared.endsWith('*')
  const option = new Option(several ? declared.slice(0, -1) : declared)
  if (several) option.argParser((value: string, sofar: string[] | undefined) => [...(sofar ?? []), value])
  if (option.negate && option.required) {
    option.negate = false
    option.attributeName = () =>
      (option.long ?? '').slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  }
  return option
}

/** What commander refuses, as the ledger's own errors. */
export function wordsOfRefusal(error: CommanderError, name: string, command: Command): LedgerError {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  if (error.code === 'commander.unknownOption') {
    const known = command.options.map((option) => option.long ?? '')
    return new LedgerError('usage.unknown-option', { asked: quoted, near: nearestWord(quoted, known), command: name })
  }
  if (error.code === 'commander.missingArgument') {
    if (quoted.startsWith('customer')) return new LedgerError('usage.hash', { command: name })
    return new LedgerError('usage.missing-argument', { argument: quoted, command: name })
  }
  if (error.code === 'commander.optionMissingArgument') {
    return new LedgerError('usage.missing-value', { option: /--[\w-]+/.exec(quoted)?.[0] ?? quoted, command: name })
  }
  return new LedgerError('usage.extra-argument', {
    extra: command.args[command.registeredArguments.length] ?? '',
    command: name,
  })
}

/**
 * `list —tier A`: a flag whose dash the keyboard made long would be taken for a word. Values of flags, and what no flag
 * is called, stay.
 */
export function refuseDashes(words: readonly string[], name: string, command: Command): void {
  for (const [at, word] of words.entries()) {
    if (word === '--') return
    if (word.startsWith('-') || dashesBefore(word) === '') continue
    const last = words[at - 1] ?? ''
    const before = command.options.find(({ long, short }) => long === last || short === last)
    const flag = before?.required
      ? null
      : flagMeant(
          word,
          command.options.map(({ flags }) => flags),
          false,
        )
    if (flag !== null) throw new LedgerError('usage.dash', { word, flag, command: name })
  }
}
