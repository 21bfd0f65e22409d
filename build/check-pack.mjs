// npm run check:pack: what npm would publish, installed for all of a computer into an empty place, works from elsewhere.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const work = mkdtempSync(join(tmpdir(), 'regulars-pack-'))
const wrong = []
const check = (right, said) => {
  console.log(`${right ? 'ok   ' : 'WRONG'} ${said}`)
  if (!right) wrong.push(said)
}

try {
  const [{ filename, files, size }] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work], { encoding: 'utf8' }),
  )
  const paths = files.map(({ path }) => path)
  console.log(`${filename}: ${paths.length} files, ${Math.round(size / 1000)} kB`)
  for (const wanted of [
    'bin/regulars.js',
    'dist/main.cjs',
    'dist/LICENSES.txt',
    'dist/man/regulars.1',
    'LICENSE',
    'README.md',
    'migrations/sqlite/0001.sql',
  ])
    check(
      paths.some((path) => path.startsWith(wanted.replace(/\.sql$/, ''))),
      `the package has ${wanted}`,
    )
  const odd = paths.filter(
    (path) => !/^(bin|dist|migrations)\/|^(README|CHANGELOG)\.md$|^LICENSE$|^package\.json$/.test(path),
  )
  check(odd.length === 0, `and nothing it does not need ${odd.join(' ')}`)

  const prefix = join(work, 'prefix')
  execFileSync('npm', ['install', '-g', '--prefix', prefix, join(work, filename)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const program = join(prefix, 'bin', 'regulars')
  check(existsSync(join(prefix, 'share', 'man', 'man1', 'regulars.1')), 'man finds the manual')
  const elsewhere = join(work, 'elsewhere')
  mkdirSync(elsewhere)
  const run = (node, ...words) =>
    spawnSync(node, [program, ...words], {
      cwd: elsewhere,
      env: { HOME: elsewhere, PATH: '/usr/bin:/bin', LANG: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai' },
      encoding: 'utf8',
    })
  for (const line of [
    'init --name 茶铺',
    'add 王小明 --phone 13800138000',
    'buy wxm 88 茶',
    'report --html page.html',
    'due',
    'undo --yes',
  ]) {
    const { status, stderr } = run(process.execPath, ...line.split(' '))
    check(status === 0, `Node ${process.versions.node}: regulars ${line} ${status === 0 ? '' : stderr}`)
  }
  // An older Node, where the computer has one, is told what is missing instead of a stack.
  for (const node of ['/usr/bin/node', '/usr/local/bin/node'].filter((path) => existsSync(path))) {
    const [version, api] = JSON.parse(
      execFileSync(node, ['-p', 'JSON.stringify([process.versions.node, process.versions.napi])'], {
        encoding: 'utf8',
      }),
    )
    const { status, stdout, stderr } = run(node, 'due')
    if (Number(api) >= 10) check(status === 0, `Node ${version}: regulars due`)
    else
      check(
        status === 70 && stdout === '' && stderr.includes('needs Node 22.14, 23.6'),
        `Node ${version}: ${stderr.split('\n')[0]}`,
      )
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
process.exitCode = wrong.length > 0 ? 1 : 0
