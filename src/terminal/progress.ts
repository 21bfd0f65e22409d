import type { World } from '../world.ts'

/**
 * A line on the terminal that says how far a long piece of work is; nothing in a pipe, and nothing left when it is
 * done.
 */
export interface Progress {
  to(done: number): void
  end(): void
}

const silent: Progress = { to: () => {}, end: () => {} }

/** `word` says what is done, the rate a second and the seconds left. */
export async function progressOn(
  { stderr, now }: World,
  total: number,
  quiet: boolean,
  word: (done: number, rate: number, left: number | null) => string,
): Promise<Progress> {
  // Work that is over in a blink needs no bar.
  if (!stderr.isTTY || quiet || total < 5000) return silent
  const { SingleBar } = await import('cli-progress')
  const began = now().getTime()
  const bar = new SingleBar({
    stream: stderr as unknown as NodeJS.WritableStream,
    clearOnComplete: true,
    hideCursor: true,
    linewrap: false,
    format: (options, { progress, value }) => {
      const seconds = (now().getTime() - began) / 1000
      const rate = seconds > 0 ? Math.round(value / seconds) : 0
      const full = Math.round(progress * 24)
      const left = rate > 0 ? Math.ceil(Math.max(0, total - value) / rate) : null
      const drawn = (options.barCompleteString ?? '').slice(0, full)
      const rest = (options.barIncompleteString ?? '').slice(0, 24 - full)
      return `${drawn}${rest} ${word(value, rate, left)}`
    },
  })
  bar.start(total, 0)
  return { to: (done) => bar.update(Math.min(done, total)), end: () => bar.stop() }
}
