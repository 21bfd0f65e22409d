import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { rawWorkbook } from '../tests/workbook.ts'

/** Purchases are spread over so many customers at most. */
const mostBuyers = 200_000
const letters = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华建国志']
const two = (number: number) => String(number).padStart(2, '0')

/**
 * The same rows on every machine: `customers.csv`, `purchases.csv` of so many, `buyers.csv` they are of, `more.csv` of
 * a fourth as many; `phones.csv` are purchases as `more.csv`, of the customers of `makeBigShop`.
 */
export function writeFiles(at: (name: string) => string, size: number): void {
  const buyers = Math.min(size, mostBuyers)
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1664525 + 1013904223) % 4294967296
    return Math.floor((seed / 4294967296) * below)
  }
  const letter = () => letters[random(letters.length)] ?? ''
  const day = (from: number) => `${from + random(3)}-${two(1 + random(12))}-${two(1 + random(28))}`
  const customer = (row: number) =>
    `V${String(row).padStart(6, '0')},${letter()}${letter()}${letter()},1${3 + random(7)}${String(row).padStart(9, '0')},` +
    `19${50 + random(49)}-${two(1 + random(12))}-${two(1 + random(28))},${day(2021)},` +
    `${['老茶客', 'VIP', '批发', ''][random(4)]}`
  write(at('customers.csv'), 'code,name,phone,birthday,joined,tags', size, customer)
  write(at('buyers.csv'), 'code,name,phone,birthday,joined,tags', buyers, customer)
  const sold = (row: number) =>
    `${day(2023)},${(random(99_900) + 100) / 100},${random(100)},item ${random(300)},R${String(row).padStart(7, '0')}`
  const bought = (row: number) => `V${String(random(buyers)).padStart(6, '0')},${sold(row)}`
  write(at('purchases.csv'), 'code,on,amount,cost,item,ref', size, bought)
  write(at('more.csv'), 'code,on,amount,cost,item,ref', Math.ceil(size / 4), (row) => bought(size + row))
  const phoned = (row: number) => `139${10_000_000 + random(buyers)},${sold(row)}`
  write(at('phones.csv'), 'phone,on,amount,cost,item,ref', Math.ceil(size / 4), phoned)
}

function write(path: string, header: string, rows: number, line: (row: number) => string): void {
  const file = openSync(path, 'w')
  let piece = `${header}\n`
  for (let row = 0; row < rows; row++) {
    piece += `${line(row)}\n`
    if (piece.length > 1 << 20) {
      writeSync(file, piece)
      piece = ''
    }
  }
  writeSync(file, piece)
  closeSync(file)
}

/** The table of a CSV file without quotes as Excel saves it: numbers as numbers, every text once. */
export function writeWorkbook(csv: string, path: string): void {
  const texts = new Map<string, number>()
  const shared = (text: string) => {
    const known = texts.get(text) ?? texts.size
    texts.set(text, known)
    return known
  }
  const cell = (place: string, value: string) =>
    /^[1-9]\d*(?:\.\d+)?$/.test(value)
      ? `<c r="${place}"><v>${value}</v></c>`
      : `<c r="${place}" t="s"><v>${shared(value)}</v></c>`
  const rows = readFileSync(csv, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, row) => {
      const cells = line.split(',').map((value, column) => cell(`${'ABCDEFGH'[column]}${row + 1}`, value))
      return `<row r="${row + 1}">${cells.join('')}</row>`
    })
  const strings = `<sst>${[...texts.keys()].map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`
  writeFileSync(path, rawWorkbook(rows.join(''), { 'xl/sharedStrings.xml': strings }))
}
