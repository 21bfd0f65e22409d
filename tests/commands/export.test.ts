import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { parseVCards } from 'vcard4-ts'
import { describe, expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'
import { richShop } from './rich-shop.ts'

async function out(shop: Shop, line: string | readonly string[]): Promise<string> {
  const ran = await shop.regulars(line)
  expect(ran.exit, ran.err).toBe(0)
  expect(ran.err).toBe('')
  return ran.out
}

const table = (text: string, delimiter = ','): Record<string, string>[] =>
  parse(text, { columns: true, delimiter, bom: true })

describe('spreadsheets', () => {
  test('headers are stable and English in both languages', async () => {
    const shop = await richShop()
    const heads = async (what: string) => (await out(shop, `export ${what} --lang zh`)).split('\n')[0]
    expect(await heads('customers')).toBe(
      'name,called,code,kind,phone,email,wechat,company,address,birthday,joined,source,referred_by,tags,notes,' +
        'style,potential,keeper,owes,credit,visits_before,spent_before,last_purchase,points,tier,wallet_share,' +
        'preferred_channel,hours,credit_limit,do_not_contact,consent,archived,fact:card,fact:hobby',
    )
    expect(await heads('purchases')).toBe(
      'on,code,phone,name,amount,cost,discount,item,ref,method,paid,due,refund_of,status,note,reason,fault,by',
    )
    expect(await heads('payments')).toBe('id,kind,customerId,name,on,amount,out,bonus,method,note,by,void')
    expect(await heads('contacts')).toBe(
      'on,code,phone,name,direction,channel,outcome,about,note,next,campaign,gift,by',
    )
    expect(await heads('balances')).toBe(
      'customerId,name,phone,balance,oldestOn,days0,days31,days61,days91,lastReminderOn',
    )
    expect(await heads('birthdays')).toBe('customerId,name,birthday,on,daysAway,age')
    expect(await heads('due')).toMatch(
      new RegExp(
        '^customerId,name,called,code,phone,wechat,channel,hours,tier,stage,score,tags,style,balance,reasons,dueOn,' +
          'daysOverdue,',
      ),
    )
  })

  test('names, notes, items, tags and facts are no formulas; phones, money and days stand as they are', async () => {
    const shop = await richShop()
    const [cmd, , london, fang] = table(await out(shop, 'export customers'))
    expect(cmd).toMatchObject({
      name: "'=cmd|calc",
      code: '007',
      phone: '+8613800138000',
      birthday: 'lunar:04-18',
      notes: 'line 1\nline 2, "q"',
      'fact:hobby': "'=chess",
      'fact:card': '金卡',
      owes: '60.00',
    })
    expect(cmd?.['tags']).toBe("'=x;''y;b")
    expect(london).toMatchObject({
      company: "'@acme",
      source: "'+ad",
      keeper: "'-li",
      called: "''tom",
      address: '1, "High" St; London\nUK',
      phone: '+442079460000',
    })
    // Only a pin is a tier; what classify found is not.
    expect(table(await out(shop, 'export customers')).map(({ tier }) => tier)).toEqual(['', '', '', 'A', ''])
    expect(fang).toMatchObject({ credit: '25.00', owes: '' })
    const purchases = table(await out(shop, 'export purchases'))
    expect(purchases[0]).toMatchObject({
      on: '2026-09-01',
      item: "'=tea",
      amount: '100.00',
      paid: '0.00',
      due: '2026-10-01',
      cost: '60.00',
      code: '007',
    })
    expect(purchases.find(({ refund_of }) => refund_of === 'R-1')).toMatchObject({ amount: '-10.00' })
    expect(purchases.filter(({ status }) => status === 'void')).toHaveLength(2)
    expect(table(await out(shop, 'export payments'))[1]).toMatchObject({
      kind: 'payment',
      note: "'+x",
      amount: '20.00',
      out: 'false',
      void: 'false',
    })
    const contacts = table(await out(shop, 'export contacts'))
    expect(contacts.filter(({ campaign }) => campaign === '品茶会')).toHaveLength(2)
    expect(contacts.filter(({ campaign }) => campaign !== '品茶会')).toMatchObject([
      { code: '007', name: "'=cmd|calc", note: "'-call", next: '2026-11-24' },
      { phone: '+8613900000001', name: '王芳' },
      { gift: "'=cup", about: 'slipping' },
    ])
  })

  test('TSV quotes what would break a line', async () => {
    const shop = await richShop()
    expect(table(await out(shop, 'export customers --format tsv'), '\t')).toEqual(
      table(await out(shop, 'export customers')),
    )
  })

  test('--excel marks the file; --columns and --no-header choose', async () => {
    const shop = await richShop()
    expect((await out(shop, 'export customers --excel')).startsWith('\ufeffname,')).toBe(true)
    expect((await out(shop, 'export customers')).startsWith('name,')).toBe(true)
    expect(await out(shop, 'export customers --columns phone,name --no-header')).toBe(
      "+8613800138000,'=cmd|calc\n,李秀兰 😀\n+442079460000,\u202eمرحبا\u202c\n+8613900000001,王芳\n+8613900000001,王小芳\n",
    )
    expect(await out(shop, 'export customers --columns called')).toBe(
      'called\n""\n""\n"\'\'tom"\n""\n""\n'.replace('"\'\'tom"', "''tom"),
    )
  })

  test('an empty ledger gives a head, and valid JSON', async () => {
    const shop = await openShop()
    expect(await out(shop, 'export contacts')).toBe(
      'on,code,phone,name,direction,channel,outcome,about,note,next,campaign,gift,by\n',
    )
    expect(await out(shop, 'export customers --json')).toBe('[]\n')
    expect(await out(shop, 'export customers --format jsonl')).toBe('')
    expect(await out(shop, 'export customers --format vcf')).toBe('')
  })
})

test('JSON is what the commands of the same name say', async () => {
  const shop = await richShop()
  const json = async (line: string) => JSON.parse(await out(shop, `${line} --json`))
  expect((await json('export customers'))[2]).toEqual(await json('show 3').then((value) => value.customer ?? value))
  expect(await json('export contacts')).toEqual(
    (await json('contacts')).toSorted((one: { id: number }, other: { id: number }) => one.id - other.id),
  )
  expect(await json('export purchases')).toEqual(
    (await json('purchases')).toSorted((one: { id: number }, other: { id: number }) => one.id - other.id),
  )
  expect(await json('export balances')).toEqual(await json('balances'))
  expect(await json('export due')).toEqual(await json('due --all'))
  const lines = (await out(shop, 'export purchases --format jsonl')).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual(await json('export purchases'))
})

describe('CSV goes round', () => {
  const files = ['customers', 'purchases', 'contacts'] as const

  test('into the ledger it came from: nothing changes', async () => {
    const shop = await richShop()
    for (const what of files) {
      const path = join(shop.folder, `${what}.csv`)
      await shop.regulars(['export', what, '--out', path])
      const done = JSON.parse((await shop.regulars(['import', what, path, '--json'])).out)
      expect(done, JSON.stringify(done.errors)).toMatchObject({ change: null, created: 0, updated: 0, rejected: 0 })
    }
  })

  test('into an empty one: the same customers and purchases', async () => {
    const shop = await richShop()
    const other = await openShop('init --name Other')
    for (const [what, ...flags] of [
      ['customers', '--same-phone', '--no-classify'],
      ['purchases', '--no-classify'],
      ['contacts'],
    ] as const) {
      const path = join(shop.folder, `${what}.csv`)
      await shop.regulars(['export', what, '--out', path])
      const done = JSON.parse((await other.regulars(['import', what, path, '--json', ...flags])).out)
      expect(done.rejected, JSON.stringify(done.errors)).toBe(0)
    }
    const kept = [
      'name',
      'called',
      'code',
      'kind',
      'phone',
      'email',
      'wechat',
      'company',
      'address',
      'birthday',
      'joined',
      'source',
      'referred_by',
      'tags',
      'notes',
      'style',
      'potential',
      'keeper',
      'tier',
      'fact:hobby',
    ]
    const customers = async (from: Shop) => out(from, ['export', 'customers', '--columns', kept.join(',')])
    expect(await customers(other)).toBe(await customers(shop))
    // In whatever order they were entered: refunds and void ones go in last.
    const purchases = async (from: Shop) => (await out(from, 'export purchases')).trimEnd().split('\n').toSorted()
    expect(await purchases(other)).toEqual(await purchases(shop))
    expect(await out(other, 'export contacts')).toBe(await out(shop, 'export contacts'))
  })
})

describe('cards', () => {
  test('are vCard 4.0, every line within 75 bytes, one UID a customer', async () => {
    const shop = await richShop()
    const text = await out(shop, 'export customers --format vcf')
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const { vCards, nags } = parseVCards(text)
    expect(nags).toBeUndefined()
    expect(vCards).toHaveLength(5)
    const [cmd, firm, london] = vCards ?? []
    expect(cmd?.FN[0].value).toBe('=cmd|calc')
    expect(cmd?.NOTE?.[0].value).toBe('line 1\nline 2, "q"')
    expect(cmd?.CATEGORIES?.[0].value).toEqual(['=x', "'y", 'b'])
    expect(text).toContain('TEL;VALUE=uri;TYPE="voice,cell":tel:+8613800138000\r\n')
    expect(text).toContain('BDAY;VALUE=text:lunar:04-18\r\n')
    expect(text).toContain('BDAY:19881125\r\n')
    expect(text).toContain('BDAY:--0229\r\n')
    expect(firm?.KIND?.value).toBe('org')
    expect(london?.ADR?.[0].value.streetAddress).toEqual(['1, "High" St; London\nUK'])
    expect(new Set(vCards?.map(({ UID }) => UID?.value)).size).toBe(5)
    expect(await out(shop, 'export customers --format vcf --today 2026-12-31')).toBe(text)
  })

  test('of birthdays are those who have one', async () => {
    const shop = await richShop()
    expect(parseVCards(await out(shop, 'export birthdays --format vcf --days 366')).vCards).toHaveLength(3)
  })
})

describe('calendars', () => {
  const unfolded = (text: string) => text.replaceAll('\r\n ', '')
  const field = (text: string, name: string) =>
    [...unfolded(text).matchAll(new RegExp(`^${name}[^:]*:(.*)\\r$`, 'gm'))].map(([, value]) => value ?? '')

  test('a birthday is one event a customer, which moves on next year', async () => {
    const shop = await richShop()
    const text = await out(shop, 'export birthdays --format ics')
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    const uuid = (await shop.regulars('export all')).out.match(/"uuid":"([^"]+)"/)?.[1]
    expect(field(text, 'UID')).toEqual([`birthday-5@${uuid}`, `birthday-1@${uuid}`, `birthday-3@${uuid}`])
    // 29 February is kept on the 28th; the leap sixth month of 1987 in the plain one.
    expect(field(text, 'DTSTART')).toEqual(['20270228', '20270523', '20270704'])
    expect(field(text, 'SUMMARY')).toEqual(['Birthday of 王小芳', 'Birthday of =cmd|calc', 'Birthday of مرحبا (40)'])
    expect(await out(shop, 'export birthdays --format ics')).toBe(text)
    const later = await out(shop, 'export birthdays --format ics --today 2027-03-01')
    expect(new Set(field(later, 'UID'))).toEqual(new Set(field(text, 'UID')))
    expect(field(later, 'DTSTART')).toContain('20280229')
    expect(Number(field(later, 'SEQUENCE')[0])).toBeGreaterThan(Number(field(text, 'SEQUENCE')[0]))
  })

  test('who is due has one day: today when it is late, and another UID than the birthday', async () => {
    const shop = await richShop()
    const text = await out(shop, 'export due --format ics --days 7')
    expect(new Set(field(text, 'UID')).size).toBe(field(text, 'UID').length)
    expect(field(text, 'UID').every((uid) => /^due-\d+@/.test(uid))).toBe(true)
    expect(field(text, 'DTSTART').every((day) => day >= '20261121')).toBe(true)
    expect(field(text, 'DTSTAMP').every((stamp) => stamp === '20261121T000000Z')).toBe(true)
    expect(await out(shop, 'export due --format ics --days 7')).toBe(text)
    const zh = await out(shop, 'export due --format ics --days 7 --lang zh')
    expect(field(zh, 'X-WR-CALNAME')).toEqual(['茶铺该联系的客户'])
    expect(field(zh, 'UID')).toEqual(field(text, 'UID'))
  })
})

describe('--out', () => {
  test('the file is whole and private; its ending says the format', async () => {
    const shop = await richShop()
    const path = join(shop.folder, 'cards.vcf')
    expect(await shop.regulars(['export', 'customers', '--out', path])).toEqual({
      exit: 0,
      out: '',
      err: `Wrote ${path}: customers, 5 rows.\n`,
    })
    expect(readFileSync(path, 'utf8')).toBe(await out(shop, 'export customers --format vcf'))
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect((await shop.regulars(['export', 'due', '--out', join(shop.folder, 'd.ics'), '--quiet'])).err).toBe('')
    expect(readFileSync(join(shop.folder, 'd.ics'), 'utf8')).toContain('BEGIN:VCALENDAR')
    expect((await shop.regulars(['export', 'customers', '--out', '-'])).out).toBe(await out(shop, 'export customers'))
    expect(readdirSync(shop.folder).filter((name) => name.includes('.part'))).toEqual([])
  })

  test('what is there stays, without --yes; a ledger always', async () => {
    const shop = await openShop()
    const path = join(shop.folder, 'x.csv')
    writeFileSync(path, 'mine')
    expect(await shop.regulars(['export', 'customers', '--out', path])).toEqual({
      exit: 1,
      out: '',
      err:
        `regulars: ${path} is there already; it was left as it is.\n  To write over it: regulars export customers ` +
        `--out ${path} --yes\n`,
    })
    expect((await shop.regulars(['export', 'customers', '--out', path, '--lang', 'zh'])).err).toBe(
      `regulars: ${path} 已经有了，没有动它。\n  要盖掉它：regulars export customers --out ${path} --yes\n`,
    )
    expect(readFileSync(path, 'utf8')).toBe('mine')
    expect((await shop.regulars(['export', 'customers', '--out', path, '--dry-run'])).err).toBe(
      `Would write ${path}: customers, 0 rows.\nNothing was changed (--dry-run).\n`,
    )
    expect(readFileSync(path, 'utf8')).toBe('mine')
    expect((await shop.regulars(['export', 'customers', '--out', path, '--yes'])).exit).toBe(0)
    expect(readFileSync(path, 'utf8')).toMatch(/^name,/)
    expect(await shop.regulars(['export', 'customers', '--out', shop.db, '--yes'])).toEqual({
      exit: 1,
      out: '',
      err: `regulars: ${shop.db} is a ledger; an export does not take its place.\n  Another name: --out FILE\n`,
    })
    expect((await shop.regulars(['export', 'customers', '--out', shop.db, '--yes', '--lang', 'zh'])).err).toBe(
      `regulars: ${shop.db} 是账本，导出不会盖掉它。\n  换个名字：--out 文件\n`,
    )
  })

  test('where nothing can be written', async () => {
    const shop = await openShop()
    mkdirSync(join(shop.folder, 'folder'))
    for (const path of [join(shop.folder, 'folder'), join(shop.folder, 'no', 'x.csv')]) {
      expect(await shop.regulars(['export', 'customers', '--out', path])).toEqual({
        exit: 2,
        out: '',
        err: `regulars: ${path} cannot be written.\n  Name a file in a folder that is there and yours.\n`,
      })
      expect((await shop.regulars(['export', 'customers', '--out', path, '--lang', 'zh'])).err).toBe(
        `regulars: ${path} 写不进去。\n  请写一个有这个文件夹、你能写的地方。\n`,
      )
    }
    expect(existsSync(join(shop.folder, 'no'))).toBe(false)
  })

  test('a disk that is full', async () => {
    const shop = await openShop()
    expect(await shop.regulars('export customers --out /dev/full')).toEqual({
      exit: 4,
      out: '',
      err:
        'regulars: No room left on the disk of /dev/full; the ledger is as before.\n  Free some space, then run ' +
        'the same command again.\n',
    })
  })
})

test('formats a thing cannot be, and flags that do not go together', async () => {
  const shop = await openShop()
  const said = async (line: string) => {
    const { exit, err } = await shop.regulars(line)
    return `${exit} ${err}`
  }
  expect(await said('export customers --format ics')).toBe(
    '2 regulars: Not a format: “ics”.\n  One of: csv, tsv, json, jsonl, vcf\n',
  )
  expect(await said('export purchases --format table')).toBe(
    '2 regulars: Not a format: “table”.\n  One of: csv, tsv, json, jsonl\n',
  )
  expect(await said('export all --format csv')).toBe('2 regulars: Not a format: “csv”.\n  One of: jsonl\n')
  expect(await said('list --format vcf')).toBe(
    '2 regulars: Not a format: “vcf”.\n  One of: table, json, jsonl, csv, tsv, md\n',
  )
  expect(await said('export customers --excel --format jsonl')).toMatch(/^2 /)
  expect(await said('export customers --columns nme')).toMatch(
    /^2 regulars: No column nme here\.\n {2}Columns: name, called, code/,
  )
  expect(await said('export customers --ids')).toMatch(/^2 /)
})

test('what is of a day to come is left out, and said', async () => {
  const shop = await openShop()
  writeFileSync(join(shop.folder, 't.csv'), 'customer,on,amount\nA,2026-12-31,5\nA,2026-11-01,6\n')
  await shop.regulars(['import', 'purchases', join(shop.folder, 't.csv'), '--create-customers'])
  const ran = await shop.regulars('export purchases')
  expect([ran.out.trimEnd().split('\n').length, ran.err]).toEqual([
    2,
    'Left out, for a day after 2026-11-21: 1 row. With them: --today DAY, or export all.\n',
  ])
  expect(await shop.regulars('export purchases --today 2026-12-31')).toMatchObject({
    out: expect.stringContaining('2026-12-31'),
    err: '',
  })
  expect((await shop.regulars('export payments')).err + (await shop.regulars('export contacts')).err).toBe('')
})
