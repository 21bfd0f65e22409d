import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { openShop } from '../shop.ts'

/** What each row of the fixtures must become, written down row by row; the suite stands without it, and says so. */
const place = fileURLToPath(new URL('../../../shared/cases/formats/expected.md', import.meta.url))
const here = existsSync(place)
const fixture = (name: string) => fileURLToPath(new URL(`../rosters/formats/${name}`, import.meta.url))

const zones: readonly (readonly [RegExp, string])[] = [
  [/^square/, '--currency USD --region US --timezone America/New_York'],
  [/^(?:shopify|woo|stripe|paypal)/, '--currency EUR --region NL --timezone Europe/Amsterdam'],
  [/^loyverse/, '--currency PHP --region PH --timezone Asia/Manila'],
  [/./, '--currency CNY --region CN --timezone Asia/Shanghai'],
]

interface Expected {
  readonly file: string
  readonly sales: readonly string[]
  readonly refunds: readonly string[]
}

const sale = new RegExp(
  '(?:^|\\| )purchase `([^`]+)` (\\d{4}-\\d\\d-\\d\\d) [^\\d]{0,3}([\\d.]+)' +
    '(?:, discount [^\\d]{0,3}([\\d.]+))?(?:, cost [^\\d]{0,3}([\\d.]+))?',
)
const refund = /refund of `([^`]+)` (\d{4}-\d\d-\d\d) [^\d]{0,3}([\d.]+)/

function written(): Expected[] {
  const sections = readFileSync(place, 'utf8').split(/^## /m).slice(1)
  return sections.flatMap((section) => {
    const file = /^`([\w.-]+)`/.exec(section)?.[1]
    const lines = section.split('\n').filter((line) => /^\| [\d, ]+ \|/.test(line) && !line.includes('**rejected**'))
    const sales = lines.flatMap((line) => {
      const found = sale.exec(line)
      return found
        ? [
            found
              .slice(1, 6)
              .map((part) => part ?? '')
              .join(' '),
          ]
        : []
    })
    const refunds = lines.flatMap((line) => {
      const found = refund.exec(line)
      return found ? [found.slice(1, 4).join(' ')] : []
    })
    return file && sales.length > 0 ? [{ file, sales, refunds }] : []
  })
}

describe.skipIf(!here)('row by row (skipped where ../shared is missing)', () => {
  test.each(here ? written() : [])('$file', async ({ file, sales, refunds }) => {
    const shop = await openShop(`init --name Shop ${zones.find(([name]) => name.test(file))?.[1]}`)
    if (file === 'square-transactions.csv') await shop.regulars(['import', fixture('square-customers.csv')])
    await shop.regulars(['import', 'purchases', fixture(file), '--create-customers'])
    const rows = parse((await shop.regulars('export purchases --format csv')).out, { columns: true }) as Record<
      string,
      string
    >[]
    const money = (text: string | undefined) => (text === undefined || Number(text) === 0 ? '' : text)
    const sold = rows
      .filter(({ amount }) => !amount?.startsWith('-'))
      .map(({ ref, on, amount, discount, cost }) => [ref, on, amount, money(discount), money(cost)].join(' '))
    const returned = rows
      .filter(({ amount }) => amount?.startsWith('-'))
      .map(({ refund_of, on, amount }) => [refund_of, on, amount?.slice(1)].join(' '))
    expect(sold.toSorted()).toEqual(sales.toSorted())
    expect(returned.toSorted()).toEqual(refunds.toSorted())
  })
})
