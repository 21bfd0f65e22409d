import { createHash } from 'node:crypto'

const surnames = ['Zhao', 'Qian', 'Sun', '李', 'Zhou', '吴', 'Wang', '郑']
const givenNames = ['小明', '秀兰', '伟', '芳芳', '建国']
const items = ['Longjing', 'oolong 100 g', 'Pu’er cake', '茉莉花茶', 'white', 'tea set', '竹叶青', 'Keemun']
const people = 40

function nameOf(nth: number): string {
  const surname = surnames[nth % surnames.length] ?? ''
  return /^[A-Z]/.test(surname) ? `${surname} ${nth + 1}` : `${surname}${givenNames[nth % givenNames.length]}`
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** A number below `limit` that looks drawn and is the same every time. */
function drawn(limit: number, ...of: number[]): number {
  return createHash('md5').update(of.join()).digest().readUInt32LE() % limit
}

function roster(): string {
  const rows = Array.from({ length: people }, (_, nth) => {
    const birthday =
      nth % 4 === 3 ? '' : nth % 7 === 2 ? '农历四月十八' : dayAfter('1961-11-24', drawn(30, nth) * 366 + nth)
    const sender = nth % 6 === 5 ? nameOf(nth - 5) : ''
    const tags = ['green', '', 'oolong;gifts', 'vip'][nth % 4]
    const source = ['street', 'friend', 'web'][nth % 3]
    const owed = nth % 11 === 4 ? 60 + nth : ''
    return [nameOf(nth), `138000${10_000 + nth * 37}`, birthday, source, tags, sender, owed].join()
  })
  return `name,phone,birthday,source,tags,referred_by,owes\n${rows.join('\n')}\n`
}

/** What the till wrote between two days: everybody has a rhythm of their own, and some stop coming. */
function till(from: string, to: string): string {
  const rows: string[] = []
  for (let nth = 0; nth < people - 6; nth++) {
    const rhythm = 6 + drawn(40, nth, 1)
    const end = nth % 5 === 2 ? dayAfter('2026-02-01', drawn(240, nth, 2)) : '2026-11-18'
    let day = dayAfter('2025-06-03', drawn(nth % 3 === 0 ? 400 : 60, nth, 3))
    const gap = (visit: number) => 1 + Math.round((rhythm * (50 + drawn(100, nth, visit, 4))) / 100)
    for (let visit = 0; day <= end; day = dayAfter(day, gap(++visit))) {
      if (day < from || day > to) continue
      const amount = 20 + drawn(nth % 4 === 0 ? 400 : 120, nth, visit, 5)
      const item = items[drawn(items.length, nth, visit, 6)]
      const paid = drawn(40, nth, visit, 7) === 0 ? amount / 2 : ''
      rows.push([day, `T${nth}-${visit}`, nameOf(nth), amount, Math.round(amount * 0.6), item, paid].join())
    }
  }
  return `on,ref,customer,amount,cost,item,paid\n${rows.sort().join('\n')}\n`
}

function calls(): string {
  const rows = Array.from({ length: 90 }, (_, nth) => {
    const channel = ['call', 'wechat', 'sms', 'visit'][nth % 4]
    const outcome = ['reached', 'no-answer', 'sent', 'interested', 'declined'][nth % 5]
    const next = nth % 9 === 0 ? dayAfter('2026-11-15', nth % 10) : ''
    const day = dayAfter('2026-05-20', nth * 2)
    return [nameOf((nth * 5) % (people - 6)), day, channel, outcome, `talk ${nth}`, next].join()
  })
  return `customer,on,channel,outcome,note,next\n${rows.join('\n')}\n`
}

function card(name: string, nth: number): string {
  const known = [`FN:${name}`, `TEL;TYPE=CELL:+49 170 123456${nth}`, `BDAY:1980-03-0${nth + 1}`]
  return ['BEGIN:VCARD', 'VERSION:3.0', ...known, 'END:VCARD', ''].join('\r\n')
}

const nextTill = `customer,on,amount,item
欧阳静,2026-11-20,60,white
,2026-11-20,45,
Anna Becker,2026-11-21,-45,Jasmine 100 g
`

const moreCustomers = `name,phone,birthday,tags
He Ping,13711112222,05-06,new
He Ping,13711112222,05-06,new
Ma Li,12,,
Lin Na,,31/31,
,,,
欧阳静,,,old
`

const badTill = `customer,on,amount,item
Wang 7,2026-11-20,88,white
Nobody,2026-11-20,12,white
Wang 7,soon,12,x
Wang 7,2027-05-05,12,x
Wang 7,2026-11-19,abc,x
`

const badCalls = `customer,on,channel,outcome
Wang 7,2026-11-20,call,reached
Nobody,2026-11-20,call,reached
Wang 7,2026-11-20,pigeon,reached
`

const germanTable = '\uFEFFName;Telefon;Betrag\r\nKlaus;+49 30 901820;1.234,50\r\nÄnne;;\r\n'

/** The files that stand beside the ledger, by name. */
export const files: Readonly<Record<string, string | Uint8Array>> = {
  'roster.csv': roster(),
  'till-1.csv': till('2025-06-02', '2026-06-29'),
  'till-2.csv': till('2026-06-30', '2026-11-18'),
  'till-3.csv': nextTill,
  'calls.csv': calls(),
  'more.csv': moreCustomers,
  'semicolon.csv': Buffer.from(germanTable, 'utf16le'),
  'odd.csv': 'Who,Reach,Shoe\nTang Min,13633334444,38\nYu Bo,,41\n',
  'cards.vcf': ['Eva Fischer', 'Tom Fischer'].map(card).join(''),
  'bad-till.csv': badTill,
  'all-bad.csv': 'customer,on,amount\nNobody,2026-11-20,12\nNo one,2026-11-20,13\n',
  'bad-calls.csv': badCalls,
  'empty.csv': '',
  'whole.jsonl': '{"regulars":"0.1.0"}\n',
  'day.txt': '欧阳静 20 white\n"Anna Becker" 30\nNobody 10\nwalk-in 12.50 biscuits\n欧阳静 abc\n',
}
