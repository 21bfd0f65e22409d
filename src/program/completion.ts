import type { Shell } from '../cli/context.ts'

/**
 * Scripts that hand the words of a line to the program itself when Tab is pressed, and offer what it answers: it knows
 * its commands and flags, and the names, tags and groups of the ledger.
 */
export const completionScripts: Readonly<Record<Shell, string>> = {
  bash: `# regulars, for bash
_regulars() {
  local value said IFS=$'\\n'
  COMPREPLY=()
  while IFS=$'\\t' read -r value said; do
    if [[ $value == :files ]]; then
      compopt -o filenames 2>/dev/null
      COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"))
      return
    fi
    [[ $value == *[$' \\t"\\'\\\\()<>|&;*?$\`!~#{}']* ]] && value=$(printf %q "$value")
    COMPREPLY+=("$value")
  done < <("\${COMP_WORDS[0]}" __complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  [[ \${COMPREPLY[0]} == *. && \${#COMPREPLY[@]} -eq 1 ]] && compopt -o nospace 2>/dev/null
}
complete -F _regulars regulars
`,
  zsh: `#compdef regulars
_regulars() {
  local value said
  local -a values shown
  while IFS=$'\\t' read -r value said; do
    if [[ $value == :files ]]; then _files; return; fi
    values+=("$value")
    shown+=("$value\${said:+  -- $said}")
  done < <("\${words[1]}" __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)
  (( \${#values} )) && compadd -U -l -d shown -a values
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _regulars "$@"; else compdef _regulars regulars; fi
`,
  fish: `# regulars, for fish
function __regulars_complete
  set -l words (commandline -opc) (commandline -ct)
  for line in (command $words[1] __complete $words[2..-1] 2>/dev/null)
    if test "$line" = :files
      __fish_complete_path (commandline -ct)
    else
      echo $line
    end
  end
end
complete -c regulars -f -a '(__regulars_complete)'
`,
}
