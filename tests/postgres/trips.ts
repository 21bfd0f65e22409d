import { createServer, type Socket, connect as to } from 'node:net'
import { setImmediate, setTimeout } from 'node:timers/promises'

/** Ways to a server and back: what was sent at once went together. */
export interface CountedWay {
  /** The same server by way of the count. */
  readonly port: number
  /** What was sent on each way since the last time this was asked; a new connection is one of its own. */
  taken(): string[][]
  close(): void
}

/**
 * A way to a server that hands on no answer before everything that can be asked without it has been asked: a program
 * that sends its questions at once takes one way for all of them, however fast or slow the computer is.
 */
export async function countedWay(port: number): Promise<CountedWay> {
  let ways: string[][] = []
  const server = createServer((program) => carry(program, to(port, '127.0.0.1'), () => ways))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const found = server.address()
  return {
    port: typeof found === 'object' && found ? found.port : 0,
    taken() {
      const taken = ways
      ways = []
      return taken
    },
    close: () => server.close(),
  }
}

function carry(program: Socket, server: Socket, ways: () => string[][]): void {
  const [asking, answering] = [new Messages(true), new Messages(false)]
  let [waiting, answers, way, sent]: [number, Buffer[], string[] | null, number] = [0, [], null, 0]
  const handOn = async () => {
    for (let seen = -1; seen !== sent; ) {
      seen = sent
      await setTimeout(2)
      for (let turn = 0; turn < 5; turn++) await setImmediate()
    }
    if (waiting > 0 || answers.length === 0) return
    way = null
    program.write(Buffer.concat(answers.splice(0)))
  }
  program.on('data', (bytes) => {
    sent++
    for (const { kind, text } of asking.read(bytes)) {
      if (kind === 'X') continue
      if (way === null) {
        way = []
        ways().push(way)
      }
      // The server answers each of these with a word that it is ready.
      if (kind === 'Q' || kind === 'S' || kind === 'startup') waiting++
      if (text !== null) way.push(text)
    }
    server.write(bytes)
  })
  server.on('data', (bytes) => {
    answers.push(bytes)
    waiting -= answering.read(bytes).filter(({ kind }) => kind === 'Z').length
    if (waiting === 0) void handOn()
  })
  for (const [one, other] of [
    [program, server],
    [server, program],
  ] as const) {
    one.on('error', () => {})
    one.on('close', () => other.end())
  }
}

/** The messages of one direction, cut at their lengths; a program's first has no letter before it. */
class Messages {
  private rest = Buffer.alloc(0)
  private readonly fromProgram: boolean
  private started: boolean

  constructor(fromProgram: boolean) {
    this.fromProgram = fromProgram
    this.started = !fromProgram
  }

  read(bytes: Buffer): { readonly kind: string; readonly text: string | null }[] {
    this.rest = Buffer.concat([this.rest, bytes])
    const found: { kind: string; text: string | null }[] = []
    for (;;) {
      const head = this.started ? 1 : 0
      if (this.rest.length < head + 4) return found
      const end = head + this.rest.readUInt32BE(head)
      if (this.rest.length < end) return found
      const [kind, body] = [
        head ? String.fromCharCode(this.rest[0] ?? 0) : 'startup',
        this.rest.subarray(head + 4, end),
      ]
      found.push({ kind, text: this.fromProgram ? textOf(kind, body) : null })
      this.started = true
      this.rest = this.rest.subarray(end)
    }
  }
}

function textOf(kind: string, body: Buffer): string | null {
  if (kind === 'startup') return kind
  const texts = body.toString('utf8').split('\0')
  if (kind === 'Q') return texts[0] ?? null
  return kind === 'P' ? (texts[1] ?? null) : null
}
