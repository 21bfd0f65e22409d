import { distance } from 'fastest-levenshtein'

/**
 * The known word a slip of the fingers away from what was typed, or null: at most a third of its letters, or `slips` of
 * a short one. Words are compared by their `key`.
 */
export function nearestWord(
  typed: string,
  known: readonly string[],
  { slips = 1, key = (word: string) => word } = {},
): string | null {
  // Nobody slips into a word of a hundred letters.
  if (typed.length > 100) return null
  const asked = key(typed)
  const far = (word: string) => (letters(asked) === letters(word) ? 1 : distance(asked, word))
  const [best] = known.map((word) => ({ word, far: far(key(word)) })).sort((one, other) => one.far - other.far)
  return best && best.far < asked.length && best.far <= Math.max(slips, Math.floor(asked.length / 3)) ? best.word : null
}

// `byu` for `buy` is one slip, not two.
const letters = (word: string) => [...word].sort().join('')
