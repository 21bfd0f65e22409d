import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import { openShop } from '../shop.ts'
import { type Export, shops } from './exports.ts'

const said = (...words: readonly (string | number | null | undefined)[]) =>
  words.filter((word) => word !== null && word !== undefined && word !== '').join(' ')

/**
 * What an import makes of a file, a line each: sales (day, number, whose, amount, what is owed of it), refunds, people,
 * rows left out by reason, rejected rows, warnings.
 */
export async function becomes({ shop: at, kind, text }: Export): Promise<string[]> {
  const shop = await openShop(`init --name Shop ${shops[at]} --lang en`)
  const path = join(shop.folder, 'file.csv')
  writeFileSync(path, text)
  const flags = kind === 'purchases' ? ['--create-customers'] : []
  const ran = await shop.regulars(['import', kind, path, '--json', ...flags])
  if (ran.out === '') return [said('refused', JSON.parse(ran.err).error.code)]
  const { skipped, errors, warnings, format, ...counts } = JSON.parse(ran.out)
  const left = skipped.reduce((sum: number, { rows }: { rows: number }) => sum + rows, 0)
  expect(counts.created + counts.updated + counts.unchanged + left + counts.rejected).toBe(counts.rows)
  const rows = parse((await shop.regulars('export purchases --format csv')).out, { columns: true }) as Record<
    string,
    string
  >[]
  const people = (await shop.json('list --sort id')) as Record<string, string>[]
  return [
    ...(format === null ? [] : [said('read as', format)]),
    ...rows.map(({ on, ref, name, amount, paid, refund_of, status }) =>
      said(
        status,
        amount?.startsWith('-') ? 'refund' : 'sale',
        on,
        ref || (refund_of && `of ${refund_of}`),
        name,
        amount,
        amount?.startsWith('-') || paid === amount ? '' : `paid ${paid}`,
      ),
    ),
    ...people.map(({ kind: sort, name, phone, email, birthday }) => said(sort, name, phone, email, birthday)),
    ...skipped.map(({ reason, rows: count, sum }: Record<string, string>) => said('left out', reason, count, sum)),
    ...errors.map(({ line, code }: Record<string, string>) => said('rejected', line, code)),
    ...warnings.map(({ code, lines }: { code: string; lines: number[] }) =>
      said('warned', code, lines.filter((line) => line > 0).join(',')),
    ),
  ]
}
