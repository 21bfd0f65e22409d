import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

interface Shown {
  readonly messages: readonly {
    readonly customerId: number
    readonly channel: string
    readonly to: string
    readonly text: string
    readonly link: string | null
  }[]
  readonly leftOut: readonly {
    readonly why: string
    readonly customers: readonly { readonly name: string; readonly field: string | null }[]
  }[]
  readonly heldOut: readonly number[]
  readonly campaign: string
  readonly change: number | null
}

/** Who is left out, by reason. */
const left = ({ leftOut }: Shown) =>
  Object.fromEntries(leftOut.map(({ why, customers }) => [why, customers.map(({ name }) => name).join(' ')]))
const ids = ({ messages }: Shown) => messages.map(({ customerId }) => customerId)

async function smallShop(lang = 'en'): Promise<Shop> {
  const shop = await openShop(`init --name Teahouse --lang ${lang}`)
  const add = (rest: string) => shop.json(`add ${rest} --today 2026-10-01`)
  await add('Ann --phone 13800000001 --birthday 11-21')
  await add('Bob --called "Mr Bo" --email bob@x.org --channel email --consent email')
  await add('Leaf --kind firm --phone 13800000003')
  return shop
}

test('words a message by called and kind, goes the way each prefers and allows, names who is left out', async () => {
  const shop = await smallShop()
  await shop.json('add Cid --phone 13800000004 --do-not-contact')
  await shop.json('add Dan --phone 13800000005 --no-consent wechat')
  await shop.json('add Eve')
  await shop.json('add Fay --kind staff --phone 13800000006')
  await shop.json('add Gus --phone 13800000007')
  await shop.json('snooze Gus 2026-12-01')
  const ran = await shop.regulars('message greeting --to Ann,Bob,Leaf,Cid,Dan,Eve,Fay,Gus')
  expect(ran.out).toBe(
    [
      'Ann #1  wechat 138 0000 0001',
      'Dear Ann, how are you? If there is anything you need, write to us. Teahouse',
      '',
      'Bob #2  email bob@x.org',
      'A word from Teahouse',
      'Dear Mr Bo, how are you? If there is anything you need, write to us. Teahouse',
      'mailto:bob@x.org?subject=A%20word%20from%20Teahouse&body=Dear%20Mr%20Bo%2C%20how%20are%20you%3F%20' +
        'If%20there%20is%20anything%20you%20need%2C%20write%20to%20us.%20Teahouse',
      '',
      'Leaf #3  wechat 138 0000 0003',
      'Dear all at Leaf, how are you? If there is anything you need, write to us. Teahouse',
      '',
      '',
    ].join('\n'),
  )
  expect(ran.err).toBe(
    [
      '3 messages',
      '5 customers left out:',
      '  staff: 1 (Fay #7)',
      '  not to be contacted: 1 (Cid #4)',
      '  put off: 1 (Gus #8)',
      '  never asked whether they agree (sms, email): 1 (Dan #5)',
      '  no number or address for it: 1 (Eve #6)',
      'Sent them? regulars message greeting --to Ann,Bob,Leaf,Cid,Dan,Eve,Fay,Gus --log   one by one: regulars ' +
        'message greeting --to Ann,Bob,Leaf,Cid,Dan,Eve,Fay,Gus --next',
      '',
    ].join('\n'),
  )
  const sms = await shop.json<Shown>('message greeting --to Ann,Bob,Dan --channel sms')
  expect(left(sms)).toEqual({ 'not-asked': 'Ann Dan', 'no-address': 'Bob' })
  await shop.json('edit Ann --consent sms')
  const asked = await shop.json<Shown>('message greeting --to Ann --channel 短信')
  expect(asked.messages[0]?.link).toBe(
    'sms:+8613800000001?body=Dear%20Ann%2C%20how%20are%20you%3F%20' +
      'If%20there%20is%20anything%20you%20need%2C%20write%20to%20us.%20Teahouse',
  )
  await shop.json('edit Ann --no-consent sms')
  expect(left(await shop.json<Shown>('message greeting --to Ann --channel sms'))).toEqual({ refused: 'Ann' })
  expect((await shop.regulars('message greeting --to Bob --format csv --columns to,text')).out).toBe(
    'to,text\nbob@x.org,"Dear Mr Bo, how are you? If there is anything you need, write to us. Teahouse"\n',
  )
  const masked = (await shop.regulars('message greeting --to Bob,Ann --mask --json')).out
  expect(masked).not.toMatch(/Bob\b|13800000001|mailto/)
  expect((await shop.regulars('message greeting --tier A,B,C,D --ids')).out).toBe('1\n2\n3\n')
  // It reads, unless it is told to note.
  expect(await shop.json('contacts')).toEqual([])
})

test('in Chinese, and as a text for a group', async () => {
  const shop = await smallShop('zh')
  const ran = await shop.regulars('message 问候 --to Bob')
  expect(ran.out.split('\n').slice(0, 3)).toEqual([
    'Bob #2  邮件 bob@x.org',
    'Teahouse的问候',
    'Mr Bo您好，近来可好？有什么需要，给我们说一声。——Teahouse',
  ])
  expect(ran.err).toBe(
    '1 条\n发了吗？regulars message 问候 --to Bob --log   一条一条来：regulars message 问候 --to Bob --next\n',
  )
  expect((await shop.regulars('message 中秋')).out).toBe('各位好，祝您和家人中秋快乐，人月两圆！——Teahouse\n')
  expect((await shop.regulars('message 中秋 --lang en')).out).toBe(
    'Dear all, a full moon and a happy Mid-Autumn to you and your family! Teahouse\n',
  )
  expect((await shop.regulars('message 生日')).err).toBe(
    'regulars: “生日”只给有这个缘由的人：要一位一位写，不能发到群里。\n' +
      '  发给谁：regulars message 生日 --to due   或 --to 姓名、--tier A、--group 客群\n',
  )
})

test('a message about a reason is for those it holds for today, with what the reason tells', async () => {
  const shop = await smallShop()
  await shop.json('buy Ann 100 oolong --unpaid --on 2026-10-02')
  await shop.json('pay Ann 30 --on 2026-10-03')
  await shop.json('want Bob Dahongpao')
  await shop.json('arrived dahongpao')
  await shop.json('occasion add Leaf 2026-11-25 contract ends')
  const text = async (line: string) =>
    (await shop.json<Shown>(`message ${line} --to due`)).messages.map((one) => `${one.customerId} ${one.text}`)
  expect(await text('birthday')).toEqual([
    '1 Dear Ann, happy birthday! All of us at Teahouse wish you a good day and a good year.',
  ])
  // What is owed, net of what was paid.
  expect(await text('debt')).toEqual([
    '1 Dear Ann, on your account ¥70.00 is open, since Fri 2 October. If you have paid meanwhile, please take no ' +
      'notice. Teahouse',
  ])
  expect(await text('arrived')).toEqual([
    '2 Dear Mr Bo, what you were waiting for has come in: Dahongpao. Shall we keep it for you? Teahouse',
  ])
  expect(await text('occasion')).toEqual([
    '3 Dear all at Leaf, Wed 25 November is near: contract ends. We are thinking of it and are there for you. Teahouse',
  ])
  expect(left(await shop.json<Shown>('message birthday --tier A,B,C,D'))).toEqual({ 'not-due': 'Bob Leaf' })
  // Wishes before the day would be no wishes, and would settle the birthday.
  expect(left(await shop.json<Shown>('message birthday --to due --today 2026-11-18'))).toEqual({ 'too-early': 'Ann' })
  await shop.json('message wanted --to due --log')
  expect(await shop.json('wants')).toEqual([])
  expect((await shop.json('contacts'))[0]).toMatchObject({
    customerId: 2,
    channel: 'email',
    outcome: 'sent',
    about: ['wanted'],
    campaign: 'wanted',
  })
  // A reminder that was only sent settles no debt, and is not written again at once.
  await shop.json('message debt --to due --log')
  expect(left(await shop.json<Shown>('message debt --to due --today 2026-11-25'))).toEqual({ already: 'Ann' })
  expect(ids(await shop.json<Shown>('message debt --to due --today 2026-11-28'))).toEqual([1])
})

test('nobody hears too often: twice a day, within the gap, the same again, or more than enough', async () => {
  const shop = await smallShop()
  await shop.json('add Hal --phone 13800000008 --today 2026-10-01')
  await shop.json('policy set due.channel wechat')
  const whom = '--to Ann,Bob,Leaf,Hal'
  expect(ids(await shop.json<Shown>(`message greeting ${whom} --log`))).toEqual([1, 2, 3, 4])
  // The birthday is today, and she has heard from the shop today.
  expect(left(await shop.json<Shown>('message birthday --to due'))).toEqual({ recent: 'Ann' })
  expect(left(await shop.json<Shown>(`message new-arrival ${whom} --today 2026-11-23`))).toEqual({
    recent: 'Ann Bob Leaf Hal',
  })
  expect(left(await shop.json<Shown>(`message greeting ${whom} --today 2026-12-10`))).toEqual({
    already: 'Ann Bob Leaf Hal',
  })
  // The gap is over, the birthday's greeting is still one.
  expect(ids(await shop.json<Shown>('message birthday --to due --today 2026-11-22'))).toEqual([1])
  await shop.json('policy set message.most 2')
  await shop.json(`message new-arrival ${whom} --log --today 2026-11-24`)
  expect(left(await shop.json<Shown>(`message greeting ${whom} --campaign third --today 2026-12-05`))).toEqual({
    enough: 'Ann Bob Leaf Hal',
  })
  // 30 days later there is room again.
  expect(ids(await shop.json<Shown>(`message greeting ${whom} --campaign third --today 2026-12-24`))).toEqual([
    1, 2, 3, 4,
  ])
  await shop.json('done Hal -o declined --today 2026-12-20')
  expect(left(await shop.json<Shown>(`message greeting --to Hal --campaign third --today 2027-01-20`))).toEqual({
    declined: 'Hal',
  })
  expect(ids(await shop.json<Shown>(`message greeting --to Hal --campaign third --today 2027-03-20`))).toEqual([4])
})

test('who waits for an answer, is unhappy, or is kept at a distance is not greeted', async () => {
  const shop = await smallShop()
  await shop.json('done Ann --in -n "is there spring tea?" --on 2026-11-10')
  await shop.json('survey Bob 2 --on 2026-11-15')
  await shop.json('edit Leaf --relation basic')
  expect(left(await shop.json<Shown>('message greeting --to Ann,Bob,Leaf'))).toEqual({
    relation: 'Leaf',
    unhappy: 'Bob',
    question: 'Ann',
  })
})

test('a family that shares a phone has one message, a birthday of each aside', async () => {
  const shop = await smallShop()
  await shop.json('add Amy --phone 13800000001 --same-phone --birthday 11-21 --today 2026-10-01')
  const both = await shop.json<Shown>('message greeting --to Ann,Amy --log')
  expect([ids(both), left(both)]).toEqual([[1], { 'same-address': 'Amy' }])
  // Nor on a later day.
  expect(left(await shop.json<Shown>('message greeting --to Ann,Amy --today 2026-11-30'))).toEqual({
    already: 'Ann',
    'same-address': 'Amy',
  })
  expect(ids(await shop.json<Shown>('message birthday --to due --today 2026-11-22')).sort()).toEqual([1, 4])
})

test('who has an open complaint is neither greeted nor wished well nor sold anything until it is settled', async () => {
  const shop = await smallShop()
  for (const name of ['Ann', 'Leaf']) await shop.json(`pin ${name} A --today 2026-10-01`)
  await shop.json(['policy', 'set', 'festival.own', 'Anniversary 11-25'])
  await shop.json('complaint open Ann "the tea was damp" --on 2026-11-10 --today 2026-11-10')
  for (const line of [
    'greeting --to Ann,Leaf',
    'new-arrival --to Ann,Leaf',
    'Anniversary --tier A',
    'birthday --to Ann',
  ])
    expect(left(await shop.json<Shown>(`message ${line}`)).complaint, line).toBe('Ann')
  expect((await shop.json('due')).festivals).toMatchObject([{ customers: 1 }])
  await shop.json('complaint resolve 1 --remedy apology')
  expect(ids(await shop.json<Shown>('message birthday --to Ann'))).toEqual([1])
  expect((await shop.json('due')).festivals).toMatchObject([{ customers: 2 }])
})

test('in the quiet hours nothing that rings is noted as sent; an e-mail lies there', async () => {
  const shop = await smallShop()
  const night = { now: new Date('2026-11-21T14:30:00Z') }
  const shown = await shop.regulars('message greeting --to Ann,Bob', night)
  expect(shown.out).toContain('Dear Ann')
  expect(shown.err).toContain('It is 22:30: quiet hours from 21:00 to 8:00.')
  const logged = await shop.json<Shown>('message greeting --to Ann,Bob --log', night)
  expect([ids(logged), left(logged)]).toEqual([[2], { 'quiet-hours': 'Ann' }])
  expect((await shop.regulars('message greeting --to Ann --log', night)).err).toContain('quiet hours from 21:00')
  expect(
    ids(await shop.json<Shown>('message greeting --to Ann,Bob --log', { now: new Date('2026-11-22T00:00:00Z') })),
  ).toEqual([1])
  await shop.json('policy set message.quietUntil 21')
  expect((await shop.regulars('message greeting --to Leaf', night)).err).not.toContain('quiet')
})

test('--log is one change, undone without a trace; a dry run notes nothing', async () => {
  const shop = await smallShop()
  const before = (await shop.regulars('export all')).out
  const dry = await shop.json('message greeting --to Ann,Bob --log --hold-out 50 --dry-run')
  expect(dry).toMatchObject({ change: null, dryRun: true })
  expect((await shop.regulars('message greeting --to Ann --log --dry-run')).err).toContain(
    'Would do: 1 message noted as sent, campaign greeting\n',
  )
  expect((await shop.regulars('export all')).out).toBe(before)
  const logged = await shop.regulars('message greeting --to Ann,Bob --log --hold-out 50')
  expect(logged.err).toContain('1 message noted as sent, campaign greeting\n')
  expect(logged.err).toContain('Slip? regulars undo   (change ')
  expect((await shop.regulars('log')).out).toMatch(/message to (Ann|Bob) \(contact c1\)/)
  expect((await shop.regulars('undo --yes')).exit).toBe(0)
  expect((await shop.regulars('export all')).out).toBe(before)
})

test('held out is one in so many, the same when asked twice, and stays so; a whole export keeps it', async () => {
  const shop = await openShop('init --lang en')
  for (let id = 1; id <= 20; id++)
    await shop.json(`add "Guest ${id}" --phone 138000001${String(id).padStart(2, '0')} --today 2026-10-01`)
  const shown = await shop.json<Shown>('message new-arrival --tier D --hold-out 10')
  expect(shown.heldOut).toHaveLength(2)
  const logged = await shop.json<Shown>('message new-arrival --tier D --hold-out 10 --log')
  expect(logged.heldOut).toEqual(shown.heldOut)
  expect(ids(logged)).toHaveLength(18)
  const again = await shop.json<Shown>('message new-arrival --tier D --hold-out 10 --today 2026-12-01')
  expect([ids(again), again.heldOut, again.leftOut.map(({ why, customers }) => [why, customers.length])]).toEqual([
    [],
    [],
    [
      ['already', 18],
      ['held-out', 2],
    ],
  ])
  const [first = 0] = logged.heldOut
  const reached = ids(logged).slice(0, 3)
  for (const id of reached) await shop.json(`buy id:${id} 50 tea --on 2026-11-25 --today 2026-12-05`)
  await shop.json(`buy id:${reached[0]} 30 --on 2026-12-30 --today 2026-12-30`)
  await shop.json(`buy id:${first} 20 tea --on 2026-12-01 --today 2026-12-05`)
  await shop.json('refund 1 10 --on 2026-12-02 --today 2026-12-05')
  expect(await shop.json('report campaigns --today 2026-12-31')).toEqual([
    {
      campaign: 'new-arrival',
      on: '2026-11-21',
      until: '2026-11-21',
      reached: 18,
      bought: 3,
      amount: '140.00',
      heldOut: 2,
      heldOutBought: 1,
      heldOutAmount: '20.00',
      days: 30,
      running: false,
    },
  ])
  expect(await shop.json('report campaigns --days 3 --today 2026-12-31')).toMatchObject([
    { bought: 0, heldOutBought: 0 },
  ])
  expect((await shop.regulars('report campaigns --today 2026-12-31')).said).toMatchInlineSnapshot(`
    "1 campaign up to 2026-12-31
    campaign     from   reached      bought   amount  held out    bought                 effect
    new arrival  11-21       18  3 (16.7 %)  ¥140.00         2  1 (50 %)  -33.3 (may be chance)
    To tell an effect: regulars message new-arrival --tier A,B --hold-out 10 --log
    how it is reckoned: --explain
    "
  `)
  expect((await shop.regulars('report campaigns --today 2026-12-31 --explain --lang zh')).out).toMatchInlineSnapshot(`
    "到 2026-12-31 有 1 次主题联系
    主题  从     联系到        买了     金额  留作对照      买了                 效果
    新品  11-21      18  3 (16.7 %)  ¥140.00         2  1 (50 %)  -33.3（可能是碰巧）
    联系到：店里为这个主题联系过的客户，没接的不算。买了：其中当天或之后 30 天内买过的，全退的不算；金
      额：这些天买的，减去退款。
    留作对照：message --hold-out 留下的，同样的天数。效果：每一百人里比对照多几人买；差在两个标准误以
      内，可能是碰巧。
    同一个主题停了 90 天以上算另一次。换天数：--days N，或 policy set campaign.days N。
    "
  `)
  const copy = await openShop(false)
  const whole = join(copy.folder, 'whole.jsonl')
  writeFileSync(whole, (await shop.regulars('export all')).out)
  expect((await copy.regulars(`import all ${whole}`)).exit).toBe(0)
  expect((await copy.regulars('export all')).out).toBe((await shop.regulars('export all')).out)
  expect(await copy.json('report campaigns --today 2026-12-31')).toEqual(
    await shop.json('report campaigns --today 2026-12-31'),
  )
})

test('--next: one after another, noted at once; in a pipe the next one alone', async () => {
  const shop = await smallShop()
  const one = await shop.json('message greeting --to Ann,Bob,Leaf --next')
  expect([one.messages.length, one.waiting, one.change]).toEqual([1, 2, null])
  expect(await shop.json('message greeting --to Ann,Bob,Leaf --next --log')).toMatchObject({
    messages: [{ customerId: 1 }],
    waiting: 2,
    change: expect.any(Number),
  })
  const asked = await shop.regulars('message greeting --to Ann,Bob,Leaf --next', { keys: 'y\nq\n', columns: 80 })
  expect(asked.out).toContain('Dear Mr Bo')
  expect(asked.err).toContain('1 message noted as sent, 1 left.')
  expect((await shop.json('contacts')).map(({ customerId }: { customerId: number }) => customerId)).toEqual([2, 1])
  expect(ids(await shop.json<Shown>('message greeting --to Ann,Bob,Leaf'))).toEqual([3])
  // Broken off, what was said to be sent stays noted.
  await shop.json('add Cid --phone 13800000004 --today 2026-10-01')
  const broken = await shop.regulars('message greeting --to Leaf,Cid --next', { keys: '\u0003', columns: 80 })
  expect([broken.exit, broken.err.includes('0 messages noted as sent, 2 left.')]).toEqual([130, true])
  expect(ids(await shop.json<Shown>('message greeting --to Leaf,Cid'))).toEqual([3, 4])
})

test('messages of the owner: beside the ledger, by language, with facts; what cannot be filled is said', async () => {
  const shop = await smallShop()
  const folder = join(shop.folder, 'messages')
  mkdirSync(folder)
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  write('dog.txt', 'Subject: Hello\n{salutation}: how is {fact:dog}? {资料:cat|No cat?}\nYours')
  write('birthday.en.txt', 'A good year, {name}!')
  write('thanks2.txt', 'about: thanks\n{salutation}, {item|thing}')
  write('broken.txt', '{salutation}, {wat}')
  write('empty.txt', 'subject: nothing\n')
  await shop.json('edit Bob --set Dog=Rex')
  const dog = await shop.json<Shown>('message DOG --to Ann,Bob')
  expect(dog.messages.map(({ text }) => text)).toEqual(['Dear Mr Bo: how is Rex? No cat?\nYours'])
  expect(dog.leftOut).toEqual([{ why: 'unknown', customers: [{ customerId: 1, name: 'Ann', field: 'fact' }] }])
  expect(decodeURIComponent(dog.messages[0]?.link ?? '')).toContain(
    '?subject=Hello&body=Dear Mr Bo: how is Rex? No cat?\r\nYours',
  )
  expect((await shop.json<Shown>('message birthday --to due')).messages[0]?.text).toBe('A good year, Ann!')
  expect((await shop.json<Shown>('message birthday --to due --lang zh')).messages[0]?.text).toContain('生日快乐')
  expect(left(await shop.json<Shown>('message thanks2 --to Ann'))).toEqual({ 'not-due': 'Ann' })
  expect(await shop.regulars('message broken --to Ann')).toMatchObject({ exit: 1 })
  expect((await shop.regulars('message broken --to Ann')).err).toContain('“broken” has {wat}')
  expect((await shop.regulars('message empty --to Ann')).err).toContain('empty.txt has no text')
  expect((await shop.regulars('message dogs --to Ann')).err).toContain('Did you mean dog')
  write('broken.txt', 'fine now')
  write('empty.txt', 'fine too')
  const listed = await shop.json('message')
  expect(listed.map(({ template }: { template: string }) => template)).toEqual(
    expect.arrayContaining(['dog', 'thanks', 'mid-autumn', 'invitation', 'birthday']),
  )
  expect(listed.find(({ template }: { template: string }) => template === 'birthday').from).toBe(
    join(folder, 'birthday.en.txt'),
  )
})

test('festivals: only near the day, the shop’s own too, nobody twice; the line of due counts them out', async () => {
  const shop = await smallShop()
  for (const name of ['Ann', 'Bob', 'Leaf']) await shop.json(`pin ${name} A --today 2026-10-01`)
  await shop.json(['policy', 'set', 'festival.own', 'Anniversary 11-25'])
  expect((await shop.regulars('message mid-autumn --tier A')).err).toContain('“Mid-Autumn” is on 2027-09-15')
  expect((await shop.regulars('due')).out).toContain(
    'Anniversary 11-25 Wed: A, B 3 not yet greeted -> regulars message Anniversary --tier A,B',
  )
  const greeted = await shop.json<Shown>('message anniversary --to Ann,Leaf --log')
  expect(greeted.messages.map(({ text }) => text)).toEqual([
    'Dear Ann, all the best to you on Anniversary! Teahouse',
    'Dear all at Leaf, all the best to you on Anniversary! Teahouse',
  ])
  expect((await shop.json('due')).festivals).toMatchObject([{ festival: 'Anniversary', customers: 3, greeted: 2 }])
  expect((await shop.json('contacts'))[0]).toMatchObject({ about: ['festival'], campaign: 'Anniversary' })
  const rest = await shop.json<Shown>('message Anniversary --tier A --today 2026-11-25')
  expect([ids(rest), left(rest)]).toEqual([[2], { already: 'Ann Leaf' }])
  // Under another campaign it is the same greeting.
  expect(left(await shop.json<Shown>('message Anniversary --to Ann --campaign x --today 2026-11-25'))).toEqual({
    already: 'Ann',
  })
  expect(ids(await shop.json<Shown>('message Anniversary --to Ann --today 2027-11-25'))).toEqual([1])
})

test('what is asked wrongly is said', async () => {
  const shop = await smallShop()
  const err = async (line: string) => {
    const { exit, err } = await shop.regulars(line)
    return `${exit} ${err.split('\n')[0]}`
  }
  expect(await err('message greeting --log')).toBe('1 regulars: --log needs to be told to whom.')
  expect(await err('message greeting --to due,Ann')).toMatch(/^2 /)
  expect(await err('message greeting --to Ann --channel call')).toMatch(/^2 .*call/)
  expect(await err('message invitation --to Ann')).toBe('1 regulars: “invitation” speaks of an event.')
  expect(await err('message invitation --event none --to Ann')).toBe('1 regulars: No event “none”.')
  expect(await err('message greeting --to Ann --hold-out 90')).toMatch(/^2 /)
  expect(await err('message greeting --to "group none"')).toBe('1 regulars: No group “none”.')
  await shop.json('tag Ann +x')
  await shop.json('group save close --tag x')
  expect(ids(await shop.json<Shown>('message greeting --to "group close"'))).toEqual([1])
  expect(ids(await shop.json<Shown>('message greeting --to "tier D"'))).toEqual([1, 2, 3])
})

test('to thousands at once', async () => {
  const shop = await openShop('init --lang en')
  const roster = join(shop.folder, 'roster.csv')
  const rows = Array.from({ length: 2_600 }, (_, at) => `Guest ${at},138${String(10_000_000 + at)}`)
  writeFileSync(roster, `name,phone\n${rows.join('\n')}\n`)
  await shop.regulars(`import customers ${roster} --no-classify --today 2026-10-01`)
  const logged = await shop.json<Shown>('message new-arrival --tier D --hold-out 10 --log')
  expect([logged.messages.length, logged.heldOut.length]).toEqual([2_340, 260])
  expect(await shop.json('report campaigns')).toMatchObject([{ reached: 2_340, heldOut: 260 }])
})
