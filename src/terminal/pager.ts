import type { World } from '../world.ts'

/**
 * Prints a text; on a terminal that is shorter, through $PAGER, as people read it. In a pipe, or with PAGER empty or
 * cat, it is only printed.
 */
export function writePaged(world: Pick<World, 'stdout' | 'env' | 'page' | 'platform'>, text: string): void {
  const { stdout, env, page, platform } = world
  // Windows brings none that knows colours and Chinese, and says of one it has not nothing a program could tell.
  const pager = env['PAGER'] ?? (platform === 'win32' ? '' : 'less -FRX')
  const height = stdout.isTTY && env['TERM'] !== 'dumb' ? (stdout.rows ?? 0) : 0
  // The line of the prompt is one of the terminal's, too.
  const isLong = height > 0 && text.split('\n').length - 1 >= height
  if (isLong && pager.trim() !== '' && pager.trim() !== 'cat' && page?.(text, pager)) return
  stdout.write(text)
}
