import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { verbs } from '../../src/program/tree.ts'
import { richShop } from '../commands/rich-shop.ts'
import { runs } from '../runs.ts'

/** What a script puts into a line when it goes wrong: nothing, blanks, far too much, another kind of thing. */
const odd = [
  '',
  ' ',
  '0',
  '-1',
  '9'.repeat(20),
  '1e9',
  'NaN',
  'x'.repeat(3000),
  '💩',
  '2026-11-21',
  "'",
  ',',
  '=',
  '..',
]

/** Words that fit, by the names of arguments. */
const fitting: Readonly<Record<string, string>> = {
  amount: '5',
  day: '3d',
  tier: 'A',
  points: '5',
  perceived: '4',
  id: '1',
  step: '2',
  visits: '5',
  name: '品茶会',
  key: 'cadence.A',
  value: '9',
  entry: '3',
  tags: '+a',
  from: '-li',
  change: '3',
  template: 'greeting',
  system: 'cron',
  shell: 'bash',
}

/** They look at the whole machine, ask for a server or a keyboard, or take their time. */
const left = new Set(['demo', 'round', 'doctor', 'backup', 'ledgers'])

/** Lines of every command with one odd value each, in the place of an argument or of a flag. */
async function oddLines(roster: string): Promise<string[][]> {
  const lines: string[][] = []
  for (const [name, load] of Object.entries(verbs)) {
    if (left.has(name)) continue
    const { verb } = await load()
    const names = [...(verb.args ?? '').matchAll(/[<[]([\w-]+)/g)].map(([, arg]) => arg ?? '')
    const words = names.map((arg) => (arg === 'file' ? roster : (fitting[arg] ?? '007')))
    for (const value of odd) {
      for (const at of words.keys()) lines.push([...name.split(' '), ...words.with(at, value)])
      for (const option of verb.options ?? [])
        if (option.includes('<')) lines.push([...name.split(' '), ...words, /--[\w-]+/.exec(option)?.[0] ?? '', value])
    }
  }
  return lines
}

test('no value, however odd, is a fault of ours: it is taken, or refused in words', async () => {
  const shop = await richShop()
  const roster = join(shop.folder, 'roster.csv')
  writeFileSync(roster, 'name,phone\nAnna,13812345678\n')
  const lines = await oddLines(roster)
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...lines), async (line) => {
      const { exit, out, err } = await shop.regulars([...line, '--dry-run', '--yes', '--no-input', '--json'])
      expect([0, 1, 2, 3, 4], err).toContain(exit)
      expect(`${out}${err}`.trim()).not.toBe('')
    }),
    { numRuns: runs(40) },
  )
})
