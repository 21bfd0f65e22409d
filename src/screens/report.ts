import type { OpenPeriod } from '../ledger/period.ts'
import type { Words } from '../locales/en.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'
import { continued, wrap } from '../terminal/width.ts'

/** A report as it was asked for; JSON has the report alone. */
export interface Reported<Report> {
  readonly report: Report
  /** Whether to say how it is reckoned. */
  readonly explain: boolean
}

/** A report of many rows, of which only so many may be wanted. */
export interface Limited {
  /** How many rows are shown at most; undefined: all. */
  readonly limit: number | undefined
}

/** That there are more rows than were wanted. */
export function leftOut(all: number, { limit = all }: Limited, { words }: Voice): string[] {
  return limit < all ? [words.report.more(all - limit)] : []
}

interface ReportParts<Value, Row> extends Omit<Screen<Value, Row>, 'lines' | 'next'> {
  title(value: Value, voice: Voice): string
  body(value: Value, voice: Voice): readonly string[]
  /** How its figures are reckoned. */
  reckoning(value: Value, voice: Voice): readonly string[]
  /** What to type next. */
  next(value: Value, voice: Voice): string
}

/**
 * The screen of a report: its title, its lines, and how it is reckoned if that was asked for, else what to type next.
 */
export function reportScreen<Value extends Reported<unknown>, Row = Value>(
  parts: ReportParts<Value, Row>,
): Screen<Value, Row> {
  const { title, body, reckoning, next, ...screen } = parts
  return {
    data: ({ report }) => report,
    ...screen,
    lines: (value, voice) => [
      voice.strong(title(value, voice)),
      ...body(value, voice),
      ...(value.explain ? reckoned(reckoning(value, voice), voice) : []),
    ],
    next: (value, voice) => (value.explain ? [] : continued(next(value, voice), voice.width ?? pipeWidth)),
  }
}

/** How figures are reckoned, each line broken and set in by two. */
export function reckoned(lines: readonly string[], voice: Voice): string[] {
  return lines.flatMap((line) => wrap(line, voice.width ?? pipeWidth, '  '))
}

/** The days a report is of: all up to one, or those between two. */
export function daysOf({ from, to }: OpenPeriod, days: Words['report']['days']): string {
  return from === null ? days.upTo(to) : days.since(from, to)
}

/** What to type where a report has nobody: what makes somebody, when everything was asked for; else the whole of it. */
export function nextOfNobody(report: string, whole: boolean, { words }: Voice, begin = words.report.noteSale): string {
  return whole ? begin : words.report.everything(report)
}

/** Sentences are broken in a pipe as well. */
export const pipeWidth = 100
