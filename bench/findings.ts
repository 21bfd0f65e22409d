import { appendFileSync, readFileSync } from 'node:fs'

/** One line of the table: a ratio beside its goal. */
export interface Finding {
  readonly name: string
  /** What it is measured beside. */
  readonly beside: string
  /** By the clock; and by the processor, all threads, where that is known. */
  readonly ratio?: number
  readonly cpu?: number
  /** At most so much, or at least: the goal of a ratio that should be large. */
  readonly goal?: number
  readonly atLeast?: boolean
  /** Megabytes at most, and the goal of them. */
  readonly peak?: number
  readonly peakGoal?: number
}

/** Keeps findings for the one table, in the file that BENCH_FINDINGS names; a bench run by itself keeps none. */
export function keepFindings(findings: readonly Finding[]): void {
  const file = process.env['BENCH_FINDINGS']
  if (file) appendFileSync(file, findings.map((one) => `${JSON.stringify(one)}\n`).join(''))
}

export function readFindings(file: string): Finding[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Finding)
}

/** Whether every goal it has is kept; a ratio with a goal and no peer on this machine is not known. */
function verdictOf({ ratio, goal, atLeast, peak, peakGoal }: Finding): string {
  const kept = [
    ...(goal === undefined || ratio === undefined ? [] : [atLeast ? ratio >= goal : ratio <= goal]),
    ...(peak === undefined || peakGoal === undefined ? [] : [peak <= peakGoal]),
  ]
  if (kept.includes(false)) return '**missed**'
  if (goal !== undefined && ratio === undefined) return 'not measured'
  return kept.length === 0 ? '' : 'kept'
}

const times = (ratio: number | undefined) => (ratio === undefined ? '' : `${ratio.toFixed(ratio < 10 ? 2 : 1)} x`)

/** All of them as one table of Markdown, the goals that are missed in bold. */
export function tableOf(findings: readonly Finding[]): string {
  const rows = findings.map((one) => {
    const { name, beside, ratio, cpu, goal, atLeast, peak, peakGoal } = one
    const goals = [
      ...(goal === undefined ? [] : [`${atLeast ? 'at least ' : ''}${goal} x`]),
      ...(peakGoal === undefined ? [] : [`${peakGoal} MB`]),
    ]
    const cells = [
      name,
      times(ratio),
      times(cpu),
      peak === undefined ? '' : `${Math.round(peak)} MB`,
      goals.join(', '),
      verdictOf(one),
      beside,
    ]
    return `| ${cells.join(' | ')} |`
  })
  return ['| what | clock | processor | peak | goal | | beside |', '|---|---|---|---|---|---|---|', ...rows].join('\n')
}
