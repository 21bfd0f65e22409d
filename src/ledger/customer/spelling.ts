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
  const name_key = fold(name)
  if (!han.test(name_key)) {
    const words = plainLetters(name_key)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '')
    return { name_key, pinyin: words.join(''), initials: words.map((word) => [...word][0]).join('') }
  }
  const { pinyin } = await import('pinyin-pro')
  const syllables = pinyin(name_key, { surname: 'head', toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    .map((syllable) => plainLetters(fold(syllable).replaceAll('ü', 'v')).replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((syllable) => syllable !== '')
  return { name_key, pinyin: syllables.join(''), initials: syllables.map((syllable) => [...syllable][0]).join('') }
}

/** What a typed word may be spelled as: blanks and marks gone, ü as v; and, for names that have it so, ü as u. */
export function typedKeys(word: string): string[] {
  const key = fold(word).replace(/[^\p{L}\p{N}\p{M}:]/gu, '')
  const keys = [key.replaceAll('ü', 'v').replaceAll('u:', 'v'), key].map((one) => plainLetters(one).replaceAll(':', ''))
  return [...new Set(keys)].filter((one) => one !== '')
}
