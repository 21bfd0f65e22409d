// Bundles the program into dist/: main.cjs answers --version by itself, program.cjs is everything else in one file (fewer files start faster).
import { rmSync } from 'node:fs'
import { build } from 'esbuild'

/** Leaves the given source file out of the bundle and names what was built of it instead. */
const apart = (source, built) => ({
  name: `apart: ${built}`,
  setup: (bundle) => bundle.onResolve({ filter: new RegExp(`/${source}$`) }, () => ({ path: `./${built}`, external: true })),
})

const shared = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node22',
  format: 'cjs',
  external: ['better-sqlite3'],
  define: { 'import.meta.url': 'here' },
  banner: { js: '"use strict";const here = require("node:url").pathToFileURL(__filename).href;' },
  supported: { 'dynamic-import': false },
  logLevel: 'warning',
}

rmSync('dist', { recursive: true, force: true })
await build({ ...shared, entryPoints: ['src/main.ts'], outfile: 'dist/main.cjs', plugins: [apart('program\\.ts', 'program.cjs')] })
await build({ ...shared, entryPoints: ['src/program.ts'], outfile: 'dist/program.cjs' })
