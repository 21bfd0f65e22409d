import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../src', import.meta.url))
const exported = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => {
    const text = readFileSync(join(root, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
    const declared = text.matchAll(/^export (?:declare |default )?(?:abstract )?(?:interface|type|class|enum) (\w+)/gm)
    return [...declared].map(([, type = '']) => ({ type, file: name.replaceAll('\\', '/') }))
  })

test('one word, one thing: no two exported types or classes share a name', () => {
  const files = Map.groupBy(exported, ({ type }) => type)
  const shared = [...files]
    .filter(([, places]) => places.length > 1)
    .map(([type, places]) => `${type}: ${places.map(({ file }) => file).join(', ')}`)
  expect(exported.length).toBeGreaterThan(300)
  expect(shared).toEqual([])
})

test('no exported type or class is called like a global', () => {
  const taken = new Set([...Object.getOwnPropertyNames(globalThis), ...ambient()])
  expect(
    ['Set', 'Partial', 'Iterable', 'ReadonlyMap', 'Capitalize', 'PromiseLike'].filter((name) => !taken.has(name)),
  ).toEqual([])
  expect(exported.filter(({ type }) => taken.has(type)).map(({ type, file }) => `${type}: ${file}`)).toEqual([])
})

/** Types that the compiler knows without an import, many of which Node does not have as values. */
function ambient(): string[] {
  const folder = dirname(
    createRequire(import.meta.url).resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`),
  )
  const libraries = readdirSync(join(folder, 'lib')).filter((name) => /^lib\.(?:es|decorators).*\.d\.ts$/.test(name))
  return libraries.flatMap((name) =>
    [
      ...readFileSync(join(folder, 'lib', name), 'utf8').matchAll(/^(?:declare )?(?:interface|type|class|var) (\w+)/gm),
    ].map(([, type = '']) => type),
  )
}
