import type { Minor } from '../../money.ts'
import type { Row } from '../file/csv.ts'
import { compileTests } from '../format/compile.ts'
import type { ImportPlan } from '../import-plan.ts'
import type { ReadContext, StatedTotal } from '../outcome.ts'
import { textIn } from './cells.ts'
import { moneyReader } from './money-cells.ts'
import { readersOf } from './readers.ts'

/** Adds up rows as the file itself does in its preamble or foot, to compare. Null where its format states no totals. */
export function totalsWatcher(context: Pick<ReadContext, 'currency'>, plan: ImportPlan) {
  const { totals } = plan.layout
  if (totals.length === 0) return null
  const readers = readersOf(context, plan)
  const money = moneyReader(context.currency)
  const sums = totals.map(({ match, tests, sum }) => ({
    match: new RegExp(match, 'iu'),
    fits: compileTests(tests, readers),
    at: sum,
    rows: 0,
    sum: 0,
  }))
  let said = ''

  return {
    see({ cells }: Row): void {
      for (const one of sums) {
        try {
          if (!one.fits(cells)) continue
          one.sum += readers.money(cells, one.at) ?? 0
          one.rows++
        } catch {
          // A cell that cannot be read is rejected by whoever takes the row.
        }
      }
    },
    /** What stands above the header and under the rows. */
    aside(rows: readonly Row[]): void {
      if (said.length < 100_000)
        for (const { cells } of rows) said += `${withoutLastCommas(cells.map(textIn).join(','))}\n`
    },
    read(): StatedTotal[] {
      return sums.flatMap(({ match, rows, sum }) => {
        const groups = match.exec(said)?.groups
        if (!groups) return []
        const stated = {
          rows: groups['count'] === undefined ? null : Number(groups['count'].replaceAll(',', '')),
          sum: minor(groups['sum']),
        }
        return [{ stated, read: { rows, sum } }]
      })
    },
  }

  function minor(text: string | undefined): Minor | null {
    try {
      return text === undefined ? null : money(text)
    } catch {
      return null
    }
  }
}

function withoutLastCommas(text: string): string {
  let end = text.length
  while (text.charAt(end - 1) === ',') end--
  return text.slice(0, end)
}
