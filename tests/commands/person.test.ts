import { expect, test } from 'vitest'
import { openShop } from '../shop.ts'

test('the people of a firm: added, shown, listed, found, removed, taken back', async () => {
  const shop = await openShop('init --lang en')
  await shop.json('add Greenleaf --kind firm')
  const added = await shop.json([
    'person',
    'add',
    'greenleaf',
    'Mr Zhang',
    '--role',
    '决策',
    '--phone',
    '13800138000',
    '--style',
    'driver',
    '--birthday',
    '05-06',
  ])
  expect(added).toMatchObject({
    id: 1,
    name: 'Mr Zhang',
    role: 'decides',
    phone: '+8613800138000',
    birthday: '05-06',
    style: 'driver',
    customerId: 1,
  })
  await shop.json('person add 1 "Ms Li" --role pays')
  const zhang = {
    id: 1,
    name: 'Mr Zhang',
    role: 'decides',
    phone: '+8613800138000',
    birthday: '05-06',
    style: 'driver',
  }
  const li = { id: 2, name: 'Ms Li', role: 'pays', phone: null, birthday: null, style: null }
  expect(await shop.json('person list 1')).toEqual([zhang, li])
  expect((await shop.json('show 1')).persons).toEqual([zhang, li])
  expect((await shop.regulars('show 1')).out).toContain(
    'people  Mr Zhang  decides  138 0013 8000  05-06  driver\n        Ms Li     pays',
  )
  expect((await shop.regulars('show 1 --lang zh')).out).toContain(
    '他们的人  Mr Zhang  决策  138 0013 8000  5月6日  主观型',
  )
  expect((await shop.regulars('find zhang --ids')).out).toBe('1\n')
  const twice = await shop.regulars('person add 1 "mr zhang"')
  expect(twice).toMatchObject({ exit: 1 })
  expect(twice.err).toContain('Greenleaf #1 has somebody called Mr Zhang already.')
  expect((await shop.regulars('person remove 1 Wu')).err).toContain('Their people: Mr Zhang, Ms Li')
  await shop.json('person remove 1 "Ms Li"')
  expect(await shop.json('person list 1')).toEqual([zhang])
  await shop.regulars('undo --yes')
  expect(await shop.json('person list 1')).toEqual([zhang, li])
  expect((await shop.regulars('log -l 2')).out).toContain('somebody removed from the people of Greenleaf')
})

test('nobody yet, and a role nobody knows', async () => {
  const shop = await openShop('init --lang en')
  await shop.json('add Ann')
  expect(await shop.regulars('person list 1')).toMatchObject({
    exit: 0,
    out: '',
    err: 'Ann #1 has no people yet.   Add: regulars person add 1 NAME --role decides\n',
  })
  expect(await shop.regulars('person add 1 Bo --role boss')).toMatchObject({ exit: 2 })
})
