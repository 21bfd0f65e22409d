import { LedgerError } from '../../errors.ts'
import { decimalsOf, foreignHeading, foreignMark, type Minor, parseMoney } from '../../money.ts'
import { type MoneyNotation, plainFigure } from '../profile/money-notation.ts'
import { movedBy, placesOfUnit } from './money-unit.ts'

/**
 * Reads amounts: the plain ones of a till at once, anything else as a person would type it, by the notation of its
 * column and in the unit its heading or its own cell names (`金额(万元)`, `1.2万`, `amount_cents`). Under a heading in
 * another currency (`Amount (USD)`) every cell is refused.
 */
export function moneyReader(
  currency: string,
  notation: MoneyNotation | null = null,
  heading = '',
): (text: string) => Minor {
  const other = foreignHeading(heading, currency)
  if (other !== null)
    return () => {
      throw new LedgerError('row.currency', { currency: other, ledger: currency })
    }
  const digits = decimalsOf(currency)
  const unit = placesOfUnit(heading)
  const plain =
    unit !== 0
      ? null
      : notation === 'comma' || notation === 'mixed'
        ? /^(-?)(\d{1,9})$/
        : digits === 2
          ? /^(-?)(\d{1,9})(?:\.(\d\d?)0*)?$/
          : digits === 0
            ? /^(-?)(\d{1,9})(?:\.0*)?$/
            : null
  return (text) => {
    const found = plain?.exec(text)
    if (found) {
      const amount = Number(`${found[2]}${digits === 0 ? '' : (found[3] ?? '').padEnd(digits, '0')}`)
      return found[1] === '-' && amount !== 0 ? -amount : amount
    }
    const signed = /^\(.+\)$/.test(text) ? `-${text.slice(1, -1)}` : text
    if (notation === 'mixed' && /\d[.,]\d/.test(signed)) throw new LedgerError('money.mixed', { text })
    const foreign = foreignMark(signed, currency)
    if (foreign !== null) throw new LedgerError('row.currency', { currency: foreign, ledger: currency })
    const own = /(?<=\d\s*)[万萬千仟](?=[元圆圓円块]|$)/.exec(signed)?.[0] ?? ''
    const written = plainFigure(signed.replace(own, ''), notation === 'comma' ? 'comma' : 'point', currency)
    const places = own === '' ? unit : placesOfUnit(`(${own})`)
    // A sum or a product is of whole ones, and so is 3000元, whatever stands above it.
    const isWhole =
      (written.match(/\d+(?:\.\d+)?|\.\d+/g) ?? []).length > 1 || (own === '' && /\d\s*[元圆圓円块]/.test(text))
    if (places !== 0 && isWhole) throw new LedgerError('money.unreadable', { text, currency })
    try {
      // A sign may stand before the currency or behind it, as bills print it.
      return parseMoney(
        (places === 0 ? written : written.replace(/\d*\.?\d+/, (figure) => movedBy(figure, places)))
          .replace(/^([^\d\s+\-−.]+)\s*([-−])/, '$2$1')
          // The column has decided: three digits behind the point are too many, and no thousands.
          .replace(/(\.\d{3})(?!\d)/g, '$10'),
        currency,
        true,
      )
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error
      // What stands in the cell is told, not what was made of it.
      throw new LedgerError(error.code, { ...error.facts, text } as never)
    }
  }
}
