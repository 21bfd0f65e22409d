import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { wordsOfLine } from '../../src/ledger/account/purchase-line.ts'
import { keptFestivalDays, readFestivalDays } from '../../src/ledger/book/policy/festival-days.ts'
import { parseBirthday } from '../../src/ledger/identity/birthday.ts'
import { phoneParser } from '../../src/ledger/identity/phone.ts'
import { plainHeader } from '../../src/ledger/import/columns.ts'
import { isFigure } from '../../src/ledger/import/header-row.ts'
import { dayForm } from '../../src/ledger/import/profile/day-form.ts'
import { moneyEvidence } from '../../src/ledger/import/profile/money-notation.ts'
import { emailsIn, phonesIn } from '../../src/ledger/import/row/phone-cells.ts'
import { tagsIn, wordIn } from '../../src/ledger/import/row/word-cells.ts'
import { parseMoney } from '../../src/ledger/money.ts'
import { itemParts } from '../../src/ledger/standing/item-parts.ts'
import { cleanLine } from '../../src/terminal/clean.ts'
import { openShop } from '../shop.ts'

/** What somebody repeats in a cell so that a reader looks for the end of something again at every letter. */
const repeated = [
  ' ',
  '\u3000',
  '\n ',
  '1',
  '1-',
  ',.',
  ',',
  '一',
  '元',
  '“a',
  ' “',
  '【',
  '(',
  '<',
  'a@',
  ':',
  ':::',
  '-',
]
const long = (what: string, letters: number) => `x${what.repeat(letters / what.length)}\u0001x`

/** Milliseconds this process has worked, whoever else is at work beside it. */
const worked = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

test('texts of a hundred thousand letters are read in time that grows with their length', async () => {
  const parse = await phoneParser('CN')
  const readers: Record<string, (text: string) => unknown> = {
    phones: (text) => phonesIn(text, parse),
    emails: emailsIn,
    figure: isFigure,
    day: (text) => dayForm(text, '2026-11-21'),
    money: (text) => parseMoney(text, 'CNY'),
    notation: (text) => moneyEvidence(text, 2),
    birthday: (text) => parseBirthday(text),
    tags: tagsIn,
    heading: plainHeader,
    word: (text) => wordIn('kind', text),
    'line of a till': wordsOfLine,
    item: itemParts,
    festivals: (text) => [readFestivalDays(text), keptFestivalDays(text)],
    'one line': cleanLine,
  }
  for (const [name, read] of Object.entries(readers))
    for (const what of repeated) {
      const before = worked()
      try {
        read(long(what, 100_000))
      } catch {
        // Most are nothing a shop writes.
      }
      // What is looked through again at every letter takes ten seconds and more.
      expect([name, what, worked() - before]).toEqual([name, what, expect.toSatisfy((ms: number) => ms < 2000)])
    }
})

test('nor does a file of such cells take for ever, whatever column they stand in', async () => {
  const shop = await openShop()
  await shop.regulars('add Ann')
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const file = join(shop.folder, 'long.csv')
  const kinds = {
    customers: ['name', 'phone', 'email', 'birthday', 'kind', 'tags', 'owes', 'joined_on', 'consent', 'source'],
    purchases: ['customer', 'on', 'amount', 'item', 'ref', 'method', 'phone', 'status'],
  }
  for (const [kind, columns] of Object.entries(kinds)) {
    const rows = columns.flatMap((_, at) =>
      repeated.map((what) => columns.map((_, other) => (other === at ? quoted(long(what, 10_000)) : '')).join(',')),
    )
    writeFileSync(file, `${columns.join(',')}\n${rows.join('\n')}\n`)
    const before = worked()
    expect((await shop.regulars(['import', kind, file, '--no-input'])).exit).not.toBe(70)
    expect([kind, worked() - before]).toEqual([kind, expect.toSatisfy((ms: number) => ms < 20_000)])
  }
})

test('what is read of long texts is what was read of short ones', () => {
  expect(wordsOfLine(` “王 伟” 66 'green tea' "a`)).toEqual(['王 伟', '66', 'green tea', '"a'])
  expect(wordsOfLine('「a b」c "" don’t’ it\'s “x')).toEqual(['a b', 'c', '', 'don’t’', "it's", '“x'])
  expect(tagsIn('a, "b, c" ,\n "d""e"\n f::: g;“h” , " i')).toEqual(['a', 'b, c', 'd"e', 'f', 'g', '“h”', '" i'])
  expect(cleanLine('a  \n \n  b \u2028c')).toBe('a b c')
  expect(cleanLine('\n a \n')).toBe(' a ')
  expect(emailsIn('a@b.cn ::: c@d.cn , e@f.cn')).toEqual({ first: 'a@b.cn', others: ['c@d.cn', 'e@f.cn'] })
})
