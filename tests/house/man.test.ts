import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { globalFlags } from '../../src/cli/flags.ts'
import { man as english } from '../../src/locales/en/man.ts'
import { en } from '../../src/locales/en.ts'
import { man as chinese } from '../../src/locales/zh/man.ts'
import { zh } from '../../src/locales/zh.ts'
import { manPage } from '../../src/program/man-page.ts'
import { verbs } from '../../src/program/tree.ts'
import { widthOf } from '../../src/terminal/width.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { version, man: packed } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const pages = [
  { words: en, man: english },
  { words: zh, man: chinese },
]

test.each(pages)('the manual $man.title is what the tree of verbs and help say today', async ({ words, man }) => {
  const path = join(root, 'dist', 'man', `${man.title}.1`)
  expect(packed).toContain(`dist/man/${man.title}.1`)
  expect(existsSync(path), 'npm run build').toBe(true)
  expect(readFileSync(path, 'utf8')).toBe(await manPage(words, man, version))
})

test.each(pages)('$man.title has every command, flag, example and topic', async ({ words, man }) => {
  const plain = (await manPage(words, man, version))
    .replaceAll('\\:', '')
    .replaceAll('\\-', '-')
    .replaceAll('\\e', '\\')
    .replaceAll('\\&', '')
  const wanted = [...globalFlags.map((flag) => flag.replace(/\*$/, ''))]
  for (const [name, load] of Object.entries(verbs)) {
    const { verb } = await load()
    wanted.push(`.B regulars ${name}`, ...(verb.options ?? []).map((flag) => flag.replace(/\*$/, '')))
    wanted.push(...(words.help.commands[name]?.examples ?? []))
  }
  for (const [topic, { does }] of Object.entries(words.help.topics))
    if (topic !== 'flags') wanted.push(`${man.topic} ${topic}`, does)
  expect(wanted.filter((one) => !plain.includes(one))).toEqual([])
})

const missing = (program: string) => spawnSync(program, ['--version']).error !== undefined

test.skipIf(missing('groff'))(
  'groff sets both without a fault, in 80 columns but for examples (skipped without groff)',
  async () => {
    for (const { words, man } of pages) {
      const page = await manPage(words, man, version)
      const set = spawnSync('groff', ['-man', '-Tutf8', '-Kutf8', '-P-c', '-rLL=80n'], {
        // How wide a letter is, groff asks the locale.
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
        input: page,
        encoding: 'utf8',
      })
      expect(set.stderr.split('\n').filter((line) => line !== '' && !/can't break|cannot adjust/.test(line))).toEqual(
        [],
      )
      const examples = Object.values(words.help.commands).flatMap(({ examples: lines }) => lines)
      const wide = set.stdout
        .replace(new RegExp(`.${String.fromCharCode(8)}`, 'g'), '')
        .split('\n')
        .filter((line) => widthOf(line) > 80 && !examples.includes(line.trim()))
      expect(wide).toEqual([])
      expect(set.stdout.split('\n').length).toBeGreaterThan(1000)
    }
  },
)

test.skipIf(spawnSync('mandoc', ['-Tascii'], { input: '' }).error !== undefined)(
  'mandoc has nothing to say but that it has no date (skipped without mandoc)',
  async () => {
    for (const { words, man } of pages) {
      const lint = spawnSync('mandoc', ['-Tlint', '-W', 'warning'], {
        input: await manPage(words, man, version),
        encoding: 'utf8',
      })
      expect(lint.stdout.split('\n').filter((line) => line !== '' && !line.includes('missing date'))).toEqual([])
    }
  },
)
