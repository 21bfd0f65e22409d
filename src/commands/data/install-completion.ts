import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Context, Shell } from '../../cli/context.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { linkedFile } from '../../store/files/address.ts'
import { writeWhole } from '../../store/files/draft.ts'

/**
 * Puts a completion script where its shell looks for one, or would: returns the files. bash (with bash-completion) and
 * fish read a folder of their own; zsh is told in .zshrc, once. Throws usage.no-home, usage.out-unwritable.
 */
export function installCompletion(world: Context['world'], shell: Shell, script: string, dryRun: boolean): string[] {
  const { env, folders } = world
  if (folders.home === '') throw new LedgerError('usage.no-home', {})
  const data = env['XDG_DATA_HOME'] || join(folders.home, '.local', 'share')
  const config = env['XDG_CONFIG_HOME'] || join(folders.home, '.config')
  const place = {
    bash: join(data, 'bash-completion', 'completions', 'regulars'),
    zsh: join(data, 'zsh', 'site-functions', '_regulars'),
    fish: join(config, 'fish', 'completions', 'regulars.fish'),
  }[shell]
  const started = shell === 'zsh' ? join(env['ZDOTDIR'] || folders.home, '.zshrc') : null
  const places = [place, ...(started === null ? [] : [started])]
  if (dryRun) return places
  writeWhole(place, script)
  if (started !== null) {
    const told = existsSync(started) ? readFileSync(started, 'utf8') : ''
    const line = `fpath=('${dirname(place)}' $fpath); autoload -Uz compinit; compinit  # regulars completion\n`
    if (!told.includes(line))
      writeWhole(linkedFile(started), told === '' || told.endsWith('\n') ? told + line : `${told}\n${line}`)
  }
  return places
}
