import { LedgerError } from '../../errors.ts'
import { withWholeMark } from '../../money.ts'
import { longestFigure } from './day-form.ts'

/** Which mark parts whole and fraction in a column of money. */
export type DecimalMark = 'point' | 'comma'

/**
 * How a column of money is written; `mixed` where its cells contradict each other, `open` where none of them decides.
 */
export type MoneyNotation = DecimalMark | 'mixed'

/** What one cell says about the notation of its column. */
export type MoneyEvidence = DecimalMark | 'open' | 'nothing'

/** A cell without what stands around its digits: signs, currency marks, blanks between thousands. */
function figureOf(text: string): string | null {
  if (text.length > longestFigure) return null
  const plain = withWholeMark(text.normalize('NFKC'))
    .replace(/[\s\u00a0\u202f'’](?=\d{3}(?!\d))/g, '')
    .replace(/^\D*?(?=[\d.,]*\d)|\D+$/g, '')
  return /^[.,]?\d[\d.,]*$/.test(plain) ? plain : null
}

/**
 * What a cell says: a mark with one or two digits after it, the last, is the decimal; the same mark twice, or three
 * digits after it where the currency has fewer, are thousands. A point before three digits is either; where the
 * currency has three, so is a comma.
 */
export function moneyEvidence(text: string, digits: number): MoneyEvidence {
  const figure = figureOf(text)
  if (figure === null) return 'nothing'
  const points = figure.split('.').length - 1
  const commas = figure.split(',').length - 1
  if (points === 0 && commas === 0) return 'nothing'
  if (points > 0 && commas > 0) {
    const last = figure.lastIndexOf('.') > figure.lastIndexOf(',') ? 'point' : 'comma'
    return (last === 'point' ? points : commas) === 1 ? last : 'nothing'
  }
  if (points > 1) return 'comma'
  if (commas > 1) return 'point'
  const mark = points === 1 ? '.' : ','
  const after = figure.length - figure.indexOf(mark) - 1
  const before = figure.indexOf(mark)
  const decimal = mark === '.' ? 'point' : 'comma'
  if (after !== 3 || before > 3 || before === 0 || /^0/.test(figure)) return after === 0 ? 'nothing' : decimal
  // A comma before three digits is thousands wherever a person writes it so, and only another cell can say otherwise.
  return mark === '.' || digits === 3 ? 'open' : 'nothing'
}

/**
 * A cell of a column whose notation is known, as `parseMoney` reads it: a point for the fraction and no mark for
 * thousands. Throws money.unreadable.
 */
export function plainFigure(text: string, mark: DecimalMark, currency: string): string {
  const typed = withWholeMark(text.normalize('NFKC'))
    .replace(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?!\d))/g, '')
    // 12.-, 12,-- and 750/-: no fraction at all.
    .replace(/(?<=\d)(?:[.,](?:[-–—]{1,2}|=)|\/[-–])(?!\d)/, '')
  const decimal = mark === 'point' ? '.' : ','
  const thousands = mark === 'point' ? ',' : '.'
  return typed.replace(/\d[\d.,]*|[.,]\d+/g, (figure) => {
    const [whole = '', fraction, ...more] = figure.split(decimal)
    const parts = whole.split(thousands)
    const grouped =
      parts.length === 1 ||
      (thousands === ',' && /^\d{1,2}(?:,\d{2})+,\d{3}$/.test(whole)) ||
      ((parts[0] as string).length <= 3 && parts[0] !== '' && parts.slice(1).every((part) => part.length === 3))
    if (more.length > 0 || !grouped || fraction?.includes(thousands))
      throw new LedgerError('money.unreadable', { text, currency })
    return parts.join('') + (fraction === undefined || fraction === '' ? '' : `.${fraction}`)
  })
}
