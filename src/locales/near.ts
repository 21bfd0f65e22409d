import { distance } from 'fastest-levenshtein'

/** The known word a slip of the fingers away, or null. */
export function nearest(asked: string, known: readonly string[]): string | null {
  const best = known.map((word) => ({ word, far: letters(asked) === letters(word) ? 1 : distance(asked, word) })).sort((one, other) => one.far - other.far)[0]
  return best && best.far < asked.length && best.far <= Math.max(1, Math.floor(asked.length / 3)) ? best.word : null
}

// `byu` for `buy` is one slip, not two.
const letters = (word: string) => [...word].sort().join('')
