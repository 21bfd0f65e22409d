import type { Voice } from '../voice.ts'
import { scaleOf } from './scale.ts'

const steps = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']

/**
 * One character a value, from nothing (not from the least) to the most; null leaves a gap. Where blocks cannot be
 * shown, digits from 1 to 8.
 * Of more values than the line has columns, neighbours are drawn by their mean.
 */
export function sparkline(values: readonly (number | null)[], voice: Voice): string {
  const drawn = gathered(values, voice.width ?? 80)
  const scale = scaleOf(drawn.filter((value) => value !== null))
  return drawn
    .map((value) => {
      if (value === null) return ' '
      const step = Math.min(steps.length - 1, Math.floor(scale.of(value) * steps.length))
      return voice.blocks ? steps[step] : String(step + 1)
    })
    .join('')
}

function gathered(values: readonly (number | null)[], room: number): (number | null)[] {
  const run = Math.ceil(values.length / Math.max(1, room))
  if (run <= 1) return [...values]
  return Array.from({ length: Math.ceil(values.length / run) }, (_, at) => {
    const known = values.slice(at * run, (at + 1) * run).filter((value) => value !== null)
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
  })
}
