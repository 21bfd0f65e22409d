import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parseCommandLine, wordsOf } from '../../src/program/parse.ts'
import { verbs } from '../../src/program/tree.ts'
import { openShop, split } from '../shop.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8')
const between = (name: string) => new RegExp(`<!-- ${name} -->([\\s\\S]*?)<!-- /${name} -->`).exec(readme)?.[1] ?? ''

test('every command is in the README, and the other way round', () => {
  const known = Object.keys(verbs)
  const listed = [...between('commands').matchAll(/^\| `regulars ([^`]+)`/gm)].map(
    ([, line = '']) =>
      known.filter((name) => `${line} `.startsWith(`${name} `)).sort((one, other) => other.length - one.length)[0] ??
      line,
  )
  expect(listed.toSorted()).toEqual(known.toSorted())
})

test('every command line of the README can be read', async () => {
  const typedIn = (kind: string, block: string) =>
    block.split('\n').filter((line) => kind !== 'console' || line.startsWith('$ '))
  const blocks = [...readme.matchAll(/```(sh|cron|console)\n([\s\S]*?)```/g)].flatMap(([, kind = '', block = '']) =>
    typedIn(kind, block),
  )
  const typed = blocks
    .flatMap((line) =>
      line
        .replace(/^\$ /, '')
        .replace(/^[\d* ]+(?=regulars)/, '')
        .split(/\s+(?:&&|\|\||\|)\s+|;\s*/),
    )
    .map((part) => part.replace(/\s+#.*$/, '').trim())
  const lines = typed.filter((part) => /^regulars( |$)/.test(part))
  expect(lines.length).toBeGreaterThan(8)
  for (const line of lines) {
    const { verb: named, rest, help } = wordsOf(split(line.replace(/\s+[<>]+\s*\S+/g, '')).slice(1))
    const verb = named === null ? null : (await verbs[named]?.())?.verb
    if (!help && verb)
      expect(
        () =>
          parseCommandLine(verb, rest, { env: {}, folders: { data: '/data' }, user: 'me' } as never, {
            shops: { north: 'north.db', 北店: 'north.db' },
          }),
        line,
      ).not.toThrow()
  }
})

/** `$ regulars …` and what it prints, from a ledger that is not there yet, on the morning of all tests. */
test('the session of the README runs, and prints what it shows', async () => {
  const shop = await openShop(false)
  const steps = between('session')
    .replace(/```\w*\n?/g, '')
    .split(/^\$ /m)
    .slice(1)
    .map((step) => {
      const [line = '', ...shown] = step.split('\n')
      return { line, shown: shown.join('\n').trim() }
    })
  expect(steps.length).toBeGreaterThan(0)
  for (const { line, shown } of steps) {
    const ran = await shop.regulars(split(line).slice(1))
    expect(ran.exit, `${line}\n${ran.err}`).toBe(0)
    const printed = `${ran.out}${ran.err}`.replaceAll(shop.db, '~/.local/share/regulars/shop.db').trim()
    if (shown !== '')
      expect(
        printed.split('\n').map((one) => one.trimEnd()),
        line,
      ).toEqual(shown.split('\n').map((one) => one.trimEnd()))
  }
})

test('every room of the house has a sentence in the table of rooms, and the other way round', () => {
  const [, rooms = ''] = /### The rooms\n([\s\S]*?)\n### /.exec(readme) ?? []
  const told = [...rooms.matchAll(/^\|.*?`([^`]+)` \| [^|\n]+\.( [^|\n]+)? \|$/gm)].flatMap(([, cell = '']) =>
    cell.split(' '),
  )
  const named = (folder: string) => readdirSync(join(root, folder)).map((name) => name.replace(/\.ts$/, ''))
  const outer = named('src').filter((name) => name !== 'main' && name !== 'world')
  expect(told.sort()).toEqual([...outer.map((name) => `src/${name}`), ...named('src/ledger')].sort())
})
