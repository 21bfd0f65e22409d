// What the bundle does otherwise than esbuild by itself, each for the milliseconds of a start (bench/start.ts).
import { readdirSync, readFileSync } from 'node:fs'
import { build } from 'esbuild'

/**
 * Pieces that stand apart are left out of a bundle, and what is built of them is named instead. What is imported as ever
 * is loaded with the module that imports it: pg, with what speaks to a server.
 */
export const leaveOut = (apart, nameOf) => ({
  name: 'leave out',
  setup: (bundle) =>
    bundle.onResolve({ filter: /./ }, ({ path, kind }) =>
      (kind === 'dynamic-import' || kind === 'import-statement') && Object.hasOwn(apart, path)
        ? { path: `./${nameOf(path)}.cjs`, external: true }
        : null,
    ),
})

/**
 * Of the verbs only those of these paths go along, but for `buy -` with all it knows of files; src/start/daily.ts gives
 * the piece no line that names another.
 */
export const onlyVerbs = (paths) => ({
  name: 'only verbs',
  setup: (bundle) =>
    bundle.onResolve({ filter: /\/commands\/|\/buy-lines/ }, ({ path, kind }) =>
      kind === 'dynamic-import' && !paths.test(path) ? { path: './session.cjs', external: true } : null,
    ),
})

/** What the program uses of each package, read from its own imports. */
const used = { kysely: new Set(), commander: new Set(), 'zod/mini': new Set() }
for (const { parentPath, name } of readdirSync('src', { recursive: true, withFileTypes: true }).filter((entry) =>
  entry.name.endsWith('.ts'),
)) {
  const text = readFileSync(`${parentPath}/${name}`, 'utf8')
  for (const [, names, from] of text.matchAll(/^import \{([^}]*)\} from '([^']*)'/gm))
    for (const one of names.split(',').map((word) => word.trim()))
      if (one !== '' && !one.startsWith('type ')) used[from]?.add(one)
  if (/^import (type )?\* as z from 'zod\/mini'/m.test(text))
    for (const [, one] of text.matchAll(/\bz\.(\w+)\(/g)) used['zod/mini'].add(one)
}

/**
 * A package is one module of what is used of it: of Kysely alone that spares 250. `carried` learns what files it is
 * made of.
 */
export const whole = (carried) => ({
  name: 'whole packages',
  setup(bundle) {
    bundle.onResolve({ filter: /^(kysely|commander|zod\/mini)$/ }, ({ path }) => ({ path, namespace: 'whole' }))
    bundle.onLoad({ filter: /./, namespace: 'whole' }, async ({ path }) => {
      const contents = `export { ${[...used[path]].join(', ')} } from '${path}'`
      const { outputFiles, metafile } = await build({
        stdin: { contents, resolveDir: '.' },
        bundle: true,
        write: false,
        metafile: true,
        format: 'esm',
        platform: 'node',
        target: 'node22',
        plugins: [noChildren, plainOptions, queriesAlone],
        logLevel: 'warning',
      })
      for (const file of Object.keys(metafile.inputs)) carried.add(file)
      return { contents: outputFiles[0].text, resolveDir: '.' }
    })
  },
})

/** commander could run other programs, and would load half of Node for it. */
const noChildren = {
  name: 'no children',
  setup(bundle) {
    bundle.onResolve({ filter: /^node:child_process$/ }, ({ path }) => ({ path, namespace: 'nothing' }))
    bundle.onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: 'export default {}' }))
  },
}

/** Kysely could make tables and put schemas before their names: migrations are SQL here. */
const queriesAlone = {
  name: 'queries alone',
  setup(bundle) {
    bundle.onLoad(
      { filter: /kysely\/dist\/(schema\/schema-module|plugin\/with-schema\/with-schema-plugin)\.js$/ },
      () => ({
        contents: 'export class SchemaModule {}; export class WithSchemaPlugin {}',
      }),
    )
  },
}

/**
 * commander looks at every option for whether it takes several values, by a class of Unicode that takes a millisecond to
 * make.
 */
const plainOptions = {
  name: 'plain options',
  setup(bundle) {
    bundle.onLoad({ filter: /commander\/lib\/option\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      const several = String.raw`/\p{ID_Continue}\.\.\.[>\]]$/u.test(flags)`
      if (!text.includes(several)) throw new Error(`commander no longer asks ${several}`)
      return { contents: text.replace(several, `flags.includes('...') && ${several}`), loader: 'js' }
    })
  },
}

/**
 * better-sqlite3's JavaScript goes along; its native half is found by its own file, where npm put it. It has V8 compile a
 * function for each statement, to make its rows: only what many rows come of is worth that.
 */
export const sqlite = {
  name: 'sqlite',
  setup(bundle) {
    bundle.onLoad({ filter: /better-sqlite3\/lib\/database\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      const compiling = 'function rowFactory('
      if (!text.includes(compiling)) throw new Error(`better-sqlite3 no longer has a ${compiling}`)
      return { contents: text.replace(compiling, `${rowFactory}\nfunction compiledRow(`), loader: 'js' }
    })
    bundle.onLoad({ filter: /better-sqlite3\/lib\/binding\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8').replaceAll('__dirname', 'lib')
      const loading = 'DEFAULT_ADDON = require('
      if (!text.includes(loading)) throw new Error(`better-sqlite3 no longer says ${loading}`)
      return {
        contents: `${sqliteFolder}\n${addon}\n${text.replaceAll(loading, 'DEFAULT_ADDON = addon(')}`,
        loader: 'js',
      }
    })
  },
}

// Looking where npm puts it spares the resolution of a package, two milliseconds.
const sqliteFolder = `
  const near = ['../node_modules', '../..'].map((folder) => require('path').join(__dirname, folder, 'better-sqlite3/lib'))
  const lib =
    near.find((folder) => require('fs').existsSync(folder)) ??
    require('node:module').createRequire(here).resolve('better-sqlite3/package.json').replace('package.json', 'lib')`

// As a module it would be looked for once more, with its package, for half a millisecond.
const addon = `function addon(file) {
  const made = { exports: {} }
  process.dlopen(made, require('path').toNamespacedPath(file))
  return made.exports
}`

const rowFactory = `function rowFactory(...keys) {
  let [rows, row] = [0, null]
  return (...values) => {
    if (row) return row(...values)
    if (++rows === 20) row = compiledRow(...keys)
    const made = {}
    for (let at = 0; at < keys.length; at++) made[keys[at]] = values[at]
    return made
  }
}`

/** The words of a topic are made when they are asked for. */
export const late = {
  name: 'late words',
  setup(bundle) {
    bundle.onLoad({ filter: /\/locales\/(en|zh)\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      const topics = [...text.matchAll(/^import \{ (\w+) \} from '(.*)'$/gm)]
      const contents = topics.reduce(
        (sofar, [line, name, file]) =>
          sofar.replace(line, '').replace(`\n  ${name},`, `\n  get ${name}() { return require('${file}').${name} },`),
        text,
      )
      return { contents, loader: 'ts' }
    })
  },
}
