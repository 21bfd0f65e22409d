import { expect, test } from 'vitest'
import { PlacesById } from '../../../src/ledger/standing/customer-places.ts'

test('places by id are told as a Map would tell them, of ids far apart too', () => {
  const places = new PlacesById()
  const like = new Map<number, readonly [number, number]>()
  let at = 0
  for (const [id, length] of [
    [1, 2],
    [3, 1],
    [1023, 4],
    [1024, 1],
    [9000, 3],
  ] as const) {
    places.add(id, at, at + length)
    like.set(id, [at, at + length])
    at += length
  }
  expect([...places]).toEqual([...like])
  expect([...places.keys()]).toEqual([...like.keys()])
  expect([...places.values()]).toEqual([...like.values()])
  for (const id of [0, 1, 2, 1023, 9000, 9001, 1_000_000]) expect(places.get(id)).toEqual(like.get(id))
})
