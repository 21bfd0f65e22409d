import { readFileSync, realpathSync } from 'node:fs'
import { isAbsolute, join, posix, win32 } from 'node:path'
import { isPrivate, makeFolder } from './folder.ts'

type Env = Readonly<Record<string, string | undefined>>

/**
 * Where things are kept on this computer; empty where the system knows of no home and nobody said another place.
 * Windows has folders of its own for each; what stands in XDG variables goes before everywhere.
 */
export function foldersOf(env: Env, home: string | null, platform = 'linux'): { data: string; config: string } {
  const windows = platform === 'win32'
  const { isAbsolute, join } = windows ? win32 : posix
  const under = (named: readonly (string | undefined)[], ...rest: string[]) => {
    const base = named.find((one) => one && isAbsolute(one)) ?? (home === null ? '' : join(home, ...rest))
    return base === '' ? '' : join(base, 'regulars')
  }
  const { XDG_DATA_HOME: data, XDG_CONFIG_HOME: config, LOCALAPPDATA: local, APPDATA: roaming } = env
  return windows
    ? { data: under([data, local], 'AppData', 'Local'), config: under([config, roaming], 'AppData', 'Roaming') }
    : { data: under([data], '.local', 'share'), config: under([config], '.config') }
}

/**
 * A folder for code in which nobody but its owner ever wrote: what lies there is run without being looked at. Null
 * where there is none. `uid` is null where files belong to nobody in particular: on Windows the folder of a user's
 * programs is closed to others.
 */
export function codeFolder(
  env: Env,
  home: string | null,
  uid: number | null,
  { platform = 'linux', name = 'regulars' } = {},
): string | null {
  const base = cacheFolder(env, home, platform)
  if (base === null) return null
  const folder = join(base, name)
  try {
    makeFolder(folder)
  } catch {
    return null
  }
  return uid === null || isPrivate(folder, uid) ? folder : null
}

function cacheFolder(env: Env, home: string | null, platform: string): string | null {
  const named = env['XDG_CACHE_HOME']
  if (named && isAbsolute(named)) return named
  const local = env['LOCALAPPDATA']
  if (platform === 'win32' && local && isAbsolute(local)) return join(local, 'regulars', 'cache')
  return home === null ? null : join(home, '.cache')
}

/**
 * The time zone of this computer, by its name. TZ may also be a file's (`:/etc/localtime`); what else it may hold
 * (`UTC+25`) is handed on as it is: whoever would keep it for good must look at it.
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
