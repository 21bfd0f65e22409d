import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the owner settled once on this computer. */
export interface Config {
  readonly db?: string
  readonly lang?: string
  readonly user?: string
}

export function configFile(folder: string): string {
  return join(folder, 'config.json')
}

/** A missing or unreadable file settles nothing. */
export function readConfig(folder: string): Config {
  try {
    return JSON.parse(readFileSync(configFile(folder), 'utf8')) as Config
  } catch {
    return {}
  }
}
