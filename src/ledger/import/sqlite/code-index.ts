import type Database from 'better-sqlite3'
import { hash } from './bloom-filter.ts'

const mostCards = 1_000_000
const mostText = 16_000_000
/** Cards read at a time. */
const runLength = 10_000

/**
 * Who has which card, all of it in memory, some 30 bytes a card: a till's file names them in no order, and each look
 * into the index of the ledger takes 4 us, one in here 0.3 (measured). Null where the ledger has more cards than memory
 * should go to.
 */
export class CodeIndex {
  private slots: Int32Array
  private starts = new Uint32Array(1 << 10)
  private ids = new Int32Array(1 << 10)
  private hashes = new Int32Array(1 << 10)
  private text = new Uint16Array(1 << 13)
  private count = 0

  private constructor() {
    this.slots = new Int32Array(1 << 11)
  }

  static of(sqlite: Database.Database): CodeIndex | null {
    // In runs: one by one they take twice as long, all at once too much memory.
    const found = sqlite.prepare('SELECT code_key, id FROM customer WHERE code_key > ? ORDER BY code_key LIMIT ?').raw()
    const index = new CodeIndex()
    for (let [after, full] = ['', true]; full; ) {
      const run = found.all(after, runLength) as [string, number][]
      for (const [key, id] of run) {
        if (index.isFull(key)) return null
        index.add(key, id)
      }
      full = run.length === runLength
      after = run.at(-1)?.[0] ?? ''
    }
    return index
  }

  private isFull(key: string): boolean {
    return this.count >= mostCards || (this.starts[this.count] as number) + key.length > mostText
  }

  /** Of a card that nobody had. */
  add(key: string, id: number): void {
    const from = this.starts[this.count] as number
    const to = from + key.length
    if (this.count + 2 > this.ids.length) {
      this.starts = grown(this.starts, Uint32Array)
      this.ids = grown(this.ids, Int32Array)
      this.hashes = grown(this.hashes, Int32Array)
      this.spread()
    }
    while (to > this.text.length) this.text = grown(this.text, Uint16Array)
    for (let at = 0; at < key.length; at++) this.text[from + at] = key.charCodeAt(at)
    this.ids[this.count] = id
    this.hashes[this.count] = hash(key)
    this.count++
    this.starts[this.count] = to
    this.place(this.count)
  }

  get(key: string): number | null {
    const last = this.slots.length - 1
    for (let slot = hash(key) & last; ; slot = (slot + 1) & last) {
      const number = this.slots[slot] as number
      if (number === 0) return null
      if (this.is(number - 1, key)) return this.ids[number - 1] as number
    }
  }

  private is(card: number, key: string): boolean {
    const from = this.starts[card] as number
    if ((this.starts[card + 1] as number) - from !== key.length) return false
    for (let at = 0; at < key.length; at++) if (this.text[from + at] !== key.charCodeAt(at)) return false
    return true
  }

  private place(number: number): void {
    const last = this.slots.length - 1
    let slot = (this.hashes[number - 1] as number) & last
    while (this.slots[slot] !== 0) slot = (slot + 1) & last
    this.slots[slot] = number
  }

  /** Twice the slots, each card in its place anew. */
  private spread(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    for (let number = 1; number <= this.count; number++) this.place(number)
  }
}

function grown<Numbers extends Uint32Array | Int32Array | Uint16Array>(
  room: Numbers,
  Kind: new (length: number) => Numbers,
): Numbers {
  const larger = new Kind(room.length * 2)
  larger.set(room)
  return larger
}
