/** `王伟，66，花茶`, `K1,45,tea`: customer and amount parted by commas, as one may type them without a blank. */
const byCommas = /^([^\s,，、"'“「]+)\s*[,，、]\s*([¥￥$€]?[\d.+*×x元块角分-]+)\s*(?:[,，、]\s*(.*)|(\s.*)?)$/u

/**
 * The words of one line of a till, `CUSTOMER AMOUNT [ITEM…]`, to be read like those of a command line. A name with
 * blanks stands in quotes of any kind.
 */
export function wordsOfLine(text: string): string[] {
  const plain = text.replace(/^\uFEFF/, '').trim()
  const parted = byCommas.exec(
    plain.normalize('NFKC') === plain ? plain : plain.replace(/[０-９．]/g, (wide) => wide.normalize('NFKC')),
  )
  const spaced = parted ? [parted[1], parted[2], parted[3] ?? parted[4]].filter(Boolean).join(' ') : plain
  return piecesOf(spaced)
}

const closings: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '「': '」' }

/** Cut at blanks, and what stands in quotes whole; a quote that is never closed is a letter like others. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  const unclosed = new Set<string>()
  const word = /\S+/gu
  for (let found = word.exec(text); found !== null; found = word.exec(text)) {
    const closing = closings[found[0].charAt(0)]
    const end = closing === undefined || unclosed.has(closing) ? -1 : text.indexOf(closing, found.index + 1)
    if (closing !== undefined && end < 0) unclosed.add(closing)
    pieces.push(end < 0 ? found[0] : text.slice(found.index + 1, end))
    if (end >= 0) word.lastIndex = end + 1
  }
  return pieces
}
