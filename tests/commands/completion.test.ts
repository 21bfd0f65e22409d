import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

const program = fileURLToPath(new URL('../../bin/regulars.js', import.meta.url))

async function teahouse(): Promise<Shop> {
  const shop = await openShop()
  for (const line of [
    'add 王小明 --phone 13800138000 --tag 老茶客 --keeper 小李',
    'add "Li Na" --tag gold',
    'add 王芳',
    'buy 王小明 128 竹叶青',
    'group save good --tier A',
    'config set shops.north north.db',
  ])
    await shop.json(line)
  return shop
}

/** What is offered for a line, its last word the one that is being typed. */
async function offered(shop: Shop, ...words: string[]): Promise<string[]> {
  const { out, exit } = await shop.regulars(['__complete', ...words])
  expect(exit).toBe(0)
  return out.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')[0] ?? '']))
}

test('commands, groups, topics and flags, after global flags too', async () => {
  const shop = await teahouse()
  expect(await offered(shop, 'du')).toEqual(['due'])
  expect(await offered(shop, '--lang', 'zh', '-q', 'du')).toEqual(['due'])
  expect(await offered(shop, '--as=li', 'config', 's')).toEqual(['set'])
  expect(await offered(shop, 'report', 'summ')).toEqual(['summary'])
  expect(await offered(shop, 'help', 'sty')).toEqual(['styles'])
  expect(await offered(shop, 'help', 'policy', 'se')).toEqual(['set'])
  expect(await offered(shop, 'init', '--cur')).toEqual(['--currency'])
  expect(await offered(shop, 'config', 'set', '--dry')).toEqual(['--dry-run'])
  const { out } = await shop.regulars(['__complete', 'due', '--sho'])
  expect(out).toContain('--short\ta line each, to paste into a message\n')
})

test('values: names by what they are called or spelled, tags, keepers, groups, columns, keys, files', async () => {
  const shop = await teahouse()
  expect(await offered(shop, 'show', '王')).toEqual(['王芳', '王小明'])
  expect(await offered(shop, 'buy', 'wangx')).toEqual(['王小明'])
  expect(await offered(shop, 'buy', '王小明', '88', '竹')).toEqual(['竹叶青'])
  expect(await offered(shop, 'done', '王芳', 'Li')).toEqual(['Li Na'])
  expect(await offered(shop, 'list', '--tag', '')).toEqual(['gold', '老茶客'])
  expect(await offered(shop, 'tag', '王芳', '+go')).toEqual(['+gold'])
  expect(await offered(shop, 'due', '--keeper', '')).toEqual(['小李'])
  expect(await offered(shop, 'list', '--group', 'g')).toEqual(['good'])
  expect(await offered(shop, 'group', 'show', '')).toEqual(['good'])
  expect(await offered(shop, '--shop', '')).toEqual(['north'])
  expect(await offered(shop, 'list', '--columns', 'id,na')).toEqual(['id,name'])
  expect(await offered(shop, 'list', '--stage', 'dec')).toEqual(['declining'])
  expect(await offered(shop, 'due', '--tier=A')).toEqual(['--tier=A'])
  expect(await offered(shop, 'due', '--format', 'j')).toEqual(['json', 'jsonl'])
  expect(await offered(shop, 'policy', 'set', 'due.capa')).toEqual(['due.capacity'])
  expect(await offered(shop, 'pin', '王芳', '')).toEqual(['A', 'B', 'C', 'D'])
  expect(await offered(shop, 'schedule', 'sys')).toEqual(['systemd'])
  expect(await offered(shop, 'backup', '')).toEqual([':files'])
  expect(await offered(shop, '--db', '')).toEqual([':files'])
})

test('without a ledger, and on a line that is wrong, nothing is offered and nothing is said', async () => {
  const none = await openShop(false)
  expect(await none.regulars(['__complete', 'show', ''])).toEqual({ exit: 0, out: '', err: '' })
  expect(await none.regulars(['__complete', 'nonsense', 'x', ''])).toEqual({ exit: 0, out: '', err: '' })
  expect(existsSync(none.db)).toBe(false)
})

test('bash asks the program, and quotes what it must', async () => {
  const shop = await teahouse()
  const script = join(shop.folder, 'regulars.bash')
  writeFileSync(script, (await shop.regulars('completion bash')).out)
  const complete = (...words: string[]) =>
    execFileSync(
      'bash',
      [
        '-c',
        `regulars() { '${process.execPath}' '${program}' "$@"; }; source ${script}; ` +
          `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _regulars; ` +
          `printf '%s\\n' "\${COMPREPLY[@]}"`,
      ],
      { encoding: 'utf8', env: { ...process.env, REGULARS_DB: shop.db, LC_ALL: 'C.UTF-8' } },
    ).trim()
  expect(complete('regulars', 'show', 'Li')).toBe('Li\\ Na')
  expect(complete('regulars', 'show', '王小')).toBe('王小明')
  writeFileSync(join(shop.folder, 'roster.csv'), '')
  expect(complete('regulars', 'import', join(shop.folder, 'ros'))).toBe(join(shop.folder, 'roster.csv'))
})

test.each([['zsh'], ['fish']])('the script for %s is one that shell can read', async (shell) => {
  const shop = await openShop()
  const script = join(shop.folder, `regulars.${shell}`)
  writeFileSync(script, (await shop.regulars(`completion ${shell}`)).out)
  const read = spawnSync(shell, ['-n', script])
  // Where the shell is not here, that it asks the program is all that can be seen.
  if (read.error) expect(readFileSync(script, 'utf8')).toContain('__complete')
  else expect(read.status).toBe(0)
})

test('completion --install puts it where the shell looks, once, and says what is to be done', async () => {
  const shop = await openShop()
  const home = join(shop.folder, 'home')
  mkdirSync(home)
  const bash = await shop.regulars('completion bash --install')
  const path = join(home, '.local', 'share', 'bash-completion', 'completions', 'regulars')
  expect(bash).toMatchObject({ exit: 0, out: expect.stringContaining(path) })
  expect(readFileSync(path, 'utf8')).toContain('complete -F _regulars regulars')
  await shop.regulars('completion fish --install')
  expect(existsSync(join(home, '.config', 'fish', 'completions', 'regulars.fish'))).toBe(true)
  writeFileSync(join(home, '.zshrc'), 'export A=1\n')
  await shop.regulars('completion zsh --install')
  await shop.regulars('completion zsh --install')
  const rc = readFileSync(join(home, '.zshrc'), 'utf8')
  expect(rc.startsWith('export A=1\n')).toBe(true)
  expect(rc.match(/regulars completion/g)).toHaveLength(1)
  const dry = await openShop()
  expect((await dry.regulars('completion bash --install --dry-run')).out).toContain('Would')
  expect(existsSync(join(dry.folder, 'home'))).toBe(false)
  expect((await shop.regulars('completion tcsh')).exit).toBe(2)
})
