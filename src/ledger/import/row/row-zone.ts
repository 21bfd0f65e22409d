import type { ImportPlan } from '../import-plan.ts'
import { zoneNamed } from '../profile/zone.ts'
import { textIn } from './cells.ts'

/** The zone of a row's days, where the format or a column names one. */
export function zoneReader({
  layout,
}: Pick<ImportPlan, 'layout'>): (cells: readonly string[]) => number | string | null {
  const { zone } = layout
  if (zone === null) return () => null
  if (typeof zone === 'string') {
    const fixed = zoneNamed(zone)
    return () => fixed
  }
  const met = new Map<string, number | string | null>()
  return (cells) => {
    const text = textIn(cells[zone.at])
    const known = met.get(text)
    if (known !== undefined) return known
    const found = text === '' ? null : zoneNamed(text)
    met.set(text, found)
    return found
  }
}
