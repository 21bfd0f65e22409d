import { type Day, serial } from '../day.ts'
import { median } from '../quantile.ts'
import type { Standing } from './standing.ts'

/** What the days of a customer's purchases say of a standing: all but the money. */
export type VisitSums = Pick<Standing, 'purchases' | 'days' | 'firstOn' | 'lastOn' | 'gap' | 'visits' | 'windowDays'>

const length = 10

/**
 * Makes the reader of one customer's days, written without a blank between (`2026-11-032026-11-21`), one for each
 * purchase: what `sumRowByRow` says of the same days; those of the window count from a day on. It reads digits instead
 * of making a text of every day: a third of the time on 2,000,000 of them.
 */
export function makeDayTextReader(from: Day): (text: string) => VisitSums {
  const window = serial(from)
  const gaps = new Gaps()
  return function read(text): VisitSums {
    let [days, visits, windowDays] = [0, 0, 0]
    let before = Number.NEGATIVE_INFINITY
    gaps.clear()
    for (let at = 0; at < text.length; at += length) {
      const day = numberOf(text, at)
      if (day < before) return read(inOrder(text))
      if (day >= window) visits++
      if (day === before) continue
      if (days > 0) gaps.push(day - before)
      if (day >= window) windowDays++
      before = day
      days++
    }
    return {
      purchases: text.length / length,
      days,
      firstOn: days === 0 ? null : text.slice(0, length),
      lastOn: days === 0 ? null : text.slice(-length),
      gap: gaps.median(),
      visits,
      windowDays,
    }
  }
}

/** Makes the reader of one customer's gap from their days alone, written as above; null where it has none. */
export function makeGapReader(): (text: string) => number | null {
  const gaps = new Gaps()
  return function read(text): number | null {
    let before = Number.NaN
    gaps.clear()
    for (let at = 0; at < text.length; at += length) {
      const day = numberOf(text, at)
      if (day < before) return read(inOrder(text))
      if (day > before) gaps.push(day - before)
      before = day
    }
    return gaps.median()
  }
}

/** The days in order: SQLite hands rows to an aggregate in the order of the index, and does not promise to. */
export function inOrder(text: string): string {
  for (let at = length; at < text.length; at += length)
    if (numberOf(text, at) < numberOf(text, at - length)) return (text.match(/.{10}/g) ?? []).sort().join('')
  return text
}

/** The days less some of them, each once. */
export function without(text: string, gone: readonly Day[]): string {
  return gone.reduce((left, on) => {
    // Ten characters a day, so that the end of one and the beginning of the next are not taken for a third.
    const at = (left.match(/.{10}/g) ?? ([] as string[])).indexOf(on) * length
    return left.slice(0, at) + left.slice(at + length)
  }, text)
}

const serials = new Map<number, number>()

function numberOf(text: string, at: number): number {
  const year = twoDigits(text, at) * 100 + twoDigits(text, at + 2)
  const key = year * 512 + twoDigits(text, at + 5) * 32 + twoDigits(text, at + 8)
  let number = serials.get(key)
  if (number === undefined) {
    number = serial(text.slice(at, at + length))
    serials.set(key, number)
  }
  return number
}

function twoDigits(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528
}

/** The gaps of one customer after another, in an array that is used again. */
class Gaps {
  private room = new Float64Array(64)
  private count = 0

  clear(): void {
    this.count = 0
  }

  push(gap: number): void {
    if (this.count === this.room.length) {
      const larger = new Float64Array(2 * this.count)
      larger.set(this.room)
      this.room = larger
    }
    this.room[this.count++] = gap
  }

  /** Null under two gaps, which are three days. */
  median(): number | null {
    return this.count < 2 ? null : median(this.room.subarray(0, this.count).sort())
  }
}
