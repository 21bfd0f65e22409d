import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { keys } from '../../src/ledger/book/policy/keys.ts'

const src = fileURLToPath(new URL('../../src', import.meta.url))
const code = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((one) => one.isFile() && one.name.endsWith('.ts'))
  .map((one) => join(one.parentPath, one.name))
  .filter((path) => !/\/locales\/|\/policy\/(keys|segment-ranges)\.ts$/.test(path))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

/** Keys read by a part of their name: `cadence.${tier}`, every rule's own, the shop's settings, segments. */
const families: readonly RegExp[] = [
  /^(cadence|relation|survey\.every|points\.rate|tier\.rfm|tier\.scorecard)\.[A-D]$/,
  /^tier\.[A-D]\.(privilege|privilegePercent|birthdayGift)$/,
  /^tier\.scorecard\.[a-z]+$/,
  /^shop\./,
  /^rfm\./,
  /^due\.[a-z-]+\.\w+$/,
]

/** How each family is read. */
const readers: readonly (readonly [RegExp, string])[] = [
  [/^cadence\.[A-D]$/, 'cadence.${'],
  [/^relation\./, 'relation.${'],
  [/^survey\.every\./, 'survey.every.${'],
  [/^points\.rate\.[A-D]$/, 'points.rate.${'],
  [/^tier\.[A-D]\.privilege$/, '}.privilege`'],
  [/^tier\.[A-D]\.privilegePercent$/, '}.privilegePercent`'],
  [/^tier\.[A-D]\.birthdayGift$/, '}.birthdayGift`'],
]

test('no key of the policy does nothing: each is read where something is decided', () => {
  const unread = Object.keys(keys).filter((key) => {
    if (code.includes(`'${key}'`)) return false
    const reader = readers.find(([family]) => family.test(key))
    if (reader) return !code.includes(reader[1])
    // Those of a rule are handed to it by name; scores and segments by their list.
    const [, own = ''] = /^due\.[a-z-]+\.(\w+)$/.exec(key) ?? []
    if (own !== '') return own !== 'on' && own !== 'weight' && !code.includes(`own.${own}`)
    return !families.some((family) => family.test(key))
  })
  expect(unread).toEqual([])
})
