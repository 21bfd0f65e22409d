import { statfsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** In memory, where there is a folder for that and room: every sale of thousands of shops waits for the disk else. */
function temporary(): Record<string, string> {
  const memory = '/dev/shm'
  try {
    const { type, bavail, bsize } = statfsSync(memory)
    const isMemory = type === 0x01021994 && bavail * bsize > 2 ** 31
    return isMemory && process.env['TMPDIR'] === undefined ? { TMPDIR: memory } : {}
  } catch {
    return {}
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The long run goes on for long.
    testTimeout: process.env['REGULARS_SOAK'] ? 1_500_000 : 60_000,
    hookTimeout: 60_000,
    // Nobody works beside it: all of the computer, not all but one of its cores.
    maxWorkers: availableParallelism(),
    env: temporary(),
  },
})
