import { nearestWord } from '../ledger/nearest-word.ts'

// WeChat and iOS make one long dash of two, a Chinese keyboard types a wide one.
const dashes = /^[-‐‑‒–—―−﹘﹣－]+/u

/** The dashes of any kind a word begins with; '' when it begins with none. */
export function dashesBefore(word: string): string {
  return dashes.exec(word)?.[0] ?? ''
}

/**
 * The flag a word with any dash before it means, as it is to be typed: `—unpaid` is --unpaid; null when it is like
 * none.
 */
export function flagMeant(word: string, declared: readonly string[], guess = true): string | null {
  const name = word.slice(dashesBefore(word).length).normalize('NFKC').split('=')[0]?.toLowerCase() ?? ''
  if (name === '') return null
  const flags = declared.map((flag) => ({
    long: /--[\w-]+/.exec(flag)?.[0] ?? '',
    short: /(?:^|[ ,])(-\w)\b/.exec(flag)?.[1] ?? null,
  }))
  const found = flags.find(({ long, short }) => long === `--${name}` || (name.length === 1 && short === `-${name}`))
  if (found) return name.length === 1 ? found.short : found.long
  return guess && name.length > 2
    ? nearestWord(
        `--${name}`,
        flags.map(({ long }) => long),
      )
    : null
}
