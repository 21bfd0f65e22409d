import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { importFileErrors } from '../../src/locales/en/errors/import-file.ts'
import { importRowErrors } from '../../src/locales/en/errors/import-row.ts'
import { copied, openShop } from '../shop.ts'
import { workbook } from '../workbook.ts'

/** A file, what is said of it, and what is typed next: what is read out of the sentence, not written here again. */
interface Advised {
  /** The code of the sentence; of what a preview says, the name of its piece. */
  readonly code: string
  readonly kind: 'customers' | 'purchases' | 'contacts' | 'surveys' | null
  readonly file: string | Uint8Array
  /** Lines typed before. */
  readonly before?: readonly string[]
  readonly flags?: string
  /** Finds the advice: its groups are what there is to type. */
  readonly says: RegExp
  /** What is typed instead: flags of the same command, without those of before where `instead` is set. */
  take(advice: readonly string[]): string
  readonly instead?: boolean
  /** A command of its own: is typed before the same command comes again. */
  readonly command?: boolean
  /** What the JSON says when it was followed. */
  readonly ends: object
}

const gb18030 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const all = { rejected: 0, warnings: [] }
const [a, b] = ['2026-11-01', '2026-11-02']
const fixture = (name: string) => fileURLToPath(new URL(`../rosters/formats/${name}`, import.meta.url))
const known = ['import customers -', 'name,phone,code\nAnn,13800138000,V1\nBen,13900139000,V2\n'] as const
const first = ([advice = '']: readonly string[]) => advice

const advised: readonly Advised[] = [
  {
    code: 'roster.undecodable',
    kind: 'customers',
    // 姓名,备注 and 王小明,老客 in GB18030.
    file: gb18030('\xd0\xd5\xc3\xfb,\xb1\xb8\xd7\xa2\n\xcd\xf5\xd0\xa1\xc3\xf7,\xc0\xcf\xbf\xcd\n'),
    flags: '--encoding utf-8',
    says: /Another encoding: (--encoding gb18030)/,
    take: first,
    instead: true,
    ends: { ...all, created: 1, encoding: 'gb18030' },
  },
  {
    code: 'roster.too-large',
    kind: 'customers',
    file: `name|notes\nAnn|${',x'.repeat(17_000)}\n`,
    flags: '--delimiter ,',
    says: /separated otherwise: (--delimiter)/,
    take: ([flag]) => `${flag} |`,
    instead: true,
    ends: { ...all, created: 1 },
  },
  {
    code: 'roster.no-sheet',
    kind: 'customers',
    file: workbook({ Tea: [['name'], ['Ann']], Coffee: [['name'], ['Ben'], ['Cid']] }),
    flags: '--sheet Kaffee',
    says: /Its sheets: 1 Tea, 2 (Coffee)/,
    take: ([sheet]) => `--sheet ${sheet}`,
    instead: true,
    ends: { ...all, created: 2 },
  },
  {
    code: 'roster.no-sheet',
    kind: 'customers',
    file: 'name\nAnn\n',
    flags: '--sheet Tea',
    says: /--sheet: .* is no workbook/,
    take: () => '',
    instead: true,
    ends: { ...all, created: 1 },
  },
  {
    code: 'roster.no-columns',
    kind: 'purchases',
    file: `customer,when it was,what it came to\nAnn,${a},30\n`,
    says: /Its columns: 1 customer, 2 (when it was), 3 (what it came to)\.[\s\S]*--map (on)=COLUMN,(amount)=COLUMN/,
    take: ([when, sum, on, amount]) => `--map "${on}=${when},${amount}=${sum}"`,
    ends: { ...all, created: 1 },
  },
  {
    code: 'roster.no-columns',
    kind: 'surveys',
    file: `name,date,the tea\nAnn,${a},5\n`,
    says: /3 the tea[\s\S]*A question a column: (--aspects) HEADER/,
    take: ([flag]) => `${flag} "the tea"`,
    ends: { ...all, created: 1 },
  },
  {
    code: 'roster.no-columns',
    kind: 'purchases',
    file: `Ann,${a},30\nBen,${b},40\n`,
    says: /Say which column is which: (--map \S+) \(by number\)/,
    take: first,
    ends: { ...all, created: 2 },
  },
  {
    code: 'roster.no-columns',
    kind: 'customers',
    // 名前 and 山田 in Shift-JIS, beside a heading that nobody knows.
    file: gb18030('\x82\xce\x82\xe0\x82\xcc,x\n\x8e\x52\x93\x63,y\n'),
    says: /Letters nobody can read: (--encoding shift-jis)[\s\S]*(--map \S+) \(by number\)/,
    take: ([encoding, map]) => `${encoding} ${map}`,
    ends: { ...all, encoding: 'shift_jis' },
  },
  {
    code: 'roster.two-lists',
    kind: 'customers',
    file: 'name,phone,,name,phone\nEve,13700137000,,Fay,13600136000\n',
    says: /one after the other: (--map \S+) and then (--map \S+)/,
    take: first,
    ends: { created: 1, rejected: 0 },
  },
  {
    code: 'roster.bad-map',
    kind: 'customers',
    file: 'Client,tel\nAnn,13700137000\n',
    flags: '--map name',
    says: /Column=header or number: (--map name=Client),phone=3/,
    take: first,
    instead: true,
    ends: { ...all, created: 1 },
  },
  {
    code: 'roster.bad-map',
    kind: 'customers',
    file: 'Who,tel\nAnn,13700137000\n',
    flags: '--map name=Whom',
    says: /There are: (Who), tel/,
    take: ([heading]) => `--map name=${heading}`,
    instead: true,
    ends: { ...all, created: 1 },
  },
  {
    code: 'roster.bad-aspects',
    kind: 'surveys',
    file: `name,date,tea\nAnn,${a},5\n`,
    flags: '--aspects goods=coffee',
    says: /There are: name, date, (tea)/,
    take: ([heading]) => `--aspects goods=${heading}`,
    instead: true,
    ends: { ...all, created: 1 },
  },
  {
    code: 'roster.open-scale',
    kind: 'surveys',
    file: `name,date,goods,service\nAnn,${a},9,5\n`,
    says: /All out of 10: (--scale 10)/,
    take: first,
    ends: { ...all, created: 1 },
  },
  {
    code: 'roster.open-scale',
    kind: 'surveys',
    file: `name,date,goods,the service\nAnn,${a},9,5\n`,
    flags: '--aspects goods,service=4',
    says: /Otherwise in turns: (--aspects 'the service' --scale 5)/,
    take: first,
    instead: true,
    ends: { ...all, created: 1 },
  },
  ...['--decimal point', '--decimal comma'].map(
    (flag): Advised => ({
      code: 'roster.open-money',
      kind: 'purchases',
      file: `customer,on,amount\nAnn,${a},1.234\n`,
      says: new RegExp(`Say .*(${flag})`),
      take: first,
      ends: flag.endsWith('comma') ? { ...all, created: 1 } : { rejected: 1 },
    }),
  ),
  ...['--dates dmy', '--dates mdy'].map(
    (flag): Advised => ({
      code: 'roster.open-days',
      kind: 'purchases',
      file: 'customer,on,amount\nAnn,3/4/2026,10\n',
      says: new RegExp(`Say .*(${flag})`),
      take: first,
      ends: { ...all, created: 1 },
    }),
  ),
  {
    code: 'roster.open-discount',
    kind: 'purchases',
    file: `customer,on,unit price,quantity,折扣(会员)\nAnn,${a},100,1,8.5\n`,
    says: /Money off: (--map \S+) {3}A part/,
    take: first,
    ends: { ...all, created: 1 },
  },
  {
    code: 'roster.refused',
    kind: 'purchases',
    file: '门店编号,门店名称,交易订单总笔数,退款订单总笔数,日期,金额,客户\n1,东店,1,0,2026-11-01,30,Ann\n',
    says: /If it is something else: (--from none)/,
    take: first,
    ends: { ...all, created: 1 },
  },
  {
    code: 'roster.not-of-format',
    kind: 'purchases',
    file: `customer,on,amount\nAnn,${a},10\n`,
    flags: '--from shopify-orders',
    says: /Without (--from) the file says itself what it is/,
    take: () => '',
    instead: true,
    ends: { ...all, created: 1, format: null },
  },
  {
    code: 'roster.unknown-format',
    kind: 'purchases',
    file: `customer,on,amount\nAnn,${a},10\n`,
    flags: '--from shopfy',
    says: /There are: (none), /,
    take: ([none]) => `--from ${none}`,
    instead: true,
    ends: { ...all, created: 1 },
  },
  {
    code: 'roster.no-header-row',
    kind: 'purchases',
    file: `customer,on,amount\nAnn,${a},10\n`,
    flags: '--header-row 9',
    says: /(--header-row): .* has no row 9/,
    take: () => '--header-row 1',
    instead: true,
    ends: { ...all, created: 1 },
  },
  {
    code: 'row.scale',
    kind: 'surveys',
    file: `name,date,rating\nAnn,${a},4\nBen,${a},8\n`,
    says: /rating read as out of 10 \((--scale 5) if they are not\)/,
    take: first,
    ends: { created: 1, rejected: 1, errors: [{ code: 'survey.too-high' }] },
  },
  ...(['sale', 'owed', 'refund', 'skip'] as const).map(
    (meaning): Advised => ({
      code: 'row.unknown-state',
      kind: 'purchases',
      file: `customer,on,amount,status,refunded on\nAnn,${a},10,in the blue,${b}\n`,
      says: new RegExp(`(--state \\S+ ?\\S* ?\\S*=)\\S*${meaning}`),
      take: ([flag]) => `${flag?.replace(/=.*$/, '')}=${meaning}`,
      ends: { ...all },
    }),
  ),
  {
    code: 'row.disagrees',
    kind: 'purchases',
    file: `customer,on,amount,unit price,quantity\nAnn,${a},90,50,2\nBen,${a},50,50,1\n`,
    says: /(--map amount)=COLUMN says which counts/,
    take: ([map]) => `${map}=amount`,
    ends: { ...all, created: 2 },
  },
  {
    code: 'row.unread-state',
    kind: 'purchases',
    file: `customer,on,amount,how it went,refunded on\nAnn,${a},10,refunded,${b}\nBen,${a},20,all well\n`,
    says: /nobody reads that column: taken as a sale \((--map 'status=how it went') reads it\)/,
    take: first,
    ends: { created: 1, rejected: 1, errors: [{ code: 'row.unknown-state' }] },
  },
  {
    code: 'row.no-outcome',
    kind: 'contacts',
    file: `customer,on,talk\nAnn,${a},no answer\nBen,${a},we spoke\n`,
    says: /(--map outcome)=COLUMN names one/,
    take: ([map]) => `${map}=talk`,
    ends: { created: 1, rejected: 1, errors: [{ code: 'usage.bad-choice' }] },
  },
  {
    code: 'row.other-list',
    kind: 'customers',
    file: 'name,notes\nAnn,tea\nname,address\nBen,Hill Road\nCid,Elm Street\n',
    says: /which is left out \((--header-row 3) reads that one\)/,
    take: first,
    ends: { ...all, created: 2 },
  },
  {
    code: 'row.unread-outcome',
    kind: 'contacts',
    file: `customer,on,talk\nAnn,${a},no answer\nBen,${a},reached\nAnn,${b},we spoke\n`,
    says: /nobody reads that column \((--map outcome=talk) reads it\)/,
    take: first,
    ends: { created: 2, rejected: 1, errors: [{ code: 'usage.bad-choice' }] },
  },
  {
    code: 'row.unread-owed',
    kind: 'purchases',
    file: `customer,on,amount,欠款,付\nAnn,${a},100,500,40\n`,
    says: /(--map paid)=COLUMN names what was paid/,
    take: ([map]) => `${map}=付`,
    ends: { created: 1 },
  },
  {
    code: 'row.left-owing',
    kind: 'purchases',
    file: `customer,on,应收,实收\nAnn,${a},100.5,100\n`,
    says: /stands as owed \((--map paid=) leaves it out\)/,
    take: first,
    ends: { ...all, created: 1 },
  },
  {
    code: 'row.all-walk-in',
    kind: 'purchases',
    file: `on,amount\n${a},10\n`,
    says: /\((--walk-in) says so/,
    take: first,
    ends: { ...all, created: 1 },
  },
  {
    code: 'row.all-walk-in',
    kind: 'purchases',
    file: `on,amount,guest of honour\n${a},10,Ann\n`,
    says: /(--map customer)=COLUMN names one/,
    take: ([map]) => `${map}="guest of honour"`,
    ends: { ...all, created: 1 },
  },
  {
    code: 'row.twins',
    kind: 'customers',
    file: 'name,phone\nEve,13600136000\nFay,13600136000\n',
    says: /have one phone and different names: .*; a family: (--same-phone), or a card each/,
    take: first,
    ends: { ...all, created: 2 },
  },
  {
    code: 'row.phone-in-use',
    kind: 'customers',
    file: 'name,phone\nEve,13800138000\n',
    says: /in use by Ann #1; a family: (--same-phone) or a code/,
    take: first,
    ends: { ...all, created: 1 },
  },
  {
    code: 'row.matches',
    kind: 'customers',
    file: 'name,phone\nAnn,13800138000\n',
    flags: '--on-match reject',
    says: /known already: 1 \(--on-match reject\)/,
    take: () => '--on-match update',
    instead: true,
    ends: { ...all, unchanged: 1 },
  },
  {
    code: 'row.other-amount',
    kind: 'purchases',
    file: `customer,on,amount,ref\nAnn,${a},12,R1\n`,
    before: ['buy Ann 10 --on 2026-11-01 --ref R1'],
    says: /to replace it: (--on-match update)/,
    take: first,
    ends: { ...all, updated: 1 },
  },
  {
    code: 'row.short-credit',
    kind: 'purchases',
    file: `customer,on,amount,payment method\nAnn,${a},12,余额\n`,
    says: /enter what they had paid in: (?:regulars )?(pay NAME AMOUNT)/,
    take: ([line]) => (line ?? '').replace('NAME', 'Ann').replace('AMOUNT', '12'),
    command: true,
    ends: { ...all, unchanged: 1 },
  },
  {
    code: 'row.titled',
    kind: 'customers',
    file: 'name\n李娜女士\n李娜\n',
    says: /may be one: (?:regulars )?(merge \d+ --into \d+)/,
    take: ([line]) => `${line} --yes`,
    command: true,
    ends: { rejected: 0, created: 0 },
  },
  {
    code: 'row.several-people',
    kind: 'purchases',
    file: `customer,on,amount\nTom; Mary,${a},12\n`,
    flags: '--create-customers',
    says: /one customer all the same: regulars (add '[^']+')/,
    take: first,
    command: true,
    ends: { ...all, created: 1 },
  },
  {
    code: 'survey.too-high',
    kind: 'surveys',
    file: `name,date,rating\nAnn,${a},4\nBen,${a},5\nAnn,${b},3\nBen,${b},4\nAnn,2026-11-03,5\nBen,2026-11-03,8\n`,
    says: /in a file: (--scale 10)/,
    take: first,
    ends: { ...all, created: 6 },
  },
  {
    code: 'create',
    kind: 'purchases',
    file: `customer,on,amount\nEve,${a},12\n`,
    says: /customers the ledger does not know: (--create-customers)/,
    take: first,
    ends: { ...all, created: 1 },
  },
  {
    code: 'unknown column',
    kind: 'customers',
    file: 'name,what they like\nEve,tea\n',
    says: /to import it: (--map notes='what they like'), or all: --keep-unknown/,
    take: first,
    instead: true,
    ends: { ...all, created: 1, unknownColumns: [] },
  },
  {
    code: 'unknown column',
    kind: 'customers',
    file: 'name,what they like\nEve,tea\n',
    says: /or all: (--keep-unknown)/,
    take: first,
    instead: true,
    ends: { ...all, created: 1 },
  },
  ...(
    [
      ['purchases', 'amount', '5'],
      ['contacts', 'outcome', 'reached'],
      ['surveys', 'rating', '5'],
    ] as const
  ).map(
    ([kind, heading, cell]): Advised => ({
      code: 'unknown column',
      kind,
      file: `customer,on,${heading},the weather\nAnn,${a},${cell},fine\n`,
      says: /\(to import it: (--map (?:note|comment)='the weather')\)/,
      take: first,
      instead: true,
      ends: { ...all, created: 1, unknownColumns: [] },
    }),
  ),
  {
    code: 'by cells',
    kind: 'contacts',
    file: `customer,on,talk\nAnn,${a},no answer\n`,
    says: /talk: outcome, by what is in it \(if not: (--map note=talk)\)/,
    take: first,
    ends: { created: 1, columns: { note: 'talk' } },
  },
  {
    code: 'sheets left',
    kind: 'customers',
    file: workbook({ Tea: [['name'], ['Eve']], Coffee: [['name'], ['Fay'], ['Gus']] }),
    says: /not read: sheet “(Coffee)” \((--sheet) NAME\)/,
    take: ([sheet, flag]) => `${flag} ${sheet}`,
    ends: { ...all, created: 2 },
  },
  {
    code: 'encoding guessed',
    kind: 'customers',
    file: gb18030('name;city\nM\xfcller;K\xf6ln\n'),
    says: /its encoding is a guess: \S+,? so that it says .*\(another: (--encoding) NAME\)/,
    take: ([flag]) => `${flag} windows-1252`,
    ends: { rejected: 0, encoding: 'windows-1252' },
  },
  {
    code: 'read as',
    kind: 'customers',
    file: new Uint8Array(readFileSync(fixture('woo-customers.csv'))),
    says: /read as WooCommerce customers \(woo-customers; otherwise --from NAME or (--from none)\)/,
    take: first,
    ends: { format: null },
  },
  {
    code: 'row.no-purchase',
    kind: 'purchases',
    file: `customer,on,amount,refund_of\nAnn,${a},-5,R9\n`,
    says: /to enter it as a return: (--refunds-alone)/,
    take: first,
    ends: { created: 1, rejected: 0, warnings: [{ code: 'row.refund-alone' }] },
  },
]

const shopOf = copied(async () => {
  const shop = await openShop('init --name Shop --currency CNY --region CN --lang en')
  await shop.regulars(known[0], { stdin: known[1] })
  return shop
})

test.each(advised.map((one) => [`${one.code}: ${one.says.source.slice(0, 60)}`, one] as const))(
  '%s',
  async (_, { kind, file, flags = '', before = [], says, take, instead = false, command = false, ends }) => {
    const shop = await shopOf()
    const path = join(shop.folder, 'the file')
    writeFileSync(path, file)
    for (const line of before) expect((await shop.regulars(line)).exit).toBe(0)
    const line = (typed: string) => `import ${kind ?? ''} "${path}" --no-color ${typed}`
    const { said } = await shop.regulars(line(`${flags} ${command ? '' : '--dry-run'}`))
    const [, ...advice] = says.exec(said) ?? []
    expect(said).toMatch(says)
    const next = take(advice)
    if (command) expect((await shop.regulars(next)).exit).toBe(0)
    const again = await shop.regulars(`${line(`${instead ? '' : flags} ${command ? '' : next}`)} --json`)
    expect(again.out, again.err).not.toBe('')
    expect(JSON.parse(again.out)).toMatchObject(ends)
  },
)

test('a taken name for the rejects, a file of another kind and one that does not say what it is', async () => {
  const shop = await shopOf()
  const put = (name: string, text: string) => {
    writeFileSync(join(shop.folder, name), text)
    return join(shop.folder, name)
  }
  const bad = put('bad.csv', 'name,phone\nEve,12\n')
  const notes = put('notes.txt', 'buy tea\n')
  const taken = await shop.regulars(['import', 'customers', bad, '--rejects', notes])
  expect(taken.err).toContain('Another name: --rejects FILE')
  const other = join(shop.folder, 'rejects.csv')
  expect((await shop.regulars(['import', 'customers', bad, '--rejects', other])).exit).toBe(1)
  expect([existsSync(other), readFileSync(notes, 'utf8')]).toEqual([true, 'buy tea\n'])

  const unclear = put('unclear.csv', 'Ann,13700137000\n')
  const asked = await shop.regulars(['import', unclear])
  const [, kind = ''] = /regulars (?:--db \S+ )?(import customers), import purchases or/.exec(asked.err) ?? []
  expect((await shop.regulars([...kind.split(' '), unclear, '--map', 'name=1,phone=2'])).exit).toBe(0)

  const woo = join(shop.folder, 'woo customers.csv')
  copyFileSync(fixture('woo-customers.csv'), woo)
  const elsewhere = await shop.regulars(['import', 'purchases', woo])
  const [, line = ''] =
    /regulars (?:--db \S+ )?(import customers .*) {3}If it is something else/.exec(elsewhere.err) ?? []
  // One of its rows has no name.
  expect((await shop.regulars(line)).exit).toBe(3)
})

test('a format of one’s own that is none, and two that fit one file', async () => {
  const shop = await shopOf()
  const format = (name: string, more: object = {}) => ({
    name,
    title: { en: name, zh: name },
    kind: 'purchases',
    service: name,
    recognise: { all: ['Bon', 'Wann', 'Summe'] },
    columns: { ref: 'Bon', on: 'Wann', amount: 'Summe' },
    rows: [{ when: {}, is: 'sale' }],
    ...more,
  })
  mkdirSync(join(shop.folder, 'formats'))
  const put = (name: string, value: object) =>
    writeFileSync(join(shop.folder, 'formats', `${name}.json`), JSON.stringify(value))
  const bill = join(shop.folder, 'bill.csv')
  writeFileSync(bill, `Bon,Wann,Summe\n1,${a},10\n`)
  put('till', format('till', { rows: 'none' }))
  const broken = await shop.regulars(['import', bill])
  const [, help = ''] = /regulars (?:--db \S+ )?(help formats)/.exec(broken.err) ?? []
  expect((await shop.regulars(help)).exit).toBe(0)
  put('till', format('till'))
  put('other', format('other'))
  const several = await shop.regulars(['import', bill])
  const [, from = '', none = ''] = /Say which: (--from \w+), or (--from none)/.exec(several.err) ?? []
  expect((await shop.regulars(['import', bill, ...from.split(' ')])).exit).toBe(0)
  expect(
    (await shop.regulars(['import', 'purchases', bill, ...none.split(' '), '--map', 'on=Wann,amount=Summe'])).exit,
  ).toBe(0)

  writeFileSync(bill, `Bon,Wann,Summe\n1,${a},12\n`)
  const changed = await shop.regulars(['import', bill, ...from.split(' ')])
  const [, update = ''] = /left as it is \(to replace it: (--on-match update)\)/.exec(changed.err) ?? []
  const again = await shop.json(['import', bill, ...from.split(' '), ...update.split(' ')])
  expect(again).toMatchObject({ updated: 1, warnings: [] })

  put(
    'named',
    format('named', {
      recognise: { all: ['No', 'Day', 'Sum', 'Who'] },
      columns: { ref: 'No', on: 'Day', amount: 'Sum', name: 'Who' },
    }),
  )
  const orders = join(shop.folder, 'orders.csv')
  writeFileSync(orders, `No,Day,Sum,Who\n1,${a},10,Eve\n`)
  const stranger = await shop.regulars(['import', orders, '--dry-run'])
  const [, create = ''] = /\((--create-customers) makes customers\)/.exec(stranger.out) ?? []
  expect(await shop.json(['import', orders, create])).toMatchObject({ created: 1, warnings: [] })
})

test('every sentence that names a flag or a command is followed above', () => {
  const pieces = (said: unknown): string =>
    typeof said === 'object' && said !== null ? Object.values(said).map(pieces).join('\n') : String(said)
  const advising = Object.entries({ ...importFileErrors, ...importRowErrors })
    .filter(([, said]) => /--[a-z]|regulars |`merge |pay NAME/.test(pieces(said)))
    .map(([code]) => code)
  const apart = [
    ...['roster.rejects-taken', 'roster.unclear-kind', 'roster.other-kind', 'roster.bad-format'],
    ...['roster.several-formats', 'row.known-amount', 'row.unknown-customer'],
  ]
  const followed = new Set([...advised.map(({ code }) => code), ...apart])
  expect(advising.filter((code) => !followed.has(code))).toEqual([])
})
