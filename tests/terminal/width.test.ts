import stripAnsi from 'strip-ansi'
import { expect, test } from 'vitest'
import { continued, hung } from '../../src/terminal/width.ts'

const dim = (text: string) => `\u001b[2m${text}\u001b[22m`

test('paint takes no columns, and no sequence of it is broken where a line is', () => {
  const full = `${'请'.repeat(39)}。`
  for (const inLines of [hung, continued]) {
    expect(inLines(dim(full), 80)).toEqual([dim(full)])
    for (const line of inLines(dim(`  ${full}说完`), 80)) expect(line).toBe(dim(stripAnsi(line)))
    expect(inLines(`${dim(full)}说完`, 80).join('')).not.toContain('\u001b')
  }
})
