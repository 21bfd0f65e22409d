import { expect, test } from 'vitest'
import { becomes } from '../rosters/becomes.ts'
import { exports } from '../rosters/exports.ts'
import { exportsAbroad } from '../rosters/exports-abroad.ts'

test.each([...exports, ...exportsAbroad])('$name', async (one) => {
  expect(await becomes(one)).toEqual(one.becomes)
})
