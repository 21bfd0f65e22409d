/** A number of a card, and what the card calls it: cell, work, fax, pref. */
export interface CardPhone {
  readonly text: string
  readonly types: readonly string[]
}

/** The numbers of a card, each once, the one to call first: a mobile, else the one it prefers, else the first; what is no telephone comes last. */
export function phonesOn(phones: readonly CardPhone[]): string[] {
  const met = new Set<string>()
  return phones
    .map(({ text, types }) => ({ text: dialled(text), types }))
    .filter(({ text }) => text !== '')
    .toSorted((one, other) => rank(one) - rank(other))
    .filter(({ text }) => {
      const digits = text.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '')
      return !met.has(digits) && met.add(digits)
    })
    .map(({ text }) => text)
}

function rank({ text, types }: CardPhone): number {
  const is = (...words: string[]) => words.some((word) => types.includes(word))
  const digits = text.replace(/\D/g, '')
  if (digits.length < 7) return 4
  if (is('fax', 'pager', 'home fax', 'work fax')) return 3
  return is('cell', 'mobile', 'iphone', '手机') || /^(?:00)?(?:86)?1[3-9]\d{9}$/.test(digits) ? 0 : 1
}

/** What is dialled after a pause is no part of the number, nor are the bounds of a blank. */
function dialled(text: string): string {
  return text
    .replace(/^tel:/i, '')
    .replace(/;ext=/i, ' x')
    .replace(/(?<=\d)\s*[,;pw].*$/is, '')
    .replace(/[/|、，；\n]+/g, ' ')
    .trim()
}
