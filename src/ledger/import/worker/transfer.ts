/** Begin what is a number, a text that is empty or begins like one of these, and whatever JSON can say. */
const marks = ['', '\u0001', '\u0002', '\u0003'] as const

/**
 * Values on their way from one thread to another, all of them as one text: a thousand small objects, or texts one by
 * one, cost more to copy than the other core saves (measured). They come out of `RowDecoder` in the order they went in.
 */
export class RowEncoder {
  private values: string[] = []

  put(value: string | number | null): void {
    if (value === null) this.values.push('')
    else if (typeof value === 'number') this.values.push(marks[1] + value)
    else if (value.includes('\0')) this.putAny(value)
    else if (value === '' || value.charCodeAt(0) <= 3) this.values.push(marks[2] + value)
    else this.values.push(value)
  }

  /** A value of any shape: dearer. */
  putAny(value: unknown): void {
    this.values.push(marks[3] + JSON.stringify(value))
  }

  finish(): string {
    const text = this.values.join('\0')
    this.values = []
    return text
  }
}

/** Cuts a value off when it is asked for: those of a whole batch at once would outlive the nursery. */
export class RowDecoder {
  private at = 0

  constructor(private readonly values: string) {}

  take(): string | number | null {
    const end = this.values.indexOf('\0', this.at)
    const value = end < 0 ? this.values.slice(this.at) : this.values.slice(this.at, end)
    this.at = end < 0 ? this.values.length : end + 1
    const mark = value.charCodeAt(0)
    if (mark > 3) return value
    if (value === '') return null
    if (mark === 1) return Number(value.slice(1))
    return mark === 2 ? value.slice(1) : JSON.parse(value.slice(1))
  }

  text(): string | null {
    return this.take() as string | null
  }

  number(): number | null {
    return this.take() as number | null
  }

  any<Value>(): Value | null {
    return this.take() as Value | null
  }
}
