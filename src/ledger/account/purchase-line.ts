const piece = /"([^"]*)"|'([^']*)'|“([^”]*)”|「([^」]*)」|(\S+)/gu

/** `王伟，66，花茶`, `K1,45,tea`: customer and amount parted by commas, as one may type them without a blank. */
const byCommas = /^([^\s,，、"'“「]+)\s*[,，、]\s*([¥￥$€]?[\d.+*×x元块角分-]+)\s*(?:[,，、]\s*(.*)|(\s.*)?)$/u

/**
 * The words of one line of a till, `CUSTOMER AMOUNT [ITEM…]`, to be read like those of a command line. A name with
 * blanks stands in quotes
 * of any kind.
 */
export function wordsOfLine(text: string): string[] {
  const plain = text.replace(/^\uFEFF/, '').trim()
  const parted = byCommas.exec(
    plain.normalize('NFKC') === plain ? plain : plain.replace(/[０-９．]/g, (wide) => wide.normalize('NFKC')),
  )
  const spaced = parted ? [parted[1], parted[2], parted[3] ?? parted[4]].filter(Boolean).join(' ') : plain
  return [...spaced.matchAll(piece)].map((found) => found.slice(1).find((group) => group !== undefined) ?? '')
}
