import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openShop } from '../shop.ts'

test('schedule prints lines that name everything by its full path', async () => {
  const shop = await openShop()
  const cron = await shop.regulars('schedule')
  const run = '/usr/bin/node /opt/regulars/bin/regulars.js'
  expect(cron.out).toBe(
    [
      '# tiers and the list of whom to call, every morning',
      `0 8 * * * ${run} classify --quiet --db ${shop.db} && ${run} due --no-input --db ${shop.db}`,
      '# a backup every evening, the last 14 kept',
      `30 21 * * * ${run} backup --keep 14 --quiet --db ${shop.db}`,
      '',
    ].join('\n'),
  )
  for (const system of ['systemd', 'launchd', 'windows'])
    expect((await shop.regulars(`schedule ${system}`)).out).toContain('/opt/regulars/bin/regulars.js')
  expect((await shop.regulars("schedule --db '/a 100%/it’s.db'")).out).toContain("--db '/a 100\\%/it’s.db'")
  expect((await shop.regulars('schedule at')).exit).toBe(2)
})

/** A crontab that keeps its table, and the other programs a clock is asked by: they only note what they were told. */
function clocks(table: string | null, broken: string | null = null) {
  const kept = { table, asked: [] as string[] }
  const runProgram = (program: string, args: readonly string[], input: string) => {
    kept.asked.push([program, ...args].join(' '))
    if (program === broken) return { exit: 1, out: '', err: 'you are not allowed\n' }
    if (program !== 'crontab') return { exit: 0, out: '', err: '' }
    if (args[0] === '-l')
      return kept.table === null
        ? { exit: 1, out: '', err: 'no crontab for owner\n' }
        : { exit: 0, out: kept.table, err: '' }
    kept.table = input
    return { exit: 0, out: '', err: '' }
  }
  return { kept, runProgram }
}

test('schedule --install puts its lines into the crontab once, leaves what others keep there, and takes them out', async () => {
  const shop = await openShop()
  const mine = '# mine\nMAILTO=me\n5 4 * * * sync\n'
  const { kept, runProgram } = clocks(mine)
  expect((await shop.regulars('schedule --install --dry-run', { runProgram })).out).toContain('Would run every day')
  expect(kept.table).toBe(mine)
  const ran = await shop.regulars('schedule --install', { runProgram })
  expect(ran).toEqual({
    exit: 0,
    err: '',
    out: [
      'Every day from now on, by crontab:',
      '  08:00  tiers and the list of whom to call, every morning',
      '  21:30  a backup every evening, the last 14 kept',
      'To stop it: regulars schedule --remove',
      '',
    ].join('\n'),
  })
  const run = '/usr/bin/node /opt/regulars/bin/regulars.js'
  const installed = `${mine}# regulars: begin ${shop.db}
0 8 * * * ${run} classify --quiet --db ${shop.db} && ${run} due --no-input --db ${shop.db}
30 21 * * * ${run} backup --keep 14 --quiet --db ${shop.db}
# regulars: end ${shop.db}
`
  expect(kept.table).toBe(installed)
  await shop.regulars('schedule --install', { runProgram })
  expect(kept.table).toBe(installed)
  const other = await openShop()
  await other.regulars('schedule --install', { runProgram })
  expect(kept.table).toContain(other.db)
  expect((await other.regulars('schedule --remove', { runProgram })).out).toContain('No longer run by itself')
  expect(kept.table).toBe(installed)
  expect((await shop.regulars('schedule --remove --lang zh', { runProgram })).out).toContain('不再自动运行')
  expect(kept.table).toBe(mine)
  expect((await shop.regulars('schedule --remove', { runProgram })).out).toBe(
    'Nothing was installed for this ledger.\n',
  )
})

test('the first crontab of a user is made, and gone again it is empty', async () => {
  const shop = await openShop()
  const { kept, runProgram } = clocks(null)
  await shop.regulars('schedule --install', { runProgram })
  expect(kept.table?.split('\n')[0]).toBe(`# regulars: begin ${shop.db}`)
  await shop.regulars('schedule --remove', { runProgram })
  expect(kept.table).toBe('')
})

test('schedule --install for systemd and launchd writes their files and has them read', async () => {
  const shop = await openShop()
  await shop.regulars(`config set shops.north ${shop.db}`)
  const { kept, runProgram } = clocks(null)
  const units = join(shop.folder, 'home', '.config', 'systemd', 'user')
  expect((await shop.regulars('schedule systemd --install --shop north', { runProgram })).exit).toBe(0)
  expect(readdirSync(units).sort()).toEqual([
    'regulars-north-backup.service',
    'regulars-north-backup.timer',
    'regulars-north-morning.service',
    'regulars-north-morning.timer',
  ])
  expect(readFileSync(join(units, 'regulars-north-morning.timer'), 'utf8')).toContain('OnCalendar=*-*-* 08:00:00\n')
  expect(kept.asked).toEqual([
    'systemctl --user daemon-reload',
    'systemctl --user enable --now regulars-north-morning.timer regulars-north-backup.timer',
  ])
  await shop.regulars('schedule systemd --remove --shop north', { runProgram })
  expect(readdirSync(units)).toEqual([])
  expect((await shop.regulars('schedule launchd --install', { runProgram })).exit).toBe(0)
  const agents = join(shop.folder, 'home', 'Library', 'LaunchAgents')
  expect(readdirSync(agents)).toHaveLength(2)
  await shop.regulars('schedule launchd --remove', { runProgram })
  expect(readdirSync(agents)).toEqual([])
  expect((await shop.json('schedule windows --install', { runProgram })).places).toEqual([
    'regulars-morning',
    'regulars-backup',
  ])
  expect(kept.asked.at(-1)).toMatch(/^schtasks \/create \/f \/tn regulars-backup \/sc daily \/st 21:30 \/tr cmd \/c /)
})

test('a clock that is not there or will not is named, with the lines to paste', async () => {
  const shop = await openShop()
  expect(await shop.regulars('schedule --install')).toMatchObject({
    exit: 1,
    err: 'regulars: There is no crontab on this computer.\n  To see the lines and paste them yourself: regulars schedule cron\n',
  })
  const { runProgram } = clocks('x\n', 'systemctl')
  const refused = await shop.regulars('schedule systemd --install --lang zh', { runProgram })
  expect(refused).toMatchObject({ exit: 1, err: expect.stringContaining('you are not allowed') })
  expect((await shop.regulars('schedule --install --remove')).exit).toBe(2)
  const none = await openShop(false)
  expect((await none.regulars('schedule --install', { runProgram })).exit).toBe(4)
  expect(existsSync(none.db)).toBe(false)
})

test('doctor says when the daily list is no longer made', async () => {
  const shop = await openShop()
  const { runProgram } = clocks(null)
  await shop.regulars('schedule --install', { runProgram })
  const on = (day: string) => ({ now: new Date(`2026-11-${day}T02:00:00Z`) })
  for (const day of ['22', '23']) await shop.regulars('classify --quiet', on(day))
  expect((await shop.regulars('doctor', on('25'))).out).not.toContain('daily list')
  const later = await shop.regulars('doctor', on('26'))
  expect(later).toMatchObject({
    exit: 1,
    out: expect.stringContaining('the daily list has not been made since 2026-11-23'),
  })
  await shop.regulars('schedule --remove', { runProgram })
  expect((await shop.regulars('doctor', on('26'))).out).not.toContain('daily list')
})

test('schedule --mask has a list mailed without phones and surnames', async () => {
  const shop = await openShop()
  expect((await shop.regulars('schedule --mask')).out).toContain(`due --no-input --mask --db ${shop.db}`)
  expect((await shop.regulars('schedule')).out).not.toContain('--mask')
})
