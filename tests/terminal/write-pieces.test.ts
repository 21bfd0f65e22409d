import { expect, test } from 'vitest'
import { writePieces } from '../../src/terminal/write-pieces.ts'

test('who writes piece after piece waits for a reader that has had enough for now', async () => {
  const happened: string[] = []
  let drained = () => {}
  const stream = {
    write(text: string) {
      happened.push(`write ${text}`)
      return text !== 'b'
    },
    once(_: 'drain', listener: () => void) {
      drained = listener
    },
  }
  function* pieces() {
    for (const piece of ['a', '', 'b', 'c']) {
      happened.push(`read ${piece}`)
      yield piece
    }
  }
  const writing = writePieces(stream, pieces(), (text) => text)
  await expect.poll(() => happened.at(-1)).toBe('write b')
  drained()
  await writing
  expect(happened).toEqual(['read a', 'write a', 'read ', 'read b', 'write b', 'read c', 'write c'])
})

test('on a terminal each piece is made harmless', async () => {
  const written: string[] = []
  await writePieces({ isTTY: true, write: (text) => written.push(text) }, ['a\u0007'], (text) => text.slice(0, 1))
  expect(written).toEqual(['a'])
})
