import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { html, prose } from '../../src/page/html.ts'
import { copied, openShop, type Shop } from '../shop.ts'

const voidTags = new Set(['meta', 'br', 'img', 'link', 'input', 'hr'])

/** Reads a page as a browser's tokenizer would, and says which tags do not close what was opened. */
function unbalanced(page: string): string[] {
  const wrong: string[] = []
  const open: string[] = []
  const tags = page
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .matchAll(
      /<(!doctype html|\/?[a-zA-Z][\w:-]*)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*(\/?)>|<|&(?!(?:amp|lt|gt|quot|#39);)/g,
    )
  for (const [found, name = '', , closed] of tags) {
    if (name === '') wrong.push(found)
    else if (name === '!doctype html' || voidTags.has(name) || closed === '/') continue
    else if (!name.startsWith('/')) open.push(name)
    else if (open.pop() !== name.slice(1)) wrong.push(`</${name.slice(1)}>`)
  }
  return [...wrong, ...open]
}

const pageOf = async (shop: Shop, line = '', options = {}) => {
  const ran = await shop.regulars(`report --html - ${line}`, options)
  expect(ran.err).toBe('')
  expect(ran.exit).toBe(0)
  return ran.out
}

/** What a page does not say, in few words: a page is long. */
const missing = (text: string, said: string) =>
  text.includes(said) ? null : `${said} | ${text.slice(text.indexOf(said.slice(0, 6))).slice(0, 200)}`

const textOf = (page: string) =>
  page
    .replace(/^[\s\S]*<body>/, '')
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

/** A year of a shop of four, with walk-ins, a refund, a debt, a birthday and two classifies. */
const openYear = copied(async (init: string = 'init --name "Tea House" --lang en'): Promise<Shop> => {
  const shop = await openShop(init)
  const lines = [
    'add "Wang Xiaoming" --phone 13800138000 --birthday 11-23 --joined 2025-10-01',
    'add "Anna Becker" --wechat anna --joined 2025-10-01 --tag oolong',
    'add "Li Wei" --joined 2026-03-01',
    'add "Never Bought" --joined 2026-03-01',
    ...['2025-12-05', '2026-01-05', '2026-02-05', '2026-03-05', '2026-11-05'].map(
      (day) => `buy 1 100 Longjing --cost 40 --on ${day}`,
    ),
    'buy 2 60 --cost 60 --on 2026-01-20',
    'buy 2 60 --cost 60 --on 2026-06-20 --unpaid',
    'buy 3 30 --on 2026-03-10',
    'refund 8 10 --on 2026-04-01',
    'buy walk-in 45.50 --on 2026-05-05',
    'classify --today 2025-11-01',
    'classify',
  ]
  for (const line of lines) {
    const ran = await shop.regulars(line)
    if (ran.exit !== 0) throw new Error(`${line}: ${ran.err}`)
  }
  return shop
})

test.each(['en', 'zh'])('%s: the page is whole, runs nothing and asks for nothing', async (lang) => {
  const shop = await openYear()
  const page = await pageOf(shop, `--lang ${lang}`)
  expect(unbalanced(page)).toEqual([])
  expect(page).toMatch(/^<!doctype html>\n<html lang="(en|zh-Hans)">/)
  expect(page).toContain(`<html lang="${lang === 'en' ? 'en' : 'zh-Hans'}">`)
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`)
  expect(page).not.toMatch(
    /<script|<link|<img|<iframe|<object|<embed|\bon\w+=|@import|url\(|https?:|\bsrc=|javascript:/i,
  )
  expect([...page.matchAll(/ href="([^"]*)"/g)].map(([, to]) => to)).toEqual(['tel:+8613800138000'])
  expect(page.match(/<svg/g)).toHaveLength(5)
  expect(page).not.toMatch(/NaN|undefined|Infinity|\[object/)
  expect(page).toContain('@page{size:A4')
  expect(page).toContain('@media screen and (prefers-color-scheme:dark)')
})

test('what the page tells, in English', async () => {
  const text = textOf(await pageOf(await openYear()))
  for (const said of [
    'Tea House 2025-12-01 to 2026-11-21 · made on 2026-11-21',
    'Revenue ¥695.50 9 purchases; 1 refund of ¥10.00 walk-in ¥45.50 = 6.5 %',
    'Buyers 3 2 of them on two days or more = 66.7 %',
    'New 3 bought for the first time',
    'Churn - nobody was active at the start',
    'Owed to the shop ¥60.00 1 customer older than 90 days: ¥60.00',
    'In credit ¥0.00 0 customers',
    'The last one up to 2026-11-21 (paler).',
    '2026-03 ¥130.00 ¥0.00 ¥0.00 2 2',
    '2026-04 ¥0.00 ¥0.00 ¥10.00 0 0',
    '2026-05 ¥45.50 ¥45.50 ¥0.00 0 0',
    'Total ¥695.50 ¥45.50 ¥10.00 8 3',
    'Tiers 4 customers',
    'Who brings the profit 1 of 3 buyers ( 33.3 % ) brings 80 % of the profit, ¥320.00.',
    'How regular they are 4 customers on 2026-11-21',
    '2025-12 1 100 % 1 100 % 1 100 % 1 100 % 1 0 % 0',
    'To contact today Sat 2026-11-21 :',
    'Wang Xiaoming #1 A 138 0013 8000',
    'birthday Mon 11-23 (in 2 days)',
    'Anna Becker #2 C wechat anna owes ¥60.00',
    'This page names customers: keep it as you keep the ledger.',
  ])
    expect(missing(text, said)).toBeNull()
})

test('what the page tells, in Chinese', async () => {
  const text = textOf(await pageOf(await openYear(), '--lang zh'))
  for (const said of [
    '2025-12-01 到 2026-11-21 · 2026-11-21 制表',
    '营业额 ¥695.50 9 笔；退了 1 笔 ¥10.00 散客 ¥45.50，占 6.5 %',
    '每月营业额',
    '毛利是谁带来的 3 位里的 1 位（ 33.3 % ）带来八成毛利，一共 ¥320.00。',
    '熟客程度 2026-11-21 共 4 位',
    '今天该联系',
    '生日 11-23 周一（还有 2 天）',
  ])
    expect(missing(text, said)).toBeNull()
})

test('the figures of the page are those of the reports', async () => {
  const shop = await openYear()
  const text = textOf(await pageOf(shop))
  const summary = await shop.json('report summary')
  const pareto = await shop.json('report pareto --from 2025-11-22')
  const due = await shop.json('due')
  expect(text).toContain(`Revenue ¥${summary.revenue}`)
  expect(text).toContain(`Buyers ${summary.buyers} `)
  expect(text).toContain(`${pareto.customersAt80} of ${pareto.customers} buyers`)
  for (const tier of ['A', 'B', 'C', 'D']) expect(text).toContain(`${tier} ${summary.tiers[tier]}`)
  for (const { name } of due.rows) expect(text).toContain(name)
})

test('of many months all are in the bars, the newest in figures; of many cohorts the newest', async () => {
  const shop = await openShop('init --lang en --currency JPY')
  const months = Array.from(
    { length: 40 },
    (_, at) => `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  )
  for (const [at, month] of months.entries()) {
    await shop.regulars(`add Customer${at}`)
    await shop.regulars(`buy ${at + 1} 1000 --on ${month}-10`)
  }
  const page = await pageOf(shop, '--from 2022-01-01')
  const text = textOf(page)
  expect(text).toContain(
    'revenue refunds customers’ purchases buyers 23 older months: in the bars and in the sum 2023-12 ¥1,000',
  )
  expect(text).toContain('Total ¥40,000 ¥0 40 40')
  expect(text).toContain('16 older months are not shown.')
  expect(page).toContain('Bars: what was bought in each of 59 months')
  expect([...page.matchAll(/<th scope="row">\d{4}-\d\d<\/th>/g)]).toHaveLength(36 + 24)
})

test('movements are told from one day to the other, and what nobody classified is said so', async () => {
  const shop = await openYear()
  expect(textOf(await pageOf(shop))).toContain('rose')
  expect(textOf(await pageOf(shop, '--from 2025-06-01'))).toContain(
    'No movements to tell: nothing had been classified before 2025-06-01',
  )
})

test('a month, and some customers only: the page says which', async () => {
  const text = textOf(await pageOf(await openYear(), '--month 2026-03 --tag oolong --tier A,B'))
  expect(text).toContain('2026-03-01 to 2026-03-31')
  expect(text).toContain('Only customers: tier A or B; tagged oolong. Walk-in customers are left out.')
  expect(text).toContain('Nothing was bought in these days.')
  expect(text).not.toContain('Wang Xiaoming')
})

test.each(['en', 'zh'])('%s: what the page says to type can be typed, and tells of the same', async (lang) => {
  const shop = await openYear()
  const page = await pageOf(shop, `--lang ${lang} --from 2026-01-01 --to 2026-06-30 --tag oolong --tier C`)
  const commands = [
    ...page.replaceAll(/<span class="whole">([^<]*)<\/span>/g, '$1').matchAll(/<code>regulars (.*?)<\/code>/g),
  ].map(([, typed = '']) => typed.replaceAll('&quot;', '"').replaceAll('&#39;', "'"))
  const scope = '--from 2026-01-01 --to 2026-06-30 --tier C --tag oolong'
  const declining = lang === 'en' ? 'declining' : '来得少了'
  expect(commands.toSorted()).toEqual(
    [
      `report summary ${scope}`,
      'purchases --from 2026-01-01 --to 2026-06-30',
      'list --tier A --tag oolong --today 2026-06-30',
      `report pareto ${scope}`,
      `list --stage ${declining} --tag oolong --today 2026-06-30`,
      `report cohorts ${scope.replace('2026-01-01', '2025-06-01')}`,
      'done 2 -n "…"',
    ].toSorted(),
  )
  for (const command of commands) expect(await shop.regulars(command), command).toMatchObject({ exit: 0 })
})

test.each([
  [
    'en',
    [
      'Nothing was bought in these days.',
      'There are no customers yet.',
      'Nobody bought for the first time',
      'Nobody is due today.',
    ],
  ],
  ['zh', ['这段时间没有卖出。', '还没有客户。', '这几个月没有新客。', '今天没有要联系的。']],
])('%s: an empty shop has a page that says so', async (lang, said) => {
  const page = await pageOf(await openShop(), `--lang ${lang}`)
  expect(unbalanced(page)).toEqual([])
  for (const one of said) expect(page).toContain(one)
  expect(page).not.toMatch(/NaN|undefined|Infinity|<svg/)
})

test('shops at their limits: one purchase, a loss only, everybody lost, everything refunded', async () => {
  const shops: [string[], string][] = [
    [['buy 1 100'], '1 of 1 buyer ('],
    [['buy 1 100 --cost 150'], 'Nobody brought a profit in these days.'],
    [['buy 1 100 --on 2026-01-01'], 'lost'],
    [['buy 1 100', 'refund 1 100'], 'Nobody bought in these days.'],
    [['buy 1 0'], 'Nobody brought a profit in these days.'],
    [['buy walk-in 20'], 'walk-in ¥20.00 = 100 %'],
  ]
  for (const [lines, said] of shops) {
    const shop = await openShop('init --lang en')
    for (const line of ['add Wang', ...lines]) expect((await shop.regulars(line)).err).toBe('')
    const page = await pageOf(shop)
    expect(unbalanced(page)).toEqual([])
    expect(page).not.toMatch(/NaN|undefined|Infinity/)
    expect(textOf(page), lines.join('; ')).toContain(said)
  }
})

test('names, items, notes and tags are text, whatever is in them', async () => {
  const shop = await openShop(`init --lang en --name '</title><b>"Tea" & Söhne'`)
  const hostile = `<script>alert('1')</script>`
  await shop.regulars(['add', hostile, '--phone', '13800138000', '--tag', '</style><i>'])
  await shop.regulars(['add', '\u202egnp.exe\u0007', '--wechat', '"><img src=x onerror=alert(1)>', '--called', '&amp;'])
  await shop.regulars(['buy', '1', '100', '<img src=http://evil.example/x.png>', '--on', '2026-10-01'])
  await shop.regulars([
    'done',
    '2',
    '--note',
    '<b onclick=x>hi</b> & "so"',
    '--next',
    '2026-11-21',
    '--on',
    '2026-11-01',
  ])
  const page = await pageOf(shop)
  expect(unbalanced(page)).toEqual([])
  expect(page).not.toMatch(/<(script|img|b onclick)|\u202e/)
  expect(page).toContain('<bdi>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;</bdi>')
  expect(page).toContain('<title>&lt;/title&gt;&lt;b&gt;&quot;Tea&quot; &amp; Söhne:')
  expect(page).toContain('<bdi>gnp.exe</bdi> (<bdi>&amp;amp;</bdi>)')
  expect(page).toContain('&lt;b onclick=x&gt;hi&lt;/b&gt; &amp; &quot;so&quot;')
})

test('what is put into a page is escaped once, and pieces of it not again', () => {
  const piece = html`<b>${'<&"\''}</b>`
  expect(html`<p title="${'"'}">${piece}${[1, ' ', piece]}${null}${false}${'\u0000\u2066\ufeff\ud800x'}</p>`.text).toBe(
    '<p title="&quot;"><b>&lt;&amp;&quot;&#39;</b>1 <b>&lt;&amp;&quot;&#39;</b>\ufffdx</p>',
  )
  expect(prose('由 2026-11-21 到 12-01，占 6.5 %：regulars due --all').text).toBe(
    '由 <span class="whole">2026-11-21</span> 到 <span class="whole">12-01</span>，占 <span class="whole">6.5 ' +
      '%</span>：<code>regulars due --all</code>',
  )
})

test('the file is only the owner’s, and is not written over unasked', async () => {
  const shop = await openYear()
  const path = join(shop.folder, 'shop.html')
  const made = await shop.regulars(`report --html ${path}`)
  expect(made).toMatchObject({ exit: 0, out: '' })
  expect(made.err).toMatch(
    /^Wrote .*shop\.html: 2025-12-01 to 2026-11-21, \d+ KB\. It names customers: only you can read it\.\n$/,
  )
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const first = readFileSync(path, 'utf8')
  expect(await pageOf(shop)).toBe(first)
  writeFileSync(path, 'mine')
  expect(await shop.regulars(`report --html ${path}`)).toEqual({
    exit: 1,
    out: '',
    err:
      `regulars: ${path} is there already; it was left as it is.\n  To write over it: regulars report --html ` +
      `${path} --yes\n`,
  })
  expect((await shop.regulars(`report --html ${path} --lang zh`)).err).toBe(
    `regulars: ${path} 已经有了，没有动它。\n  要盖掉它：regulars report --html ${path} --yes\n`,
  )
  expect((await shop.regulars(`report --html ${path} --dry-run`)).err).toContain('Would write')
  expect(readFileSync(path, 'utf8')).toBe('mine')
  expect((await shop.regulars(`report --html ${path} --yes --quiet`)).err).toBe('')
  expect(readFileSync(path, 'utf8')).toBe(first)
  expect(await shop.regulars(`report --html ${shop.db} --yes`)).toEqual({
    exit: 1,
    out: '',
    err: `regulars: ${shop.db} is a ledger; an export does not take its place.\n  Another name: --html FILE\n`,
  })
  expect((await shop.regulars(`report --html ${shop.folder}/none/x.html`)).exit).toBe(2)
})

test('--open shows it in the browser; where there is none, or no screen, the file is there all the same', async () => {
  const shop = await openYear()
  const path = join(shop.folder, 'open.html')
  const started: string[][] = []
  const start = (found: boolean) => async (program: string, args: readonly string[]) => {
    started.push([program, ...args])
    return found
  }
  const screen = { REGULARS_DB: shop.db, DISPLAY: ':0' }
  const opened = await shop.regulars(`report --html ${path} --open`, { env: screen, startProgram: start(true) })
  expect(opened.err).toMatch(/It opens in your browser\.\n$/)
  expect(started).toEqual([['xdg-open', path]])
  const missing = await shop.regulars(`report --html ${path} --open --yes`, { env: screen, startProgram: start(false) })
  expect(missing).toMatchObject({ exit: 0, err: expect.stringContaining('No browser could be opened') })
  started.length = 0
  const remote = await shop.regulars(`report --html ${path} --open --yes --lang zh`, { startProgram: start(true) })
  expect(remote.err).toContain('这里打不开浏览器')
  await shop.regulars(`report --html ${path} --open --yes --dry-run`, { env: screen, startProgram: start(true) })
  expect(started).toEqual([])
  expect((await shop.regulars('report --html - --open')).exit).toBe(2)
})

test('complaints, satisfaction and points stand on the page where there are any', async () => {
  const shop = await openYear()
  expect(await pageOf(shop)).not.toContain('report complaints')
  await shop.json('complaint open 1 "The tea was damp"')
  await shop.json('survey 2 3 --expected 4')
  const text = textOf(await pageOf(shop))
  expect(text).toContain('The tea was damp')
  expect(text).toContain('1 asked')
  expect(text).not.toContain('Points held')
  await shop.json('points adjust 1 1200 --reason gift')
  const withPoints = textOf(await pageOf(shop))
  expect(withPoints).toMatch(/Points ?1 customer/)
  expect(withPoints).toMatch(/Points held ?1,200 ?Worth when redeemed ?¥12\.00 ?Lapse within 30 days ?0/)
  expect(withPoints).toContain('regulars report points')
})

test.each([
  ['en', 'report stages', 'How many customers are new'],
  ['zh', 'report stages', '常客'],
])('%s: report alone lists the reports, each with what it tells', async (lang, name, does) => {
  const shop = await openShop()
  const { exit, out } = await shop.regulars(`report --lang ${lang}`)
  expect(exit).toBe(0)
  expect(out).toContain(name)
  expect(out).toContain(does)
  expect(out).toContain('--html')
  expect((await shop.regulars(`help report --lang ${lang}`)).out).toBe(out)
  expect((await shop.regulars(`report --lang ${lang} --no-color`)).out).toBe(out)
})

test('report with flags is the summary; a slip is met with the nearest report', async () => {
  const shop = await openYear()
  expect((await shop.regulars('report --month 2026-03')).out).toBe(
    (await shop.regulars('report summary --month 2026-03')).out,
  )
  expect((await shop.regulars('report sumary')).err).toContain('report summary')
  expect((await shop.regulars('report --html')).err).toContain('--html')
  expect((await shop.regulars('report --html - extra')).exit).toBe(2)
  expect((await shop.regulars('report --html - --json')).exit).toBe(2)
  expect((await shop.regulars('report --html - --ids')).exit).toBe(2)
  expect((await shop.regulars('report --html=- --month 2026-03')).out).toContain('<!doctype html>')
  expect((await shop.regulars('report --month 2026-03 --html -')).out).toContain('<!doctype html>')
})

test('the page compares with the period before, begins with the first month, and tells a month by days', async () => {
  const shop = await openShop('init --lang en')
  await shop.json('add Ann')
  for (let day = 1; day <= 12; day++) await shop.json(`buy 1 10 --on 2026-10-${String(day).padStart(2, '0')}`)
  for (let day = 1; day <= 12; day++) await shop.json(`buy 1 15 --on 2026-11-${String(day).padStart(2, '0')}`)
  const november = (await shop.regulars('report --html - --month 2026-11')).out
  expect(november).toContain('before: ¥120.00, +<span class="whole">50 %')
  expect(november).toContain('Money by day')
  expect(november).toContain('<th scope="row">2026-11-03</th>')
  const year = (await shop.regulars('report --html -')).out
  expect(year).toContain('<th scope="row">2026-10</th>')
  expect(year).not.toContain('<th scope="row">2026-09</th>')
  expect(year).not.toContain('class="of">before')
})
