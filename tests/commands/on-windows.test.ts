import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { carriedBy } from '../../src/store/sqlite/file-system.ts'
import { openShop } from '../shop.ts'

// What differs on Windows and can be seen without one.
const platform = 'win32'

test('there doctor says nothing of who may read the file: every file says everybody', async () => {
  const shop = await openShop()
  chmodSync(shop.db, 0o666)
  const here = await shop.json<{ findings: { check: string }[] }>('doctor', { platform })
  expect(here.findings.map(({ check }) => check)).not.toContain('permissions')
  expect((await shop.regulars('doctor')).out).toContain('chmod 600')
})

test('there is no pager but the one that is named', async () => {
  const shop = await openShop()
  for (let at = 1; at <= 12; at++) await shop.json(`add C${at}`)
  const asked: string[] = []
  const pager = (_: string, program: string) => asked.push(program) > 0
  const options = { columns: 80, rows: 10, pager, platform }
  expect((await shop.regulars('list', options)).out).toContain('#12')
  expect(asked).toEqual([])
  await shop.regulars('list', { ...options, env: { PAGER: 'more' } })
  expect(asked).toEqual(['more'])
})

test('its own clock is asked where none is named', async () => {
  const shop = await openShop()
  expect((await shop.regulars('schedule', { platform })).out).toContain('schemas.microsoft.com')
  expect((await shop.json('schedule', { platform })).system).toBe('windows')
})

test('folders that are carried elsewhere are known by either slash, and drives of another machine', () => {
  expect(carriedBy('C:\\Users\\王\\OneDrive - 茶铺\\账本')).toBe('OneDrive')
  expect(carriedBy('D:\\坚果云\\店')).toBe('坚果云')
  expect(carriedBy('\\\\nas\\shop')).toBe('SMB')
  expect(carriedBy('/home/wang/Dropbox/shop')).toBe('Dropbox')
  for (const own of ['C:\\Users\\王\\AppData\\Local\\regulars', '\\\\?\\C:\\shop', '/home/wang'])
    expect(carriedBy(own)).toBe(null)
})

test('a backup to a folder that is not there is no file of its name, with either slash at the end', async () => {
  const shop = await openShop()
  for (const slash of ['/', '\\'])
    expect(await shop.regulars(['backup', `${join(shop.folder, 'stick')}${slash}`])).toMatchObject({
      exit: 2,
      err: expect.stringContaining('No such folder'),
    })
})
