import { expect, test } from 'vitest'
import { contentOf } from '../content.ts'
import { openShop, type Shop } from '../shop.ts'

/** Ann is a regular with a birthday on 11-21 and a keeper; Bob never bought. Today is 2026-11-21. */
async function shopOfTwo(): Promise<Shop> {
  const shop = await openShop('init --lang en')
  await shop.json('policy set festival.calendar none')
  await shop.json('add Ann --phone 13800138000 --birthday 11-21 --keeper Li --joined 2026-09-01 --today 2026-09-01')
  await shop.json('add Bob --phone 13900139000 --today 2026-09-01')
  for (const on of ['2026-10-01', '2026-10-11', '2026-10-21']) await shop.json(`buy Ann 80 tea --on ${on}`)
  return shop
}

type Reason = { reason: string; dueOn: string; daysOverdue: number; detail: Record<string, unknown> }

/** What the list says of each on a day: reasons by name. */
async function dueOn(shop: Shop, day: string): Promise<Record<string, string[]>> {
  const { rows } = await shop.json(`due --all --today ${day}`)
  return Object.fromEntries(
    rows.map(({ name, reasons }: { name: string; reasons: Reason[] }) => [name, reasons.map((one) => one.reason)]),
  )
}

async function complaintOn(shop: Shop, day: string): Promise<Reason | undefined> {
  const { rows } = await shop.json(`due --all --today ${day}`)
  return rows.flatMap(({ reasons }: { reasons: Reason[] }) => reasons).find((one: Reason) => one.reason === 'complaint')
}

test('a complaint is due until it is acknowledged, on the day promised, and a week after it is settled', async () => {
  const shop = await shopOfTwo()
  const opened = await shop.json([
    ...['complaint', 'open', 'Ann', 'the', 'tea', 'was', 'damp', '--severity', 'serious', '--purchase', '3'],
    ...['--served', 'Zoe', '--wants', 'money back', '--handler', 'Max', '--today', '2026-11-02'],
  ])
  expect(opened).toMatchObject({
    id: 1,
    customerId: 1,
    name: 'Ann',
    kind: 'complaint',
    what: 'the tea was damp',
    severity: 'serious',
    openedOn: '2026-11-02',
    acknowledgedOn: null,
    promisedOn: '2026-11-05',
    resolvedOn: null,
    handler: 'Max',
    keeper: 'Li',
    purchaseId: 3,
    answers: { goods: 'tea', served: 'Zoe', wants: 'money back', how: null, reasonable: null },
    steps: [],
    goodContacts: null,
  })
  expect(opened.change).toBeGreaterThan(0)
  expect(await complaintOn(shop, '2026-11-02')).toMatchObject({ dueOn: '2026-11-02', daysOverdue: 0 })
  // A message that was only sent says nothing to them; a question of theirs says nothing to us.
  await shop.json('done Ann -o sent --about complaint --today 2026-11-02')
  await shop.json('done Ann --in --about complaint --today 2026-11-02')
  expect(await complaintOn(shop, '2026-11-03')).toMatchObject({ dueOn: '2026-11-02', daysOverdue: 1 })
  // The first step alone tells them nothing either.
  await shop.json('complaint step 1 1 --today 2026-11-03')
  const first = await complaintOn(shop, '2026-11-04')
  expect(first).toMatchObject({
    daysOverdue: 2,
    detail: { complaints: [{ id: 1, task: 'acknowledge' }], overdue: { keeper: 'Li', owner: null } },
  })
  expect(await shop.json('complaint step 1 2 -n sorry --today 2026-11-04')).toMatchObject({
    acknowledgedOn: '2026-11-04',
    steps: [{ step: 1 }, { step: 2, on: '2026-11-04', note: 'sorry' }],
  })
  expect(await complaintOn(shop, '2026-11-04')).toBeUndefined()
  expect(await complaintOn(shop, '2026-11-05')).toMatchObject({ dueOn: '2026-11-05', detail: { overdue: null } })
  await shop.json('policy set due.complaint.owner "Mrs Wu"')
  expect(await complaintOn(shop, '2026-11-07')).toMatchObject({
    dueOn: '2026-11-05',
    daysOverdue: 2,
    detail: { complaints: [{ task: 'promised' }], overdue: { keeper: 'Li', owner: 'Mrs Wu' } },
  })
  // Another day is promised; a talk on it puts the open complaint off for a week, never away.
  await shop.json('complaint step 1 5 --promise 2026-11-09 --today 2026-11-07')
  expect(await complaintOn(shop, '2026-11-08')).toBeUndefined()
  expect(await complaintOn(shop, '2026-11-09')).toMatchObject({ dueOn: '2026-11-09' })
  await shop.json('done Ann --about complaint --today 2026-11-09')
  expect(await complaintOn(shop, '2026-11-15')).toBeUndefined()
  expect(await complaintOn(shop, '2026-11-16')).toMatchObject({ dueOn: '2026-11-16' })

  const resolved = await shop.json('complaint resolve 1 --refund 3 --amount 30 -n half --today 2026-11-16')
  expect(resolved).toMatchObject({
    resolvedOn: '2026-11-16',
    remedy: 'refund',
    cost: '30.00',
    refunded: '30.00',
    note: 'half',
    goodContacts: 0,
  })
  expect(await shop.json('purchases Ann')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: resolved.refundId, kind: 'refund', amount: '30.00', reason: 'the tea was damp' }),
    ]),
  )
  expect(await complaintOn(shop, '2026-11-22')).toBeUndefined()
  expect(await complaintOn(shop, '2026-11-23')).toMatchObject({
    dueOn: '2026-11-23',
    detail: { complaints: [{ task: 'ask', resolvedOn: '2026-11-16' }], overdue: null },
  })
  expect((await complaintOn(shop, '2026-11-30'))?.detail['overdue']).toBeNull()
})

test.each([
  ['a talk about it', 'done Ann --about complaint --today 2026-11-12'],
  ['the last step', 'complaint step 1 6 --today 2026-11-10'],
  ['a survey', 'survey Ann 4 --today 2026-11-09'],
])('asked how it went by %s, it is over', async (_, line) => {
  const shop = await shopOfTwo()
  await shop.json('complaint open Ann damp --today 2026-11-02')
  await shop.json('complaint resolve 1 --remedy apology --today 2026-11-05')
  expect(await complaintOn(shop, '2026-11-12')).toMatchObject({ dueOn: '2026-11-12' })
  await shop.json(line)
  expect(await complaintOn(shop, '2026-11-12')).toBeUndefined()
  expect(await complaintOn(shop, '2026-12-30')).toBeUndefined()
})

test('nobody greets or sells to one whose complaint is open', async () => {
  const shop = await shopOfTwo()
  await shop.json('want Ann cup --today 2026-11-01')
  await shop.json('buy Ann 90 tea --on 2026-11-01 --unpaid --due 2026-11-10')
  await shop.json('done Ann --next 2026-11-19 --today 2026-11-12')
  await shop.json('arrived cup --today 2026-11-20')
  await shop.json('survey Ann 1 --today 2026-11-19')
  const before = (await dueOn(shop, '2026-11-21'))['Ann']
  expect(before).toEqual(expect.arrayContaining(['birthday', 'wanted', 'unhappy', 'promise', 'debt']))
  await shop.json('complaint open Ann damp --today 2026-11-20')
  expect((await dueOn(shop, '2026-11-21'))['Ann']?.toSorted()).toEqual(['complaint', 'debt', 'promise'])
  // Nor with a look ahead, nor by a message.
  const ahead = await shop.json('due --all --days 30 --today 2026-11-21')
  expect(
    ahead.rows
      .find(({ name }: { name: string }) => name === 'Ann')
      .reasons.map(({ reason }: Reason) => reason)
      .toSorted(),
  ).toEqual(['complaint', 'debt', 'promise'])
  const told = await shop.regulars('message birthday --to Ann --today 2026-11-21')
  expect(told.out + told.err).toContain('complaint')
  expect(told.out).not.toContain('Happy birthday')
  // A festival is not for them either.
  await shop.json('policy set festival.own "Anniversary 11-24"')
  await shop.json('pin Ann A --today 2026-11-20')
  await shop.json('pin Bob A --today 2026-11-20')
  expect((await shop.json('due --today 2026-11-21')).festivals).toMatchObject([{ customers: 1, greeted: 0 }])
  // Settled, all is as before; a suggestion holds nothing back.
  await shop.json('complaint resolve 1 --remedy apology --today 2026-11-21')
  await shop.json('complaint open Ann "prices on the tins" --kind suggestion --today 2026-11-21')
  expect((await dueOn(shop, '2026-11-21'))['Ann']).toEqual(expect.arrayContaining(['birthday', 'complaint']))
  expect((await shop.json('due --today 2026-11-21')).festivals).toMatchObject([{ customers: 2 }])
})

test('every step is said in both languages, with what to do at the next', async () => {
  const shop = await shopOfTwo()
  await shop.json('complaint open Ann damp --today 2026-11-20')
  const says = {
    en: ['let them speak', 'thank and apologise', 'ask', 'propose', 'agree', 'follow up'],
    zh: ['让客户说完', '道谢、道歉', '问清楚', '提办法', '商定', '回访'],
  }
  const advises = {
    en: ['say you are sorry', 'one thing at a time', 'better two to choose from', 'cannot keep by that day'],
    zh: ['说声对不起', '一次问一样', '有两样可选', '一概不许诺'],
  }
  for (const lang of ['en', 'zh'] as const) {
    const whole = (await shop.regulars(`complaint show 1 --lang ${lang}`)).out
    for (const step of says[lang]) expect(whole).toContain(step)
    for (const step of [1, 2, 3, 4, 5, 6]) {
      const { out, exit } = await shop.regulars(`complaint step 1 ${step} -n note${step} --lang ${lang}`)
      expect(exit).toBe(0)
      expect(out).toContain(says[lang][step - 1])
      if (step < 5) expect(out, `after ${step}`).toContain(advises[lang][step - 1])
    }
    expect((await shop.regulars(`complaint show 1 --lang ${lang}`)).out).toContain('note4')
  }
  const { out } = await shop.regulars('complaint show 1')
  expect(out).toContain('What happened? damp')
  expect(out).toContain('Who served them? not asked yet')
  expect(out).toContain('Had they bought here before? yes: since 10-01, 3 purchases before it')
  await shop.json('complaint step 1 3 --how "lid open" --served Zoe --no-reasonable')
  const asked = (await shop.regulars('complaint show 1 --lang zh')).out
  expect(asked).toContain('怎么发生的？ lid open')
  expect(asked).toContain('说得在理吗？ 否')
})

test('each is undone whole, the refund of a remedy with it', async () => {
  const shop = await shopOfTwo()
  const states = [await contentOf(shop.db)]
  for (const line of [
    'complaint open Ann damp --severity minor --purchase 1 --how rain',
    'complaint step 1 3 --wants "a new tin" --reasonable --promise 3d -n talked',
    'complaint resolve 1 --refund 1 --remedy compensation --cost 95',
    'complaint open Bob "more chairs" --kind suggestion',
    'complaint resolve 2 -n "two more are ordered"',
  ]) {
    await shop.json(line)
    states.push(await contentOf(shop.db))
  }
  expect(states[3]?.['entry']).toHaveLength((states[2]?.['entry']?.length ?? 0) + 1)
  for (const state of states.slice(0, -1).reverse()) {
    const said = await shop.regulars('undo --yes')
    expect(said.exit).toBe(0)
    expect(await contentOf(shop.db)).toEqual(state)
  }
  expect((await shop.regulars('log --lang zh')).out).toContain('了结投诉 1 Ann ¥80.00')
})

test('a coupon and points are given with the remedy, and taken back with it', async () => {
  const shop = await shopOfTwo()
  await shop.json('policy set points.earnPer 1')
  await shop.json('coupon give SORRY --value 10 --to Bob')
  await shop.json('buy Ann 50 cup')
  await shop.json('complaint open Ann damp')
  const before = await contentOf(shop.db)
  expect(
    await shop.json('complaint resolve 1 --coupon SORRY --points 30 --refund 4 --amount 20 --remedy compensation'),
  ).toMatchObject({ remedy: 'compensation', coupon: 'SORRY', points: 30, refunded: '20.00', cost: '20.00' })
  // 50 earned, 20 of them gone with the refund, 30 given.
  expect((await shop.json('points show Ann')).points).toBe(60)
  expect((await shop.json('coupon list'))[0]).toMatchObject({ code: 'SORRY', given: 2 })
  for (const [lang, said] of [
    ['en', 'coupon SORRY, 30 points'],
    ['zh', '送券 SORRY，送积分 30'],
  ])
    expect((await shop.regulars(`complaint show 1 --lang ${lang}`)).out).toContain(said)
  await shop.json('undo --yes')
  expect(await contentOf(shop.db)).toEqual(before)
  expect(await shop.json('complaint resolve 1 --points 5')).toMatchObject({ remedy: 'compensation', cost: null })
  await shop.json('complaint open Bob rude')
  const had = await shop.regulars('complaint resolve 2 --coupon SORRY --json')
  expect(JSON.parse(had.err).error.code).toBe('coupon.nobody')
})

test('what cannot be is refused, and nothing is written', async () => {
  const shop = await shopOfTwo()
  await shop.json('complaint open Ann damp --today 2026-11-20')
  await shop.json('complaint open Bob chairs --kind suggestion --today 2026-11-20')
  await shop.json('buy Bob 10 cup --today 2026-11-20')
  const before = await contentOf(shop.db)
  for (const [line, code, exit] of [
    ['complaint open walk-in damp', 'customer.walk-in', 1],
    ['complaint open Ann', 'usage.missing-argument', 2],
    ['complaint open Ann damp --on 2026-12-01', 'day.future', 2],
    ['complaint open Ann damp --promise 2026-11-01', 'complaint.promise-first', 2],
    ['complaint open Ann damp --purchase 4', 'complaint.not-theirs', 1],
    ['complaint open Ann damp --purchase 99', 'entry.not-found', 1],
    ['complaint open Ann damp --severity grave', 'usage.bad-choice', 2],
    ['complaint step 9 1', 'complaint.not-found', 1],
    ['complaint step 1 7', 'usage.bad-count', 2],
    ['complaint step 2 1', 'complaint.no-steps', 1],
    ['complaint step 1 2 --on 2026-11-19', 'complaint.before-opened', 1],
    ['complaint resolve 1 --refund 4', 'complaint.not-theirs', 1],
    ['complaint resolve 1 --refund 1 --amount 500', 'refund.too-much', 1],
    ['complaint resolve 1 --amount 5', 'usage.missing-argument', 2],
    ['complaint resolve 1 --on 2026-11-01', 'complaint.before-opened', 1],
    ['archive Ann', 'customer.complains', 1],
  ] as const) {
    const ran = await shop.regulars([...line.split(' '), '--json'])
    expect([JSON.parse(ran.err).error.code, ran.exit], line).toEqual([code, exit])
    for (const lang of ['en', 'zh']) expect((await shop.regulars(`${line} --lang ${lang}`)).err, line).not.toBe('')
  }
  await shop.regulars('complaint resolve 1 --remedy apology --dry-run')
  expect(await contentOf(shop.db)).toEqual(before)
  await shop.json('complaint resolve 1 --remedy apology')
  for (const line of ['complaint resolve 1 --remedy apology', 'complaint step 1 4']) {
    const ran = await shop.regulars([...line.split(' '), '--json'])
    expect(JSON.parse(ran.err).error.code).toBe('complaint.resolved')
  }
  await shop.json('archive Ann')
})

test('good turns are counted from the day after it was settled', async () => {
  const shop = await shopOfTwo()
  await shop.json('complaint open Ann damp --today 2026-10-25')
  await shop.json('complaint resolve 1 --remedy exchange --today 2026-10-26')
  await shop.json('done Ann --on 2026-10-26')
  for (const on of ['2026-10-28', '2026-11-02', '2026-11-09', '2026-11-16']) await shop.json(`done Ann --on ${on}`)
  await shop.json('done Ann -o no-answer --on 2026-11-17')
  await shop.json('done Ann -o sent --on 2026-11-18')
  expect((await shop.json('complaint list --all'))[0]).toMatchObject({ goodContacts: 4, remedy: 'exchange' })
  expect((await shop.regulars('show Ann')).out).toContain('complaint 1: 4 of 12 good contacts since')
  expect((await shop.regulars('show Ann --lang zh')).out).toContain('投诉 1：之后好好联系过 4 次（12 次里）')
})

test('what is open stands in show, why, the day and the list; a suggestion is a sign of loyalty', async () => {
  const shop = await shopOfTwo()
  expect((await shop.json('show Ann')).loyalty).toMatchObject({ known: 1 })
  await shop.json('complaint open Ann damp --today 2026-11-12')
  await shop.json('complaint open Bob chairs --kind suggestion --today 2026-11-19')
  expect((await shop.regulars('show Ann')).out).toContain(
    '!! complaint 1 open: damp (11-12), not acknowledged yet, answer promised for 11-15, 6 days late',
  )
  expect((await shop.regulars('show Ann --lang zh')).out).toContain('!! 投诉未了：damp（11-12，第 1 号）')
  expect((await shop.json('why Ann')).complaints).toMatchObject([{ id: 1, what: 'damp' }])
  expect((await shop.json('why Ann')).open).toMatchObject({ complaint: { id: 1, promisedOn: '2026-11-15' } })
  expect((await shop.regulars('why Ann')).out).toContain('complaint 1 open: damp (11-12)')
  const glance = await shop.regulars('', { columns: 100, keys: '' })
  expect(glance.out).toContain('1 complaint open, 1 late')
  expect((await shop.regulars('complaint list')).out).toContain('6 days late')
  expect((await shop.regulars('complaint list Bob --lang zh')).out).toContain('建议')
  expect((await shop.regulars('complaint list --ids')).out).toBe('1\n2\n')
  expect((await shop.regulars('complaint list --format csv --columns id,what,promisedOn')).out).toBe(
    'id,what,promisedOn\n1,damp,2026-11-15\n2,chairs,2026-11-22\n',
  )
  expect((await shop.json('complaint list --kind suggestion')).map(({ id }: { id: number }) => id)).toEqual([2])
  expect((await shop.json('show Bob')).loyalty).toMatchObject({ signs: 1, known: 2 })
  expect((await shop.json('show Ann')).loyalty).toMatchObject({ known: 2 })
  expect((await shop.json('show Ann --today 2026-11-18')).loyalty).toMatchObject({ known: 1 })
})

test('report complaints: how many, how soon, by what remedy, and who came back', async () => {
  const shop = await shopOfTwo()
  await shop.json('buy Bob 30 cup --on 2026-10-02')
  await shop.json('complaint open Ann damp --severity serious --served Zoe --on 2026-10-03 --today 2026-10-03')
  await shop.json('complaint step 1 2 --on 2026-10-03')
  await shop.json('complaint resolve 1 --refund 1 --amount 20 --on 2026-10-05')
  await shop.json('complaint open Bob cracked --severity minor --served Zoe --on 2026-10-04')
  await shop.json('complaint step 2 2 --on 2026-10-06')
  await shop.json('complaint resolve 2 --remedy repair --cost 5 --on 2026-10-10')
  await shop.json('complaint open Bob rude --on 2026-11-10')
  await shop.json('complaint open Ann chairs --kind suggestion --on 2026-11-11')
  const report = await shop.json('report complaints')
  expect(report).toMatchObject({
    complaints: 3,
    suggestions: 1,
    open: 1,
    overdue: 1,
    resolved: 2,
    sameDay: 1,
    inTime: 1,
    medianDays: 4,
    cost: '25.00',
    settledCustomers: 2,
    boughtAgain: 1,
    silent: 60,
  })
  expect(report.rows).toEqual([
    { by: 'remedy', value: 'refund', complaints: 1, open: 0, cost: '20.00' },
    { by: 'remedy', value: 'repair', complaints: 1, open: 0, cost: '5.00' },
    { by: 'severity', value: 'serious', complaints: 1, open: 0, cost: '20.00' },
    { by: 'severity', value: 'minor', complaints: 1, open: 0, cost: '5.00' },
    { by: 'severity', value: null, complaints: 1, open: 1, cost: '0.00' },
    { by: 'served', value: 'Zoe', complaints: 2, open: 0, cost: '25.00' },
    { by: 'served', value: null, complaints: 1, open: 1, cost: '0.00' },
  ])
  // As it stood on an earlier day.
  expect(await shop.json('report complaints --to 2026-10-06')).toMatchObject({ complaints: 2, open: 1, resolved: 1 })
  const { out } = await shop.regulars('report complaints')
  expect(out).toContain('A rule of thumb of the trade, not counted')
  expect((await shop.regulars('report complaints --lang zh')).out).toContain('行里的说法，不是数出来的')
  expect((await shop.regulars('report complaints --explain')).out).toContain('about those who stay silent')
  expect((await shop.regulars('report complaints --from 2026-11-15')).out).toContain('Nobody complained.')
})

test('the whole of it goes round, joins with a merge, and is forgotten with the person', async () => {
  const shop = await shopOfTwo()
  await shop.json('complaint open Ann "damp, says Ann" --purchase 1 --why "Ann is angry" --no-reasonable')
  await shop.json('complaint step 1 5 --promise 2d -n "Ann agreed"')
  await shop.json('complaint resolve 1 --refund 1 --amount 8')
  await shop.json('complaint open Bob chairs --kind suggestion')
  const all = await shop.json('complaint list --all')
  const { out } = await shop.regulars('export all')
  const other = await openShop(false)
  expect((await other.regulars('import all - --yes', { stdin: out })).exit).toBe(0)
  expect(await other.json('complaint list --all')).toEqual(all)
  expect((await other.regulars('export all')).out.split('\n').slice(1)).toEqual(out.split('\n').slice(1))

  const before = await contentOf(shop.db)
  await shop.json('merge Bob --into Ann --yes')
  expect((await shop.json('complaint list Ann --all')).map(({ id }: { id: number }) => id)).toEqual([2, 1])
  await shop.json('undo --yes')
  expect(await contentOf(shop.db)).toEqual(before)

  await shop.json('forget Ann --yes')
  const [gone] = (await contentOf(shop.db))['complaint'] as Record<string, unknown>[]
  expect(gone).toMatchObject({ what: '#1', why: null, remedy: 'refund', cost: 800, resolved_on: '2026-11-21' })
  expect(JSON.stringify(await contentOf(shop.db))).not.toContain('Ann')
})

test('survey.every: so many days after the last question the next is due, of those who have bought', async () => {
  const shop = await shopOfTwo()
  const asked = async (day: string) => {
    const { rows } = await shop.json(`due --all --reason survey --today ${day}`)
    return rows.map(({ name }: { name: string }) => name)
  }
  expect(await asked('2026-11-21')).toEqual([])
  await shop.json('policy set survey.every.C 60')
  expect(await asked('2026-10-30')).toEqual([])
  // Since 2026-09-01, the day she joined.
  expect(await asked('2026-10-31')).toEqual(['Ann'])
  await shop.json('survey Ann 4 --on 2026-11-01')
  expect(await asked('2026-12-30')).toEqual([])
  expect(await asked('2026-12-31')).toEqual(['Ann'])
  const said = async (lang: string) => (await shop.regulars(`due --all --lang ${lang} --today 2026-12-31`)).out
  expect(await said('en')).toContain('ask how satisfied they are (last asked 11-01)')
  expect(await said('zh')).toContain('问问满意不满意（上次 11-01 问的）')
  // She was talked with about it: the next question is as many days later.
  await shop.json('done Ann --about survey --on 2026-11-20')
  expect(await asked('2026-12-31')).toEqual(['Ann'])
  const later = ['done', 'Ann', '--about', 'survey', '--today', '2026-12-31']
  await shop.json(later)
  expect(await asked('2027-01-05')).toEqual([])
  expect((await shop.regulars('show Ann')).out).toContain('satisfied (1.00, asked 11-01)')
  expect((await shop.regulars('show Ann --lang zh')).out).toContain('满意（1.00，11-01 问的）')
  expect((await shop.json('why Ann')).satisfaction).toEqual({ on: '2026-11-01', c: 1, level: 'satisfied' })
  await shop.json('policy set survey.every.C 0')
  expect(await asked('2027-06-01')).toEqual([])
})

test('the page tells of complaints and of satisfaction', async () => {
  const shop = await shopOfTwo()
  await shop.json('complaint open Ann "damp <tea>" --handler Max --today 2026-11-12')
  await shop.json('survey Bob 4')
  for (const [lang, words] of [
    ['en', ['Complaints', 'damp &lt;tea&gt;', 'handled by Max', 'Satisfaction', '1 asked']],
    ['zh', ['投诉', '经手 Max', '满意度', '问过 1 位']],
  ] as const) {
    const file = `${shop.folder}/page-${lang}.html`
    expect((await shop.regulars(`report --html ${file} --lang ${lang}`)).exit).toBe(0)
    const { readFileSync } = await import('node:fs')
    const page = readFileSync(file, 'utf8')
    for (const word of words) expect(page).toContain(word)
    expect(page).not.toContain('<tea>')
  }
})
