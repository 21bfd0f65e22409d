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
  return han.test(name) ? (await speller())(name) : spellLetters(name)
}

/** `spell` with the dictionary at hand, for a file of thousands. */
export async function speller(): Promise<(name: string) => Spelling> {
  const { pinyin } = await import('pinyin-pro')
  return (name) => {
    if (!han.test(name)) return spellLetters(name)
    const syllables = pinyin(name, { surname: 'head', toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).map((syllable) =>
      fold(syllable).replace(/\s/g, ''),
    )
    return { name_key: fold(name), pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable[0] ?? '').join('') }
  }
}

function spellLetters(name: string): Spelling {
  const name_key = fold(name)
  const words = name_key.split(/[\s.·'-]+/).filter((word) => word !== '')
  return { name_key, pinyin: words.join(''), initials: words.map((word) => word[0]).join('') }
}
