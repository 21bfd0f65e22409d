/** How a name is found again: folded for equality, spelled in pinyin for typing. */
export interface Spelling {
  readonly name_key: string
  readonly pinyin: string
  readonly initials: string
}

/** Text folded for comparison: NFKC, lower case, blanks gone at the ends and single inside. SQLite's own lower() knows ASCII only. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')
}

const han = /\p{Script=Han}/u

/** Letters as they are typed on a plain keyboard: José is jose. */
function plainLetters(key: string): string {
  return key.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
}

/** Spells a name: 王小明 is wangxiaoming and wxm, 吕 is lv. Names without Chinese characters load no dictionary. */
export async function spell(name: string): Promise<Spelling> {
  return han.test(name) ? (await speller())(name) : spellLetters(name)
}

/** `spell` with the dictionary at hand, for a file of thousands. */
export async function speller(): Promise<(name: string) => Spelling> {
  const { pinyin } = await import('pinyin-pro')
  return (name) => {
    if (!han.test(name)) return spellLetters(name)
    const name_key = fold(name)
    const syllables = pinyin(name_key, { surname: 'head', toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
      .map((syllable) => plainLetters(fold(syllable).replaceAll('ü', 'v')).replace(/[^\p{L}\p{N}]/gu, ''))
      .filter((syllable) => syllable !== '')
    return { name_key, pinyin: syllables.join(''), initials: syllables.map(first).join('') }
  }
}

function spellLetters(name: string): Spelling {
  const name_key = fold(name)
  const words = plainLetters(name_key)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  return { name_key, pinyin: words.join(''), initials: words.map(first).join('') }
}

const first = (word: string) => String.fromCodePoint(word.codePointAt(0) ?? 0)

/** What a typed word may be spelled as: blanks and marks gone, ü as v; and, for names that have it so, ü as u. */
export function typedKeys(word: string): string[] {
  const key = fold(word).replace(/[^\p{L}\p{N}\p{M}:]/gu, '')
  const keys = [key.replaceAll('ü', 'v').replaceAll('u:', 'v'), key].map((one) => plainLetters(one).replaceAll(':', ''))
  return [...new Set(keys)].filter((one) => one !== '')
}
