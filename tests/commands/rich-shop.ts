import { expect } from 'vitest'
import { type Circumstances, copied, openShop, type Shop } from '../shop.ts'

/** A shop in which everything an export can stumble over has happened. */
export const richShop = copied(async (): Promise<Shop> => {
  const shop = await openShop('init --name 茶铺 --margin 0.4')
  const type = async (line: readonly string[], options?: Partial<Circumstances>) => {
    const ran = await shop.regulars(line, options)
    expect(`${ran.exit} ${ran.err}`, line.join(' ')).toMatch(/^0/)
  }
  await type([
    'add',
    '=cmd|calc',
    '--phone',
    '13800138000',
    '--code',
    '007',
    '--tag',
    '=x',
    '--tag',
    "'y",
    '--tag',
    'b',
    '--note',
    'line 1\nline 2, "q"',
    '--birthday',
    '农历四月十八',
    '--set',
    'hobby==chess',
    '--set',
    'card=金卡',
    '--credit',
    '50',
  ])
  await type([
    'add',
    '李秀兰 😀',
    '--birthday',
    '1988-11-25',
    '--referred-by',
    '007',
    '--wechat',
    'w;x',
    '--kind',
    'firm',
    '--share',
    '62.5',
    '--credit-limit',
    '500',
    '--do-not-contact',
    '--no-consent',
    'sms',
    '--consent',
    'wechat',
  ])
  await type([
    'add',
    '\u202eمرحبا\u202c',
    '--phone',
    '+44 20 7946 0000',
    '--birthday',
    'lunar:1987-leap-06-01',
    '--address',
    '1, "High" St; London\nUK',
    '--company',
    '@acme',
    '--channel',
    'wechat',
    '--hours',
    'mornings',
    '--style',
    'driver',
    '--potential',
    '4',
    '--keeper',
    '-li',
    '--source',
    '+ad',
    '--called',
    "'tom",
    '--email',
    'a+b@example.com',
  ])
  await type(['add', '王芳', '--phone', '13900000001'])
  await type(['add', '王小芳', '--phone', '13900000001', '--same-phone', '--birthday', '02-29'])
  await type(['buy', '007', '100', '=tea', '-u', '--on', '2026-09-01', '--due', '2026-10-01', '--cost', '60'])
  await type(['buy', '散客', '45', '茉莉花\n250g'])
  await type(['buy', '007', '60', '-p', '20', '--ref', 'R-1', '--method', 'wechat', '--discount', '5', '-n', '-note'], {
    env: { REGULARS_USER: 'till2' },
  })
  await type(['refund', '4', '10', '--reason', '+late', '--fault', 'shop'])
  await type(['pay', '007', '20', '-n', '+x'])
  await type(['pay', '王芳', '30'])
  await type(['pay', '王芳', '5', '--out'])
  await type(['buy', '李秀兰 😀', '30'])
  await type(['void', '9', '--reason', 'twice'].slice(0, 2))
  for (const on of ['2026-07-01', '2026-07-11', '2026-07-21', '2026-08-01'])
    await type(['buy', '王小芳', '88.5', '竹叶青', '--on', on])
  // The same twice by a slip, and the first of them struck out.
  for (const line of ['buy 王芳 12 糖', 'buy 王芳 12 糖', 'void 14']) await type(line.split(' '))
  await type(['done', '007', '-n', '-call', '--next', '3d', '--on', '2026-11-10'])
  await type(['done', '王芳', '-o', 'no-answer', '-c', 'wechat'])
  await type([
    'done',
    '王小芳',
    '--about',
    'slipping',
    '-o',
    'sent',
    '--gift',
    '=cup',
    '--campaign',
    'autumn',
    '--on',
    '2026-10-01',
  ])
  await type(['occasion', 'add', '王小芳', '农历八月十五', '=wedding', '--ahead', '9'])
  await type(['occasion', 'add', '007', '2026-12-05', 'contract', '--every', 'quarter'])
  await type(['event', 'open', '品茶会', '2026-12-21', '-n', '+bring'])
  await type([
    'message',
    '邀请',
    '--event',
    '品茶会',
    '--to',
    '007,王小芳',
    '--channel',
    'wechat',
    '--log',
    '--hold-out',
    '50',
  ])
  await type(['event', 'came', '品茶会', '王小芳', '--on', '2026-11-20'])
  await type(['pin', '王芳', 'A', '--reason', '@friend'])
  await type(['classify', '--today', '2026-10-15'])
  await type(['classify'])
  await type(['policy', 'set', 'cadence.A', '9'])
  await type(['archive', '李秀兰 😀'])
  return shop
})
