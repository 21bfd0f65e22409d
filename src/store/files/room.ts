import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Which of the disks that a ledger needs is the full one: its own, or that of the temporary folder, into which SQLite
 * sorts what does not fit into memory.
 */
export function fullest({ path, temporary }: { path: string; temporary: string }): string {
  const places = [
    { said: path, folder: dirname(path) },
    { said: temporary, folder: temporary },
    { said: '/var/tmp', folder: '/var/tmp' },
  ]
  const rooms = places.flatMap(({ said, folder }) => {
    const room = roomIn(folder)
    return room === null ? [] : [{ said, room }]
  })
  const [least] = rooms.sort((one, other) => one.room - other.room)
  // Where all have room it was a quota, or somebody has freed some meanwhile.
  return least !== undefined && least.room < 1 << 20 ? least.said : path
}

function roomIn(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return null
  }
}
