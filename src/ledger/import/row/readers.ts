import { decimal, type Minor } from '../../money.ts'
import type { CellReaders } from '../format/compile.ts'
import { headingAt, type ImportPlan } from '../import-plan.ts'
import type { ReadContext } from '../outcome.ts'
import { textIn } from './cells.ts'
import { moneyReader } from './money-cells.ts'

/** Reads the cells of a file by the place they stand in: text, and money by the notation of its column. */
export function readersOf(
  { currency }: Pick<ReadContext, 'currency'>,
  plan: Pick<ImportPlan, 'layout' | 'notations' | 'headers' | 'unit'>,
): CellReaders {
  const { layout, notations } = plan
  const empty = new Set(layout.empty)
  const money = new Map<number, (text: string) => Minor>()
  function moneyAt(place: number) {
    const known = money.get(place)
    if (known) return known
    const reader = moneyReader(currency, notations.money[place] ?? null, headingAt(plan, place))
    money.set(place, reader)
    return reader
  }
  function text(cells: readonly string[], place: number): string {
    const cell = cells[place]
    if (cell === undefined || cell === '') return ''
    const said = textIn(cell)
    return empty.has(said) ? '' : said
  }
  return {
    text,
    money(cells, place) {
      const said = text(cells, place)
      return said === '' ? null : moneyAt(place)(said)
    },
    decimal: (amount) => decimal(amount, currency),
  }
}
