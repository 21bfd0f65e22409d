// Writes the manual, dist/man/regulars.1 and regulars-zh.1, from the tree of verbs and the words of help.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'

export async function writeManual(version) {
  mkdirSync('dist/man', { recursive: true })
  // Among the packages, where what it needs of them is found.
  const work = mkdtempSync(join('node_modules', '.man-'))
  try {
    const bundle = join(process.cwd(), work, 'man.cjs')
    await build({
      stdin: {
        contents: `
        export { manPage } from './src/program/man-page.ts'
        export { en } from './src/locales/en.ts'
        export { zh } from './src/locales/zh.ts'
        export { man as manEn } from './src/locales/en/man.ts'
        export { man as manZh } from './src/locales/zh/man.ts'`,
        resolveDir: '.',
        loader: 'ts',
      },
      outfile: bundle,
      bundle: true,
      packages: 'external',
      platform: 'node',
      target: 'node22',
      format: 'cjs',
      supported: { 'dynamic-import': false },
      define: { 'import.meta.url': 'here' },
      banner: { js: 'const here = require("node:url").pathToFileURL(__filename).href;' },
      logLevel: 'warning',
    })
    const { manPage, en, zh, manEn, manZh } = createRequire(bundle)(bundle)
    for (const [words, man] of [
      [en, manEn],
      [zh, manZh],
    ])
      writeFileSync(`dist/man/${man.title}.1`, await manPage(words, man, version))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
