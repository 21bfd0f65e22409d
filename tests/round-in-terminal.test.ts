import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const program = fileURLToPath(new URL('../bin/regulars.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'regulars-round-'))
const session = `regulars-round-${process.pid}`
const env = {
  ...process.env,
  REGULARS_DB: join(folder, 'shop.db'),
  LC_ALL: 'C.UTF-8',
  REGULARS_LANG: 'zh',
  NO_COLOR: '1',
}
/** A server of its own: one that runs already has another environment. */
const tmux = (...args: string[]) =>
  spawnSync('tmux', ['-u', '-L', session, '-f', '/dev/null', ...args], { encoding: 'utf8', env })
const there = tmux('-V').status === 0
const regulars = (...words: string[]) => execFileSync(process.execPath, [program, ...words], { encoding: 'utf8', env })

afterAll(() => {
  if (there) tmux('kill-server')
  rmSync(folder, { recursive: true, force: true })
})

/** Waits until the terminal shows it. */
async function shown(what: RegExp): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (what.test(tmux('capture-pane', '-t', session, '-p').stdout)) return
    await setTimeout(50)
  }
  throw new Error(`not shown: ${what}\n${tmux('capture-pane', '-t', session, '-p').stdout}`)
}

const begin = () => {
  tmux('kill-session', '-t', session)
  tmux(
    'new-session',
    '-d',
    '-s',
    session,
    '-x',
    '60',
    '-y',
    '40',
    `${process.execPath} ${program} round --all; sleep 60`,
  )
}

test.skipIf(!there)(
  'thirty people in a real terminal, killed in the middle and gone on with: nobody lost, nobody twice',
  async () => {
    const names = Array.from({ length: 30 }, (_, nth) => `客人${nth + 1},2026-01-01`)
    writeFileSync(join(folder, 'roster.csv'), `姓名,入会日期\n${names.join('\n')}\n`)
    regulars('init')
    regulars('import', 'customers', join(folder, 'roster.csv'))
    begin()
    for (let nth = 1; nth <= 12; nth++) {
      await shown(new RegExp(`${nth}/30 `))
      tmux('send-keys', '-t', session, nth % 3 === 0 ? 'n' : 'r')
    }
    await shown(/13\/30 /)
    const pid = tmux('list-panes', '-t', session, '-F', '#{pane_pid}').stdout.trim()
    spawnSync('pkill', ['-KILL', '-P', pid])
    begin()
    for (let nth = 1; nth <= 18; nth++) {
      await shown(new RegExp(`${nth}/18 `))
      tmux('send-keys', '-t', session, 's')
    }
    await shown(/这一轮：联系 18 次；还剩 0 位/)
    const contacts = JSON.parse(regulars('contacts', '--json')) as { customerId: number; outcome: string }[]
    expect(contacts.map(({ customerId }) => customerId).sort((one, other) => one - other)).toEqual(
      Array.from({ length: 30 }, (_, nth) => nth + 1),
    )
    const count = (wanted: string) => contacts.filter(({ outcome }) => outcome === wanted).length
    expect([count('reached'), count('no-answer'), count('sent')]).toEqual([8, 4, 18])
  },
)
