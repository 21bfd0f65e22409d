import { realpathSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Folders that a sync client carries elsewhere file by file: it takes the ledger without its log, or brings an old one
 * back.
 */
const synced: readonly [RegExp, string][] = [
  [/\/dropbox[^/]*\//i, 'Dropbox'],
  [/\/onedrive[^/]*\//i, 'OneDrive'],
  [/\/(mobile documents|icloud[^/]*)\//i, 'iCloud'],
  [/\/(nutstore[^/]*|坚果云[^/]*|我的坚果云)\//i, '坚果云'],
  [/\/(google ?drive|googledrive-[^/]*|my drive)\//i, 'Google Drive'],
  [/\/(baidunetdisk[^/]*|baidusyncdisk|百度网盘[^/]*|百度云[^/]*)\//i, '百度网盘'],
  [/\/(wps ?云盘|wpsdrive[^/]*)\//i, 'WPS'],
  [/\/(nextcloud|owncloud|syncthing|seafile|resilio sync|box sync|pcloud[^/]*|mega(sync)?)\//i, 'sync'],
]

// statfs's magic numbers of file systems that another machine serves: there SQLite's locks are not to be trusted.
const served: Readonly<Record<number, string>> = {
  26985: 'NFS',
  20859: 'SMB',
  4266872130: 'SMB',
  4283649346: 'SMB',
  22092: 'NCP',
  1702057286: 'FUSE',
  1635083891: 'AUFS',
  16914839: '9P',
}

/** Where a ledger lies that others reach too: the sync client or network drive by name, or null. */
export function sharedBy(path: string): string | null {
  const folder = realpathSync(dirname(path))
  return carriedBy(folder) ?? served[statfsSync(folder).type >>> 0] ?? null
}

/** The same by the name of the folder alone, as Windows writes it too; there a drive of another machine is `\\\\name`. */
export function carriedBy(folder: string): string | null {
  const named = `${folder.replaceAll('\\', '/')}/`
  return synced.find(([pattern]) => pattern.test(named))?.[1] ?? (/^\/\/[^/?.]/.test(named) ? 'SMB' : null)
}

/**
 * Whether others on this machine may read or write the file: its permissions (`644`), or null when only the owner may.
 */
export function openTo(path: string): string | null {
  const mode = statSync(path).mode & 0o777
  return (mode & 0o077) !== 0 ? mode.toString(8) : null
}

/** Bytes of a log that lies beside the file. */
export function logBeside(path: string): number {
  return statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0
}

/** How many names (hard links) the file has: a log lies beside one of them alone. */
export function namesOf(path: string): number {
  return statSync(path).nlink
}
