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

/** Spells a name: 王小明 is wangxiaoming and wxm. Names without Chinese characters load no dictionary. */
export async function spell(name: string): Promise<Spelling> {
  const name_key = fold(name)
  if (!han.test(name)) {
    const words = name_key.split(/[\s.·'-]+/).filter((word) => word !== '')
    return { name_key, pinyin: words.join(''), initials: words.map((word) => word[0]).join('') }
  }
  const { pinyin } = await import('pinyin-pro')
  const syllables = pinyin(name, { surname: 'head', toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).map((syllable) =>
    fold(syllable).replace(/\s/g, ''),
  )
  return { name_key, pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable[0] ?? '').join('') }
}
