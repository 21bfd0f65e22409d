import { evenDecimals } from '../table.ts'
import type { Voice } from '../voice.ts'
import { cut, padEnd, padStart, widthOf } from '../width.ts'
import { largest } from './largest.ts'
import { scaleOf } from './scale.ts'

/** One line of a bar chart: the figure is always said beside the bar. */
export interface Bar {
  readonly label: string
  readonly value: number
  readonly figure: string
  /** A second figure, its share say, in a column of its own. */
  readonly of?: string
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']
const longest = 40

/**
 * Bars beside their figures, as long as the line allows; a value below nothing goes to the left of the others' foot.
 * Where blocks cannot be shown they are number signs. What is more than nothing is never drawn as nothing.
 */
export function bars(told: readonly Bar[], voice: Voice): string[] {
  if (told.length === 0) return []
  const seconds = evenDecimals(told.map(({ of = '' }) => of))
  const rows = told.map((row, at) => ({ ...row, of: seconds[at] ?? '' }))
  const width = voice.width ?? 80
  const widest = (texts: readonly string[]) => largest(texts.map(widthOf), 0)
  const [first, second] = [widest(rows.map(({ figure }) => figure)), widest(rows.map(({ of = '' }) => of))]
  const said = ({ figure, of = '' }: Bar) => padStart(figure, first) + (second > 0 ? `  ${padStart(of, second)}` : '')
  const figures = first + (second > 0 ? second + 2 : 0)
  const wholeLabels = widest(rows.map(({ label }) => label))
  const labels = voice.width === null ? wholeLabels : Math.min(wholeLabels, Math.max(8, width - figures - 16))
  const room = Math.min(longest, Math.max(4, width - labels - figures - 6))
  const scale = scaleOf(rows.map(({ value }) => value))
  // Both sides of the foot have a column where there is something to draw on them.
  const foot = Math.min(
    Math.max(Math.round(room * scale.of(0)), scale.least < 0 ? 1 : 0),
    scale.most > 0 ? room - 1 : room,
  )
  return rows.map((row) => {
    const { label, value } = row
    const length = Math.abs(scale.of(value) - scale.of(0)) * room
    const drawn =
      value < 0
        ? padStart(leftwards(Math.min(length, foot), voice), foot)
        : ' '.repeat(foot) + (value > 0 ? rightwards(Math.min(length, room - foot), voice) : '')
    return `  ${padEnd(cut(label, labels), labels)}  ${said(row)}  ${drawn}`.trimEnd()
  })
}

function rightwards(length: number, { blocks }: Voice): string {
  if (!blocks) return '#'.repeat(Math.round(length)) || '.'
  const whole = Math.floor(length)
  return '█'.repeat(whole) + (eighths[Math.floor((length - whole) * 8)] ?? '') || '▏'
}

/** There are no eighths that grow this way. */
function leftwards(length: number, { blocks }: Voice): string {
  return blocks ? '█'.repeat(Math.round(length)) || '▐' : '#'.repeat(Math.round(length)) || '.'
}
