import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
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
      `0 8 * * * ${run} classify --quiet --db ${shop.db}; ${run} due --no-input --db ${shop.db}`,
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

test('schedule --install puts its lines into the crontab once, leaves those of others, takes its own out', async () => {
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
      'cron mails the list, where this computer can mail; else: regulars schedule systemd --install',
      'To stop it: regulars schedule --remove',
      '',
    ].join('\n'),
  })
  const run = '/usr/bin/node /opt/regulars/bin/regulars.js'
  const installed = `${mine}# regulars: begin ${shop.db}
0 8 * * * ${run} classify --quiet --db ${shop.db}; ${run} due --no-input --db ${shop.db}
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

test('a crontab that cannot be read is not written over', async () => {
  const shop = await openShop()
  const written: string[] = []
  const runProgram = (_: string, args: readonly string[], input: string) => {
    if (args[0] === '-') written.push(input)
    return { exit: 1, out: '', err: 'crontab: cannot open spool: Input/output error\n' }
  }
  for (const line of ['schedule --install', 'schedule --remove'])
    expect(await shop.regulars(line, { runProgram })).toMatchObject({
      exit: 1,
      err: expect.stringContaining('crontab would not: crontab: cannot open spool'),
    })
  expect(written).toEqual([])
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
  expect(kept.asked.at(-1)).toMatch(/^schtasks \/create \/f \/tn regulars-backup \/xml .*regulars-backup-.*\.xml$/)
})

test(
  'the morning’s list goes to a file on the desktop, also when tiers cannot be sorted, and to the home folder ' +
    'without one',
  async () => {
    const shop = await openShop()
    const home = join(shop.folder, 'home')
    const desk = join(home, 'Desktop')
    mkdirSync(desk, { recursive: true })
    const list = join(desk, 'regulars-morning.txt')
    const { runProgram } = clocks(null)
    const ran = await shop.regulars('schedule launchd --install', { runProgram })
    expect(ran.out).toContain(`The list is each morning in ${list}\n`)
    expect((await shop.regulars('schedule launchd --install --lang zh', { runProgram })).out).toContain(
      `名单在 ${list}\n`,
    )
    const plist = readFileSync(join(home, 'Library', 'LaunchAgents', 'regulars.morning.plist'), 'utf8')
    const [, , line = ''] = [...plist.matchAll(/^ {4}<string>(.*)<\/string>$/gm)].map(([, text = '']) => unxml(text))
    // The program as a shell finds it: one that refuses to sort and has a list.
    const program = join(shop.folder, 'regulars it’s.sh')
    writeFileSync(program, `[ "$1" = classify ] && { echo locked >&2; exit 4; }\necho "$1 called"\n`)
    const called = line.replaceAll('/usr/bin/node /opt/regulars/bin/regulars.js', `sh '${program}'`)
    const sh = (env: Record<string, string>) =>
      spawnSync('/bin/sh', ['-c', called], { env: { PATH: '/usr/bin:/bin', ...env } })
    expect(sh({ HOME: home }).status).toBe(0)
    expect(readFileSync(list, 'utf8')).toBe('locked\ndue called\n')
    expect(statSync(list).mode & 0o777).toBe(0o600)
    // A desktop that may not be written: the home folder.
    rmSync(desk, { recursive: true })
    expect(sh({ HOME: home }).status).toBe(0)
    expect(readFileSync(join(home, 'regulars-morning.txt'), 'utf8')).toBe('locked\ndue called\n')
    expect((await shop.regulars('schedule launchd')).out).toContain(`f=${join(home, 'regulars-morning.txt')};`)
    // systemd takes $ and % for its own.
    const unit = (await shop.regulars('schedule systemd --db "/a 100%/$x.db"')).out
    expect(unit).toContain(`"umask 077; f=${home}/regulars-morning.txt; (: >>\\"$$f\\") 2>/dev/null || f=`)
    expect(unit).toContain("'/a 100%%/$$x.db'")
  },
)

test('on Windows the list goes to the desktop of OneDrive, by a task of any length that is made up for', async () => {
  const shop = await openShop()
  const cloud = join(shop.folder, 'OneDrive & Co')
  mkdirSync(join(cloud, '桌面'), { recursive: true })
  const tasks: string[] = []
  const runProgram = (_: string, words: readonly string[]) => {
    const path = words[words.indexOf('/xml') + 1] ?? ''
    if (words.includes('/xml')) tasks.push(readFileSync(path, 'utf16le'))
    return { exit: 0, out: '', err: '' }
  }
  const env = { OneDrive: cloud }
  const ran = await shop.regulars('schedule windows --install --mask', { runProgram, env })
  expect(ran).toMatchObject({ exit: 0, out: expect.stringContaining(join(cloud, '桌面', 'regulars-morning.txt')) })
  expect(tasks).toHaveLength(2)
  const [morning = '', backup = ''] = tasks
  expect(morning.startsWith('\ufeff<?xml version="1.0" encoding="UTF-16"?>\r\n')).toBe(true)
  expect(morning).toContain('<StartWhenAvailable>true</StartWhenAvailable>')
  expect(morning).toContain('T08:00:00</StartBoundary>')
  const run = '/usr/bin/node /opt/regulars/bin/regulars.js'
  expect(unxml(/<Arguments>(.*)<\/Arguments>/.exec(morning)?.[1] ?? '')).toBe(
    `/d /s /c "(${run} classify --quiet --db ${shop.db} & ${run} due --no-input --mask --db ${shop.db}) ` +
      `> "${join(cloud, '桌面', 'regulars-morning.txt')}" 2>&1"`,
  )
  expect(unxml(backup)).toContain(`/d /s /c "${run} backup --keep 14 --quiet --db ${shop.db}"`)
  expect(readdirSync(join(shop.folder)).filter((name) => name.endsWith('.xml'))).toEqual([])
  expect((await shop.regulars('schedule windows', { env })).out).toContain(
    '<!-- schtasks /create /f /tn regulars-backup /xml regulars-backup.xml -->',
  )
})

const unxml = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))

test('a clock that is not there or will not is named, with the lines to paste', async () => {
  const shop = await openShop()
  expect(await shop.regulars('schedule --install')).toMatchObject({
    exit: 1,
    err:
      'regulars: There is no crontab on this computer.\n  To see the lines and paste them yourself: regulars ' +
      'schedule cron\n',
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
