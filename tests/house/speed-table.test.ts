import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tableOf } from '../../bench/findings.ts'

test('the table of speed names what keeps its goal and what misses it', () => {
  const table = tableOf([
    { name: 'find', beside: 'node', ratio: 2.04, cpu: 2.5, goal: 2.1 },
    { name: 'due', beside: 'node', ratio: 12.34, goal: 3.5 },
    { name: 'import', beside: 'peer', ratio: 1.4, goal: 1.5, atLeast: true, peak: 120, peakGoal: 200 },
    { name: 'memory', beside: '', peak: 280.4, peakGoal: 300 },
    { name: 'show', beside: 'node', ratio: 1 },
    { name: 'import', beside: 'a peer that is not there', goal: 20, atLeast: true },
  ])
  expect(table.split('\n')).toEqual([
    '| what | clock | processor | peak | goal | | beside |',
    '|---|---|---|---|---|---|---|',
    '| find | 2.04 x | 2.50 x |  | 2.1 x | kept | node |',
    '| due | 12.3 x |  |  | 3.5 x | **missed** | node |',
    '| import | 1.40 x |  | 120 MB | at least 1.5 x, 200 MB | **missed** | peer |',
    '| memory |  |  | 280 MB | 300 MB | kept |  |',
    '| show | 1.00 x |  |  |  |  | node |',
    '| import |  |  |  | at least 20 x | not measured | a peer that is not there |',
  ])
})

test('the README has the marks between which the table is written', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  expect(readme.match(/<!-- speed -->\n[\s\S]+<!-- \/speed -->/g)).toHaveLength(1)
})
