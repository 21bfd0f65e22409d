/**
 * Units in which a column of money may be kept, by how many places its figures are away from whole ones: 1.2 under
 * 金额(万元) is 12,000, 4900 under amount_cents is 49.00.
 */
const units = (
  [
    [8, '[亿億][元圆圓円]?'],
    [6, '百万[元圆円]?|mio\\.?|millions?|millionen|millones|milioni'],
    [4, '[万萬][元圆圓円]?|rmb\\s*[万萬]'],
    [3, '[千仟][元圆圓円]?|k[€$£¥]|t[€$£]|teur|tchf|tsd\\.?|thousands?|tausend|milliers|miles|migliaia'],
    [-2, '分|(?:eur[o-]*)?cents?|centimes?|céntimos?|centavos?|pence|minor(?:\\s?units?)?'],
  ] as const
).map(([places, words]) => ({ places, said: new RegExp(`^(?:in\\s+|en\\s+)?(?:${words})(?!\\p{L})`, 'iu') }))

/** How many places the figures of a column move; 0 where its heading names no unit. */
export function placesOfUnit(heading: string): number {
  const plain = heading.normalize('NFKC').trim()
  const said =
    /[([【]\s*(?:[单單単]位\s*[:：]?\s*)?([^()[\]【】]{1,20})[)\]】]\s*$/.exec(plain)?.[1] ??
    /(?:[\s_/:：-]|\bin\s+)(\p{L}{1,12}\.?(?:\s?€)?)$/u.exec(plain)?.[1] ??
    /[\p{Script=Han}]([万萬千仟]元)$/u.exec(plain)?.[1]
  if (said === undefined) return 0
  return units.find((unit) => unit.said.test(said.trim()))?.places ?? 0
}

/** What the lines above a list say of the money in it: 单位：万元, Amounts in USD, Alle Beträge in TEUR. '' for nothing. */
export function unitSaid(lines: readonly (readonly string[])[]): string {
  for (const cells of lines)
    for (const cell of cells) {
      const said = declared.exec(cell.normalize('NFKC'))?.[1]
      if (said !== undefined) return said
    }
  return ''
}

const declared = new RegExp(
  '(?:(?:金[额額]|[货貨][币幣])?[单單単]位\\s*[:：]\\s*(?:人民[币幣])?|' +
    '\\b(?:amounts?|figures|values|beträge|angaben|werte)\\s+(?:are\\s+)?in\\s+|' +
    '\\b(?:montants|valeurs|importes)\\s+en\\s+)([^\\s,，;；.。)\\]】]{1,12})',
  'iu',
)

/** A figure moved by so many places, exactly. */
export function movedBy(figure: string, places: number): string {
  const [whole = '', fraction = ''] = figure.split('.')
  const digits = places < 0 ? whole.padStart(1 - places, '0') + fraction : whole + fraction.padEnd(places, '0')
  const point = digits.length - Math.max(fraction.length - places, 0)
  const behind = digits.slice(point).replace(/0+$/, '')
  return `${digits.slice(0, point).replace(/^0+(?=\d)/, '')}${behind === '' ? '' : `.${behind}`}`
}
