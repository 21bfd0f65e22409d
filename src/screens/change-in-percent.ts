import { percentChange } from '../ledger/period.ts'
import type { Figures } from '../ledger/report/summary/figures.ts'
import type { Summary } from '../ledger/report/summary/summary.ts'

/** Whether profit is anything else than what customers paid: some cost or margin is known. */
export function earnsApart({ profit, net, walkIn }: Figures): boolean {
  const paid = Number(net) - (walkIn === null ? 0 : Number(walkIn.revenue) - Number(walkIn.refunds))
  return Math.abs(Number(profit) - paid) > 1e-6
}

/**
 * `-6 %`, `+12 %`, `±0 %`; '' where no percentage can be told honestly: also where the ledger does not reach back as
 * far. `things` is what the figure before rests on.
 */
export function changeOf(
  { before: { from }, recordedFrom }: Pick<Summary, 'before' | 'recordedFrom'>,
  now: number | string,
  before: number | string,
  things: number,
): string {
  if (recordedFrom === null || recordedFrom > from) return ''
  const percent = percentChange(Number(now), Number(before), things)
  if (percent === null) return ''
  return `${percent > 0 ? '+' : percent === 0 ? '±' : ''}${percent} %`
}
