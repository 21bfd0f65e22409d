import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change/record.ts'
import { usuallyExpected } from '../../care/survey/score.ts'
import type { SurveyRow } from '../row/survey-row.ts'
import { beforeImages } from './before-images.ts'
import { LinesByRow } from './lines-by-row.ts'

/** An answer the ledger has, with what a file may say otherwise. */
export interface KnownAnswer {
  readonly id: number
  readonly values: readonly [perceived: number, expected: number, comment: string | null]
}

/** Looks answers up and writes them, by statements prepared once for the whole file. */
export function answerWriter(book: Book, change: Change) {
  const { sqlite } = book.store
  const images = beforeImages(sqlite, change.id)
  const alike = sqlite
    .prepare(
      'SELECT id, perceived, expected, comment FROM survey WHERE customer_id = ? AND "on" = ? AND coalesce(aspect, ' +
        "'') = ? AND id < ? ORDER BY id",
    )
    .raw()
  const insert = sqlite.prepare(
    `INSERT INTO survey (customer_id, "on", aspect, expected, perceived, comment, by, change_id)
     VALUES (@customerId, @on, @aspect, @expected, @perceived, @comment, @by, @changeId)`,
  )
  const patch = sqlite.prepare('UPDATE survey SET perceived = ?, expected = ?, comment = ? WHERE id = ?')
  return {
    /** Which answers rows of the file have taken. */
    touched: new LinesByRow(sqlite),
    newestId: () => sqlite.prepare('SELECT coalesce(max(id), 0) FROM survey').pluck().get() as number,
    alike(customerId: number, on: string, aspect: string | null, before: number): KnownAnswer[] {
      return (alike.all(customerId, on, aspect ?? '', before) as [number, number, number, string | null][]).map(
        ([id, ...values]) => ({ id, values }),
      )
    },
    insert(
      customerId: number,
      { on, expected, comment, by }: SurveyRow,
      { aspect, perceived }: SurveyRow['answers'][number],
    ): void {
      const entered = { by: by ?? book.by, changeId: change.id }
      insert.run({ customerId, on, aspect, expected: expected ?? usuallyExpected, perceived, comment, ...entered })
    },
    update(id: number, values: KnownAnswer['values']): void {
      images.keep('survey', id)
      patch.run(...values, id)
    },
  }
}
