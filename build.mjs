// Bundles the program into dist/: main.cjs answers --version by itself, program.cjs is the rest in one file (fewer files start faster),
// and what few commands need stands apart, so that the others do not read it.
import { rmSync } from 'node:fs'
import { build } from 'esbuild'

/** How a piece is asked for by `import()`, and what it is built from. */
const apart = {
  './program.ts': 'src/program.ts',
  './zh.ts': 'src/locales/zh.ts',
  './en.ts': 'src/locales/en.ts',
  'pinyin-pro': 'pinyin-pro',
  'libphonenumber-js/max': 'libphonenumber-js/max',
  tyme4ts: 'tyme4ts',
  'read-excel-file/universal': 'read-excel-file/universal',
  // The page of report --html, with what draws its charts.
  '../../page/page.ts': 'src/page/page.ts',
  // Run on a thread of its own, by roster/elsewhere.ts.
  './reading.ts': 'src/ledger/roster/reading.ts',
}

const nameOf = (path) => path.replace(/^.*\/(?=\w+\.ts$)|\.ts$/g, '').replace('/', '-')

/** Leaves the pieces that stand apart out of a bundle, and names what is built of them instead. */
const leaveOut = {
  name: 'leave out',
  setup: (bundle) =>
    bundle.onResolve({ filter: /./ }, ({ path, kind }) =>
      kind === 'dynamic-import' && Object.hasOwn(apart, path) ? { path: `./${nameOf(path)}.cjs`, external: true } : null,
    ),
}

rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: { main: 'src/main.ts', ...Object.fromEntries(Object.entries(apart).map(([path, source]) => [nameOf(path), source])) },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  external: ['better-sqlite3'],
  plugins: [leaveOut],
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': 'here', 'process.env.NODE_ENV': '"production"' },
  banner: { js: '"use strict";const here = require("node:url").pathToFileURL(__filename).href;' },
  logLevel: 'warning',
})
