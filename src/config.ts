import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the owner settled once on this computer. */
export interface Config {
  readonly db?: string
  readonly lang?: string
  readonly user?: string
}

export const configKeys = ['lang', 'db', 'user'] as const
export type ConfigKey = (typeof configKeys)[number]

export function configFile(folder: string): string {
  return join(folder, 'config.json')
}

/** A missing or unreadable file settles nothing. */
export function readConfig(folder: string): Config {
  try {
    const found = JSON.parse(readFileSync(configFile(folder), 'utf8')) as Record<string, unknown>
    return Object.fromEntries(configKeys.flatMap((key) => (typeof found[key] === 'string' ? [[key, found[key]]] : [])))
  } catch {
    return {}
  }
}

/** Writes the file whole or not at all. */
export function writeConfig(folder: string, config: Config): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = configFile(folder)
  writeFileSync(`${path}.new`, `${JSON.stringify(config, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}
