/** How a name is found again: folded for equality, spelled in pinyin for typing. */
export interface Spelling {
  readonly name_key: string
  readonly pinyin: string
  readonly initials: string
}

/**
 * Text folded for comparison: NFKC, lower case, blanks gone at the ends and single inside. SQLite's own lower() knows
 * ASCII only.
 */
export function fold(text: string): string {
  // Cards and most words of a roster: a fifth of the time (measured).
  if (/^[!-~]*$/.test(text)) return text.toLowerCase()
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')
}

// A class of Unicode takes a millisecond to make, and a start has few to lose: what is ASCII needs none.
const ascii = /^[ -~]*$/
/** Characters with one way of writing each: most names are of nothing else, and there is nothing to fold in them. */
const plainHan = /^[\u4e00-\u9fff]+$/
const hasHan = (text: string) => !ascii.test(text) && (plainHan.test(text) || /\p{Script=Han}/u.test(text))

/**
 * A name folded for comparison: no two customers differ in what cannot be seen, and names in Chinese characters not in
 * blanks and dots.
 */
export function nameKey(name: string): string {
  if (ascii.test(name)) return fold(name)
  if (plainHan.test(name)) return name
  const key = fold(name.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}|\p{Cf}/gu, ''))
  return hasHan(key) ? key.replace(/[\s·・•‧.]/g, '') : key
}

/** Letters as they are typed on a plain keyboard: José is jose. */
export function plainLetters(key: string): string {
  return ascii.test(key) ? key : key.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
}

/** Spells a name: 王小明 is wangxiaoming and wxm, 吕 is lv. Names without Chinese characters load no dictionary. */
export async function spell(name: string): Promise<Spelling> {
  return hasHan(name) ? (await speller())(name) : spellLetters(name)
}

/** `spell` with the dictionary at hand, for a file of thousands. */
export async function speller(): Promise<(name: string) => Spelling> {
  const { pinyin, polyphonic } = await import('pinyin-pro')
  const plain = (syllable: string) => plainLetters(fold(syllable).replaceAll('ü', 'v')).replace(/[^\p{L}\p{N}]/gu, '')
  const inContext = (text: string) =>
    pinyin(text, { surname: 'head', toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
      .map(plain)
      .filter((syllable) => syllable !== '')
  const met = new Map<string, string | null>()

  /** How a character is read wherever it stands; null when that depends on its neighbours. */
  function always(character: string): string | null {
    const known = met.get(character)
    if (known !== undefined) return known
    const readings = /^[\u4e00-\u9fff]$/.test(character)
      ? polyphonic(character, { toneType: 'none', type: 'array', v: true }).flat()
      : []
    const [one = null, ...others] = new Set([...readings, ...inContext(character)].map(plain))
    const reading = readings.length > 0 && others.length === 0 ? one : null
    met.set(character, reading)
    return reading
  }

  /**
   * The dictionary looks for words and surnames in every name: only where a character has two readings can that matter
   * (a tenth of the time, measured).
   */
  function syllablesOf(text: string): string[] {
    const syllables: string[] = []
    for (const character of text) {
      const reading = always(character)
      if (reading === null) return inContext(text)
      syllables.push(reading)
    }
    return syllables
  }

  return (name) => {
    if (!hasHan(name)) return spellLetters(name)
    const name_key = nameKey(name)
    const syllables = syllablesOf(name_key)
    return { name_key, pinyin: syllables.join(''), initials: syllables.map(first).join('') }
  }
}

function spellLetters(name: string): Spelling {
  const name_key = nameKey(name)
  const words = plainLetters(name_key)
    .split(ascii.test(name_key) ? /[^a-z0-9]+/ : /[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  return { name_key, pinyin: words.join(''), initials: words.map(first).join('') }
}

const first = (word: string) => String.fromCodePoint(word.codePointAt(0) ?? 0)

/** What a typed word may be spelled as: blanks and marks gone, ü as v; and, for names that have it so, ü as u. */
export function typedKeys(word: string): string[] {
  const folded = fold(word)
  const key = folded.replace(ascii.test(folded) ? /[^a-z0-9:]/g : /[^\p{L}\p{N}\p{M}:]/gu, '')
  const keys = [key.replaceAll('ü', 'v').replaceAll('u:', 'v'), key].map((one) => plainLetters(one).replaceAll(':', ''))
  return [...new Set(keys)].filter((one) => one !== '')
}
