import type { Spelling } from '../customer/spelling.ts'

/** Pinyin is the dearest column of a customer: names that come again are spelled once (PACKAGES). */
export function remembered(spell: (name: string) => Spelling): (name: string) => Spelling {
  const spelled = new Map<string, Spelling>()
  return (name) => {
    const known = spelled.get(name)
    if (known) return known
    const spelling = spell(name)
    if (spelled.size > 20_000) spelled.clear()
    spelled.set(name, spelling)
    return spelling
  }
}
