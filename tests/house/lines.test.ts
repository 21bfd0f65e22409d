import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const most = 120

test('lines have at most 120 columns', () => {
  const longer = ['src', 'tests'].flatMap((place) =>
    readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${place}/${name.replaceAll('\\', '/')}`)
      .flatMap((file) =>
        readFileSync(join(root, file), 'utf8')
          .split('\n')
          .flatMap((line, at) => (line.length > most ? [`${file}:${at + 1}`] : [])),
      ),
  )
  expect(longer).toEqual([])
})
