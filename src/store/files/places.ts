import { readFileSync, realpathSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { isPrivate, makeFolder } from './folder.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Where things are kept on this computer; empty where the system knows of no home and nobody said another place. */
export function foldersOf(env: Env, home: string | null): { data: string; config: string } {
  const under = (named: string | undefined, ...rest: string[]) => {
    if (named && isAbsolute(named)) return join(named, 'regulars')
    return home === null ? '' : join(home, ...rest, 'regulars')
  }
  return { data: under(env['XDG_DATA_HOME'], '.local', 'share'), config: under(env['XDG_CONFIG_HOME'], '.config') }
}

/**
 * A folder for compiled code in which nobody but its owner ever wrote: what lies there is run without being looked at.
 * Null where there is
 * none. `uid` is null where files belong to nobody in particular.
 */
export function codeFolder(env: Env, home: string | null, uid: number | null): string | null {
  const named = env['XDG_CACHE_HOME']
  const base = named && isAbsolute(named) ? named : home === null ? null : join(home, '.cache')
  if (base === null) return null
  const folder = join(base, 'regulars')
  try {
    makeFolder(folder)
  } catch {
    return null
  }
  return uid === null || isPrivate(folder, uid) ? folder : null
}

/**
 * The time zone of this computer, by its name. TZ may also be a file's (`:/etc/localtime`); what else it may hold
 * (`UTC+25`) is handed on as
 * it is: whoever would keep it for good must look at it.
 */
export function zoneOf(env: Env, byDefault: () => string): string {
  const asked = (env['TZ'] ?? '').replace(/^:/, '').trim()
  if (asked !== '') return isAbsolute(asked) ? (zoneOfFile(asked) ?? 'UTC') : asked
  const usual = env['TZ'] === undefined ? byDefault() : 'Etc/Unknown'
  return usual && usual !== 'Etc/Unknown' ? usual : (zoneOfFile('/etc/localtime') ?? 'UTC')
}

function zoneOfFile(path: string): string | null {
  try {
    const name = /\/zoneinfo\/(?:posix\/|right\/)?(.+)$/.exec(realpathSync(path))?.[1]
    return name ?? (path === '/etc/localtime' ? readFileSync('/etc/timezone', 'utf8').trim() || null : null)
  } catch {
    return null
  }
}
