import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

// What Tab does in the shells themselves, as `completion --install` left them; skipped where a shell or tmux is
// missing.
const program = fileURLToPath(new URL('../bin/regulars.js', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'regulars-shells-'))
const env = {
  HOME: home,
  PATH: [join(home, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
  LC_ALL: 'C.UTF-8',
  REGULARS_LANG: 'en',
  TERM: 'xterm-256color',
  TMPDIR: tmpdir(),
}
const socket = `regulars-${process.pid}`
const tmux = (...args: string[]) =>
  spawnSync('tmux', ['-u', '-L', socket, '-f', '/dev/null', ...args], { encoding: 'utf8', env })
const has = (shell: string) => spawnSync(shell, ['--version']).error === undefined
const inTerminal = (shell: string) => has(shell) && tmux('-V').error === undefined

beforeAll(() => {
  mkdirSync(join(home, 'bin'))
  symlinkSync(program, join(home, 'bin', 'regulars'))
  const regulars = (...words: string[]) => execFileSync(process.execPath, [program, ...words], { env })
  regulars('init', '--region', 'CN', '--currency', 'CNY', '--timezone', 'Asia/Shanghai')
  regulars('add', '王小明', '--phone', '13800138000')
  regulars('add', 'Li Na', '--tag', 'gold')
  for (const shell of ['bash', 'zsh', 'fish']) regulars('completion', shell, '--install')
})
afterAll(() => {
  tmux('kill-server')
  // The shells end in their own time.
  rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
})

/** Waits until the line of the prompt is this. */
async function shows(session: string, line: string): Promise<void> {
  const lines = () =>
    tmux('capture-pane', '-t', session, '-p')
      .stdout.split('\n')
      .map((one) => one.trimEnd())
  for (let tries = 0; tries < 600 && !lines().includes(line); tries++) await setTimeout(50)
  expect(lines()).toContain(line)
}

/** Types at the empty prompt, where the shell reads what comes, and leaves it empty again. */
async function typed(session: string, line: string, becomes: string): Promise<void> {
  await shows(session, '>')
  tmux('send-keys', '-t', session, '-l', line)
  tmux('send-keys', '-t', session, 'Tab')
  await shows(session, `> ${becomes}`)
  tmux('send-keys', '-t', session, 'C-u')
}

const cases = [
  ['regulars --lang zh -q du', 'regulars --lang zh -q due'],
  ['regulars show wangx', 'regulars show 王小明'],
  ['regulars show Li', 'regulars show Li\\ Na'],
  ['regulars list --tag go', 'regulars list --tag gold'],
] as const

const script = join(home, '.local', 'share', 'bash-completion', 'completions', 'regulars')

test.each([
  ['bash', `bash --norc --noprofile -i`, `source ${script}; PS1='> '`],
  ['zsh', 'zsh -i', `PS1='> '`],
])(
  '%s completes commands behind flags, names by their spelling and with blanks, tags',
  async (shell, started, ready) => {
    if (!inTerminal(shell)) return void console.warn(`skipped: no ${shell} or no tmux here`)
    tmux('new-session', '-d', '-s', shell, '-x', '100', '-y', '40', started)
    tmux('send-keys', '-t', shell, '-l', `${ready}; clear`)
    tmux('send-keys', '-t', shell, 'Enter')
    await typed(shell, 'ech', 'echo')
    for (const [line, becomes] of cases) await typed(shell, line, becomes)
  },
)

test.skipIf(!has('fish'))('fish offers the same, with what each is (skipped without fish)', () => {
  const offered = (line: string) => execFileSync('fish', ['-c', `complete -C '${line}'`], { env, encoding: 'utf8' })
  expect(offered('regulars --lang zh -q du')).toMatch(/^due\t/)
  // fish itself leaves out what does not begin as what was typed: pinyin is not for it.
  expect(offered('regulars show 王')).toBe('王小明\t#1 +8613800138000\n')
  expect(offered('regulars show Li')).toMatch(/^Li Na\t/)
  expect(offered('regulars list --tag go')).toBe('gold\n')
})
