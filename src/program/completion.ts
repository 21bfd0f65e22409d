import type { Shell } from '../cli/context.ts'
import { globalFlags } from '../cli/flags.ts'
import type { Words } from '../locales/en.ts'
import { verbs } from './tree.ts'

interface Flag {
  readonly long: string
  readonly takesValue: boolean
  readonly does: string
}
interface Verb {
  readonly name: string
  readonly does: string
  readonly flags: readonly Flag[]
}

/** Flags whose value is one of a few words, the same in every command. */
const choices: Readonly<Record<string, string>> = {
  '--format': 'table json jsonl csv tsv md',
  '--lang': 'en zh',
  '--tier': 'A B C D',
}

/** A script that completes commands and flags in a shell; it is made from the tree and knows no ledger. */
export async function completionScript(shell: Shell, words: Words): Promise<string> {
  const global = globalFlags.map((flag) => described(flag, {}, words))
  const all = await Promise.all(
    Object.entries(verbs).map(async ([name, load]): Promise<Verb> => {
      const said = words.help.commands[name]
      return {
        name,
        does: said?.does ?? '',
        flags: ((await load()).verb.options ?? []).map((flag) => described(flag, said?.flags ?? {}, words)),
      }
    }),
  )
  return { bash, zsh, fish }[shell](all, global)
}

function described(declared: string, own: Readonly<Record<string, string>>, words: Words): Flag {
  const long = /--[\w-]+/.exec(declared)?.[0] ?? declared
  return { long, takesValue: /[<[]/.test(declared), does: own[long] ?? words.help.flags[long] ?? '' }
}

/** First words, and for each group the words that follow it. */
function groupsOf(all: readonly Verb[]): { first: string[]; second: Map<string, string[]> } {
  const second = new Map<string, string[]>()
  for (const { name } of all) {
    const [group = '', word] = name.split(' ')
    if (word) second.set(group, [...(second.get(group) ?? []), word])
  }
  return { first: [...new Set(all.map(({ name }) => name.split(' ')[0] ?? ''))], second }
}

function bash(all: readonly Verb[], global: readonly Flag[]): string {
  const { first, second } = groupsOf(all)
  const flags = (list: readonly Flag[]) => list.map(({ long }) => long).join(' ')
  return `# regulars, for bash:  regulars completion bash > ~/.local/share/bash-completion/completions/regulars
_regulars() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} verb=\${COMP_WORDS[1]} second=\${COMP_WORDS[2]} offered=
  COMPREPLY=()
  case $before in
${Object.entries(choices)
  .map(([flag, values]) => `    ${flag}) COMPREPLY=($(compgen -W '${values}' -- "$word")); return ;;`)
  .join('\n')}
    --db|--out|--html|--rejects) COMPREPLY=($(compgen -f -- "$word")); return ;;
  esac
  if [[ $COMP_CWORD -eq 1 ]]; then offered='${[...first, 'help'].join(' ')}'
  else
    case $verb in
${[...second].map(([group, seconds]) => `      ${group}) if [[ $COMP_CWORD -eq 2 && $word != -* ]]; then COMPREPLY=($(compgen -W '${seconds.join(' ')}' -- "$word")); return; fi; [[ $second != -* ]] && verb="$verb $second" ;;`).join('\n')}
      help) COMPREPLY=($(compgen -W '${first.join(' ')}' -- "$word")); return ;;
      backup|restore) [[ $word != -* ]] && { COMPREPLY=($(compgen -f -- "$word")); return; } ;;
      import) [[ $word != -* ]] && { COMPREPLY=($(compgen -f -- "$word")); return; } ;;
    esac
    if [[ $verb == import* && $word != -* ]]; then COMPREPLY=($(compgen -f -- "$word")); return; fi
    if [[ $word == -* ]]; then
      case $verb in
${all
  .filter((one) => one.flags.length > 0)
  .map((one) => `        '${one.name}') offered='${flags(one.flags)}' ;;`)
  .join('\n')}
      esac
      offered="$offered ${flags(global)}"
    fi
  fi
  COMPREPLY=($(compgen -W "$offered" -- "$word"))
}
complete -o filenames -o bashdefault -F _regulars regulars
`
}

const zshQuote = (text: string) => text.replace(/[\\'[\]:$`"]/g, (mark) => (mark === "'" ? "'\\''" : `\\${mark}`))

function zsh(all: readonly Verb[], global: readonly Flag[]): string {
  const { first, second } = groupsOf(all)
  const does = (name: string) => all.find((verb) => verb.name === name)?.does ?? ''
  const listed = (names: readonly string[], prefix = '') =>
    names.map((name) => `'${name}:${zshQuote(does(prefix + name))}'`).join(' ')
  const flag = ({ long, takesValue, does }: Flag) =>
    `'*${long}${takesValue ? '=' : ''}[${zshQuote(does)}]${takesValue ? `:value:${choices[long] ? `(${choices[long]})` : '_files'}` : ''}'`
  return `#compdef regulars
# regulars, for zsh:  regulars completion zsh > "\${fpath[1]}/_regulars"
_regulars() {
  local verb=\${words[2]} second=\${words[3]}
  if (( CURRENT == 2 )); then
    local -a commands=(${listed([...first, 'help'])})
    _describe command commands
    return
  fi
  case $verb in
${[...second].map(([group, seconds]) => `    ${group}) if [[ CURRENT -eq 3 && $second != -* ]]; then local -a seconds=(${listed(seconds, `${group} `)}); _describe command seconds; return; fi; [[ $second != -* ]] && verb="$verb $second" ;;`).join('\n')}
  esac
  local -a flags=(${global.map(flag).join(' ')})
  case $verb in
${all
  .filter((one) => one.flags.length > 0)
  .map((one) => `    '${one.name}') flags+=(${one.flags.map(flag).join(' ')}) ;;`)
  .join('\n')}
  esac
  _arguments -S $flags '*:file:_files'
}
_regulars "$@"
`
}

const fishQuote = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`

function fish(all: readonly Verb[], global: readonly Flag[]): string {
  const { first, second } = groupsOf(all)
  const flag = (when: string, { long, takesValue, does }: Flag) =>
    `complete -c regulars${when} -l ${long.slice(2)}${takesValue ? ` -r${choices[long] ? ` -f -a ${fishQuote(choices[long])}` : ''}` : ''} -d ${fishQuote(does)}`
  const seen = (name: string) =>
    ` -n ${fishQuote(
      name
        .split(' ')
        .map((word) => `__fish_seen_subcommand_from ${word}`)
        .join('; and '),
    )}`
  return [
    '# regulars, for fish:  regulars completion fish > ~/.config/fish/completions/regulars.fish',
    ...first.map(
      (name) =>
        `complete -c regulars -n __fish_use_subcommand -a ${name} -d ${fishQuote(all.find((verb) => verb.name === name)?.does ?? '')}`,
    ),
    ...[...second].flatMap(([group, words]) =>
      words.map(
        (word) =>
          `complete -c regulars -n ${fishQuote(`__fish_seen_subcommand_from ${group}; and not __fish_seen_subcommand_from ${words.join(' ')}`)} -a ${word} -d ${fishQuote(all.find((verb) => verb.name === `${group} ${word}`)?.does ?? '')}`,
      ),
    ),
    ...global.map((one) => flag('', one)),
    ...all.flatMap((verb) => verb.flags.map((one) => flag(seen(verb.name), one))),
    '',
  ].join('\n')
}
