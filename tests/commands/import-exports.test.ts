import { expect, test } from 'vitest'
import { becomes } from '../rosters/becomes.ts'
import { exports } from '../rosters/exports.ts'

test.each(exports)('$name', async (one) => {
  expect(await becomes(one)).toEqual(one.becomes)
})
