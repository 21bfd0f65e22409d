import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

/** Wang, who was promised a call for today, owes for long and has a birthday on 11-25; Li, who is new. */
async function shopOfTwo(): Promise<Shop> {
  const shop = await openShop()
  for (const line of [
    'policy set due.thanks.minAmount 5000 --today 2026-01-02',
    'add Wang --birthday 11-25 --channel wechat --today 2026-08-01',
    'buy Wang 200 -u --today 2026-09-01',
    'done Wang --next 2026-11-21 --today 2026-11-10',
    'add Li --today 2026-11-15',
    'buy Li 20 --today 2026-11-15',
  ])
    expect(await shop.regulars(line), line).toMatchObject({ exit: 0 })
  return shop
}

test('what a contact settles, when it will be back, and what stays open', async () => {
  const shop = await shopOfTwo()
  // Wang's debt was put off by the talk of 11-10 (due since 10-02) to 11-17; the birthday is due since 11-18.
  expect(await shop.json('done Wang Li -n hello --dry-run')).toMatchObject([
    {
      customerId: 1,
      settled: [
        { reason: 'promise', againOn: null },
        { reason: 'birthday', againOn: '2026-11-25' },
        { reason: 'debt', againOn: '2026-11-28' },
      ],
      open: [],
      change: null,
    },
    // From 11-16 on, settled; the clock: 11-21 + 30.
    { customerId: 2, settled: [{ reason: 'welcome', againOn: null }], open: [], change: null },
  ])
  expect(await shop.regulars('done Wang Li -n hello')).toEqual({
    exit: 0,
    err: '',
    out: [
      'Wang #1: 11-21 wechat reached “hello” (c2)',
      '    settled: promise, birthday (again 11-25), debt (again 11-28)',
      'Li #2: 11-21 call reached “hello” (c3)',
      '    settled: welcome',
      'Slip? regulars undo   (change 7)',
      '',
    ].join('\n'),
  })
  expect((await shop.regulars('due')).out).toContain('nothing due')
})

test.each([
  ['done Wang', ['promise', 'birthday', 'debt'], []],
  ['done Wang -o sent', ['birthday'], ['promise', 'debt']],
  ['done Wang -o 没接', [], ['promise', 'birthday', 'debt']],
  ['done Wang -o no-answer', [], ['promise', 'birthday', 'debt']],
  ['done Wang --about debt', ['birthday', 'debt'], ['promise']],
  ['done Wang --about birthday,欠款未清', ['birthday', 'debt'], ['promise']],
  ['done Wang --next 3d', ['promise', 'birthday', 'debt'], []],
  // A promise for today stays open today.
  ['done Wang --next today --about promise', ['birthday'], ['promise', 'debt']],
  ['done Wang --in', ['promise', 'birthday', 'debt'], []],
  // On 11-17 neither the promise nor the birthday was due; on 11-18 the birthday was.
  ['done Wang --on 2026-11-17', ['debt'], ['promise', 'birthday']],
  ['done Wang --on 2026-11-18', ['birthday', 'debt'], ['promise']],
])('%s settles %j and leaves %j', async (line, settled, open) => {
  const shop = await shopOfTwo()
  const [done] = await shop.json(line)
  expect({
    settled: done.settled.map(({ reason }: { reason: string }) => reason).sort(),
    open: [...done.open].sort(),
  }).toEqual({
    settled: [...settled].sort(),
    open: [...open].sort(),
  })
})

test('defaults: reached, the preferred channel, else the policy; who came in waits for a reply', async () => {
  const shop = await shopOfTwo()
  const plain = {
    on: '2026-11-21',
    direction: 'out',
    outcome: 'reached',
    about: null,
    note: null,
    nextOn: null,
    campaign: null,
    gift: null,
    by: 'owner',
  }
  expect(await shop.json('done Wang')).toMatchObject([{ id: 2, customerId: 1, ...plain, channel: 'wechat', change: 7 }])
  expect(await shop.json('done Li')).toMatchObject([{ id: 3, customerId: 2, ...plain, channel: 'call' }])
  await shop.regulars('policy set due.channel visit')
  expect(await shop.json('done Li --in --as li')).toMatchObject([
    { ...plain, channel: 'visit', direction: 'in', outcome: 'wants-reply', by: 'li' },
  ])
  expect(
    await shop.json(
      'done Li -c 短信 -o 有意向 --about 该联系了,promise --next 2026-12-01 --gift tea --campaign autumn',
    ),
  ).toMatchObject([
    {
      channel: 'sms',
      outcome: 'interested',
      about: ['cadence', 'promise'],
      nextOn: '2026-12-01',
      gift: 'tea',
      campaign: 'autumn',
    },
  ])
})

test('in Chinese', async () => {
  const shop = await shopOfTwo()
  expect((await shop.regulars('done Wang -o 没接 --lang zh')).out).toBe(
    'Wang #1  11-21 微信 没接 (c2)\n    还没了：约好回话、生日、欠款未清 · 今天先不列，明天再提\n弄错了：regulars undo（改动 7）\n',
  )
  expect((await shop.regulars('done Wang --next 周三 --lang zh')).out).toBe(
    'Wang #1  11-21 微信 联系上了 (c3)\n    了结：约好回话（11-25 再提）、生日（11-25 再提）、欠款未清（11-28 再提）\n弄错了：regulars undo（改动 8）\n',
  )
})

test('undo brings back what it settled', async () => {
  const shop = await shopOfTwo()
  const before = await shop.json('due')
  await shop.regulars('done Wang Li')
  await shop.regulars('undo --yes')
  expect(await shop.json('due')).toEqual(before)
})

test('snooze hides until the day and is counted; off ends it; a promise or birthday on the way warns', async () => {
  const shop = await shopOfTwo()
  expect(await shop.regulars('snooze Wang 5d')).toEqual({
    exit: 0,
    out: 'Wang #1: put off until 11-26\nSlip? regulars undo   (change 7)\n',
    err:
      'This passes a promise (11-21). To take it back: regulars snooze 1 off\nThis passes their birthday ' +
      '(11-25). To take it back: regulars snooze 1 off\n',
  })
  expect(await shop.json('due')).toMatchObject({ total: 1, snoozed: 1 })
  expect((await shop.regulars('due --today 2026-11-25 --ids')).out).toBe('2\n')
  expect((await shop.regulars('due --today 2026-11-26 --ids')).out).toContain('1\n')
  expect(await shop.json('snooze Wang off')).toEqual({ customerId: 1, snoozedUntil: null, passes: [], change: 8 })
  expect(await shop.json('due')).toMatchObject({ total: 2, snoozed: 0 })
  expect((await shop.regulars('snooze Li 3天 --lang zh')).out).toBe(
    'Li #2 推迟到 11-24\n弄错了：regulars undo（改动 9）\n',
  )
  expect((await shop.regulars('snooze Wang 下周一 --lang zh')).err).toBe(
    '这样会错过约好的回话（11-21）。不推迟了：regulars snooze 1 off\n',
  )
})

test.each([
  [
    'done',
    2,
    'regulars: done: a customer is missing.\n  Say who: regulars done NAME …   or regulars done 12 …   ' +
      '(#12 alone is dropped by the shell: leave out the #)\n',
  ],
  ['done Nobody', 1, 'regulars: No customer “Nobody”.\n'],
  ['done walk-in', 1, 'regulars: done: a walk-in is nobody in particular.\n'],
  ['done Wang --on 2026-11-22', 2, 'regulars: 2026-11-22 has not come yet (today is 2026-11-21).\n'],
  [
    'done Wang --next 2026-11-20',
    2,
    'regulars: The next contact cannot be before this one: 2026-11-20 is before 2026-11-21.\n  Examples: --next ' +
      '3d   --next friday   --next 2026-12-31\n',
  ],
  ['done Wang --about hunger', 2, 'regulars: Not a reason: “hunger”.\n'],
  ['done Wang -o maybe', 2, 'regulars: Not a'],
  ['snooze Wang', 2, ''],
  ['snooze Wang today', 2, 'regulars: A snooze ends on a day to come: 2026-11-21 is not after 2026-11-21.\n'],
  ['snooze Wang 2026-11-01', 2, 'regulars: A snooze ends on a day to come: 2026-11-01 is not after 2026-11-21.\n'],
  ['snooze Wang someday', 2, 'regulars: Not a day: “someday”.\n'],
])('%s exits %d', async (line, exit, err) => {
  const shop = await shopOfTwo()
  const ran = await shop.regulars(line)
  expect(ran).toMatchObject({ exit, out: '' })
  expect(ran.err.startsWith(err), ran.err).toBe(true)
})

test.each([
  [
    'done Wang --next 2026-11-20',
    'regulars: 下次联系不能比这次早：2026-11-20 早于 2026-11-21。\n  例：--next 3天、--next 下周五、--next 2026-12-31\n',
  ],
  [
    'snooze Wang 今天',
    'regulars: 要推迟到以后的日子：2026-11-21 不在 2026-11-21 之后。\n  例：3天、下周一、2026-12-31、off（不推迟了）\n',
  ],
])('%s in Chinese', async (line, err) => {
  const shop = await shopOfTwo()
  expect(await shop.regulars(`${line} --lang zh`)).toEqual({ exit: 2, out: '', err })
})

test('a snooze over a complaint says that it is one, in both languages', async () => {
  const shop = await openShop('init --name Teahouse --lang en')
  await shop.json('add Ann')
  await shop.json(['complaint', 'open', 'Ann', 'the tea was damp'])
  expect((await shop.regulars('snooze Ann 3d')).err).toContain('This passes a complaint (11-21). To take it back: ')
  expect((await shop.regulars('snooze Ann 3d --lang zh')).err).toContain('这样会错过投诉的答复（11-21）。')
})
