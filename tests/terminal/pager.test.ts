import { spawnSync } from 'node:child_process'
import { beforeAll, expect, test } from 'vitest'
import { bin, build } from '../attacks/started.ts'
import { openShop } from '../shop.ts'

beforeAll(build)

const taken = () => {
  const pages: [text: string, pager: string][] = []
  return { pages, pager: (text: string, pager: string) => pages.push([text, pager]) > 0 }
}

test('on a terminal what is longer than it goes through the pager, whole; in a pipe or on a long one not', async () => {
  const shop = await openShop('init --lang en')
  for (let at = 1; at <= 12; at++) await shop.json(`add C${at}`)
  const { pages, pager } = taken()
  expect(await shop.regulars('list', { columns: 80, rows: 10, pager })).toMatchObject({ exit: 0, out: '' })
  expect(pages).toHaveLength(1)
  expect(pages[0]?.[0]).toContain('#12')
  expect(pages[0]?.[1]).toBe('less -FRX')
  await shop.regulars('list', { columns: 80, rows: 10, pager, env: { PAGER: 'more' } })
  expect(pages[1]?.[1]).toBe('more')
  await shop.regulars('help', { columns: 80, rows: 24, pager })
  expect(pages[2]?.[0]).toContain('regulars help COMMAND')
  for (const options of [
    { columns: 80, rows: 40, pager },
    { columns: 80, rows: 10, pager, env: { PAGER: 'cat' } },
    { columns: 80, rows: 10, pager, env: { PAGER: '' } },
    { rows: 10, pager },
  ])
    expect((await shop.regulars('list', options)).out).toContain('#12')
  expect(pages).toHaveLength(3)
  // Where there is none, the text is printed as ever.
  expect((await shop.regulars('list', { columns: 80, rows: 10, pager: () => false })).out).toContain('#12')
})

test.skipIf(spawnSync('script', ['--version']).status !== 0)(
  'less is told that names are UTF-8, also on a machine without a locale; what somebody set for it stays',
  () => {
    const paged = (env: NodeJS.ProcessEnv) =>
      spawnSync('script', ['-qec', `stty rows 10 cols 80; ${process.execPath} ${bin} help`, '/dev/null'], {
        env: { PATH: process.env['PATH'], HOME: '/nowhere', TERM: 'xterm', PAGER: 'printenv LESSCHARSET', ...env },
        encoding: 'utf8',
      }).stdout.trim()
    expect(paged({ LANG: 'C' })).toBe('utf-8')
    expect(paged({ LESSCHARSET: 'latin1' })).toBe('latin1')
  },
)
