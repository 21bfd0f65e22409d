import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const most = 120

/**
 * How many lines of a file are longer: patterns, the page's HTML and CSS, tables of data, expected output and the names
 * of tests. The list may only shrink.
 */
const longer: Readonly<Record<string, number>> = {
  'src/ledger/demo/plan.ts': 2,
  'src/ledger/identity/lunar.ts': 14,
  'src/ledger/import/columns.ts': 2,
  'src/ledger/import/heading-ranks.ts': 1,
  'src/ledger/import/profile/day-form.ts': 1,
  'src/ledger/import/row/masks.ts': 1,
  'src/ledger/import/row/totals.ts': 4,
  'src/ledger/money.ts': 1,
  'src/locales/en/import.ts': 1,
  'src/main.ts': 1,
  'src/page/care.ts': 5,
  'src/page/chart.ts': 1,
  'src/page/cohorts.ts': 5,
  'src/page/due.ts': 3,
  'src/page/headline.ts': 1,
  'src/page/months.ts': 6,
  'src/page/page.ts': 4,
  'src/page/pareto.ts': 3,
  'src/page/section.ts': 2,
  'src/page/style.ts': 16,
  'src/page/tiers.ts': 4,
  'src/terminal/progress.ts': 1,
  'src/terminal/terminal.ts': 1,
  'src/terminal/voice.ts': 1,
  'tests/attacks/beside.test.ts': 2,
  'tests/attacks/full-disk.test.ts': 1,
  'tests/attacks/harmless.test.ts': 1,
  'tests/attacks/surroundings.test.ts': 2,
  'tests/commands/care-promises.test.ts': 2,
  'tests/commands/due.test.ts': 1,
  'tests/commands/export.test.ts': 1,
  'tests/commands/hints.test.ts': 1,
  'tests/commands/import-contacts.test.ts': 1,
  'tests/commands/import-expected.test.ts': 1,
  'tests/commands/import-formats.test.ts': 1,
  'tests/commands/import-odd-files.test.ts': 1,
  'tests/commands/import-preview.test.ts': 2,
  'tests/commands/import-sheet-cells.test.ts': 3,
  'tests/commands/message.test.ts': 5,
  'tests/commands/naming.test.ts': 1,
  'tests/commands/occasion.test.ts': 1,
  'tests/commands/page.test.ts': 1,
  'tests/commands/payer.test.ts': 1,
  'tests/commands/points-merge.test.ts': 1,
  'tests/commands/policy.test.ts': 1,
  'tests/commands/referral-reward.test.ts': 1,
  'tests/commands/report-quadrants.test.ts': 1,
  'tests/commands/report-value.test.ts': 6,
  'tests/commands/round.test.ts': 1,
  'tests/commands/safety.test.ts': 2,
  'tests/commands/schedule.test.ts': 1,
  'tests/commands/screens.test.ts': 1,
  'tests/commands/survey.test.ts': 1,
  'tests/commands/undo.test.ts': 1,
  'tests/house/house.test.ts': 1,
  'tests/house/robot.test.ts': 1,
  'tests/house/start.test.ts': 1,
  'tests/ledger/followup/imported.test.ts': 1,
  'tests/ledger/followup/list-rules.test.ts': 1,
  'tests/ledger/identity/birthday.test.ts': 2,
  'tests/ledger/import/csv-chunks.test.ts': 1,
  'tests/ledger/import/encoding.test.ts': 2,
  'tests/ledger/import/workbook-forms.test.ts': 10,
  'tests/ledger/import/workbook.test.ts': 1,
  'tests/ledger/report/summary/summary.property.test.ts': 1,
  'tests/ledger/report/value/buyers.test.ts': 1,
  'tests/ledger/report/value/purchasing.test.ts': 1,
  'tests/ledger/segment/properties.test.ts': 1,
  'tests/smoke.test.ts': 1,
  'tests/store/atomically.test.ts': 1,
  'tests/terminal/pager.test.ts': 1,
  'tests/workbook.ts': 7,
}

test('lines have at most 120 columns, but for those that are named', () => {
  const found = ['src', 'tests'].flatMap((place) =>
    readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${place}/${name.replaceAll('\\', '/')}`)
      .map((file) => {
        const lines = readFileSync(join(root, file), 'utf8').split('\n')
        return [file, lines.filter((line) => line.length > most).length] as const
      })
      .filter(([, count]) => count > 0),
  )
  const over = found.filter(([file, count]) => count > (longer[file] ?? 0)).map(([file, count]) => `${file}: ${count}`)
  const shorter = Object.entries(longer).filter(([file, count]) => (new Map(found).get(file) ?? 0) < count)
  expect(over).toEqual([])
  expect(shorter.map(([file]) => file)).toEqual([])
})
