// Bundles the program into dist/: main.cjs answers --version by itself, program.cjs is the rest in one file (fewer
// files start faster),
// and what few commands need stands apart, so that the others do not read it.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { writeManual } from './build/man.mjs'
import { late, leaveOut, onlyVerbs, sqlite, whole } from './build/plugins.mjs'
import { withOwnPiece } from './src/start/daily.ts'

/** How a piece is asked for by `import()`, and what it is built from. */
const apart = {
  './program/session.ts': 'src/program/session.ts',
  './zh.ts': 'src/locales/zh.ts',
  './en.ts': 'src/locales/en.ts',
  'pinyin-pro': 'pinyin-pro',
  'libphonenumber-js/max': 'libphonenumber-js/max',
  tyme4ts: 'tyme4ts',
  // For calendars alone, and 38 KB.
  'ical-generator': 'ical-generator',
  pg: 'pg',
  // What reads workbooks, with yauzl.
  './xlsx/workbook.ts': 'src/ledger/import/file/xlsx/workbook.ts',
  // The page of report --html, with what draws its charts.
  '../../page/page.ts': 'src/page/page.ts',
  // Run on a thread of its own, by import/worker/reader-thread.ts.
  './worker.ts': 'src/ledger/import/worker/worker.ts',
}

const nameOf = (path) => path.replace(/^.*\/(?=\w+\.ts$)|\.ts$/g, '').replace('/', '-')

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
rmSync('dist', { recursive: true, force: true })
const carried = new Set()
const plugins = [leaveOut(apart, nameOf), whole(carried), sqlite, late]
const settings = {
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': 'here', 'process.env.NODE_ENV': '"production"' },
  banner: { js: '"use strict";const here = require("node:url").pathToFileURL(__filename).href;' },
  logLevel: 'warning',
}
const { metafile } = await build({
  ...settings,
  metafile: true,
  entryPoints: {
    main: 'src/main.ts',
    ...Object.fromEntries(Object.entries(apart).map(([path, source]) => [nameOf(path), source])),
  },
  plugins,
})
// The same program once more with the daily verbs alone, which are what is waited for, half as much to read; and with
// each of the most typed by itself, a third less again.
const pieces = { counter: /\/commands\/daily\// }
for (const word of withOwnPiece) pieces[word] = new RegExp(`/commands/daily/${word}\\.ts$`)
for (const [piece, paths] of Object.entries(pieces))
  await build({
    ...settings,
    entryPoints: { [piece]: 'src/program/session.ts' },
    plugins: [onlyVerbs(paths), ...plugins],
  })

// In ASCII alone a file takes half the memory: esbuild spells out what stands in strings, not in patterns.
for (const file of readdirSync('dist')) {
  const text = readFileSync(`dist/${file}`, 'utf8')
  writeFileSync(
    `dist/${file}`,
    text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  )
}

// Code is kept by build (src/start/code-cache.ts): npm gives every file of every version the same time.
const hash = createHash('sha256')
for (const file of readdirSync('dist').sort()) hash.update(readFileSync(`dist/${file}`))
writeFileSync(
  'dist/main.cjs',
  readFileSync('dist/main.cjs', 'utf8').replace('@build@', `${version}-${hash.digest('hex').slice(0, 12)}`),
)

/** Whose work is in the bundle, each with the licence that asks to go along with it. */
const packages = new Set(
  [...Object.keys(metafile.inputs), ...carried].flatMap(
    (path) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? [],
  ),
)
const licences = new Map()
for (const folder of [...packages].sort()) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)(\.\w+)?$/i.test(file))
  // Packages of one author carry the same texts: each is written once, under all their names.
  const texts = files.map((file) => readFileSync(`${folder}/${file}`, 'utf8').trim()).join('\n\n')
  licences.set(texts, [...(licences.get(texts) ?? []), `${name} ${version} (${license})`])
}
const sections = [...licences].map(([texts, names]) =>
  [[...new Set(names)].join('\n'), texts].filter(Boolean).join('\n\n'),
)
writeFileSync('dist/LICENSES.txt', `${sections.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`)

await writeManual(version)
