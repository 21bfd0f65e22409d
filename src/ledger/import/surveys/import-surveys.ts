import type { Db } from '../../../store/db.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change/record.ts'
import type { RowImporter } from '../customers/import-customers.ts'
import type { ImportPlan } from '../import-plan.ts'
import { type ImportOutcome, type Outcome, RowFault } from '../outcome.ts'
import { knownCustomers } from '../purchases/known-customer.ts'
import { type SurveyRow, surveyReader } from '../row/survey-row.ts'
import { answerWriter, type KnownAnswer } from '../sqlite/answer-writer.ts'
import { readRow } from '../worker/input-row.ts'
import { scalesOf } from './scale.ts'

/** What a row says of an answer the ledger has. */
type Said = readonly [perceived: number, expected: number | null, comment: string | null]

/**
 * Takes the rows of a file of answers into the ledger, inside a running change. An answer is known again by customer,
 * day and what was asked about, n-th in the file; among several, one that says the same comes first. A row is taken
 * with all its answers or not at all.
 */
export async function surveyImporter(
  book: Book,
  _: Db,
  change: Change,
  plan: ImportPlan,
  outcome: ImportOutcome,
): Promise<RowImporter> {
  const { onMatch } = plan.options
  const scales = await scalesOf(plan)
  tellScale()
  const read = readRow<SurveyRow>(surveyReader(book, plan, outcome, scales))
  const customers = await knownCustomers(book, change, plan, outcome)
  const answers = answerWriter(book, change)
  const { touched } = answers
  const firstNew = answers.newestId() + 1

  function take(row: SurveyRow): Outcome {
    const customerId = customers.find(row.with, row.on, row.line)
    const found = row.answers.map((answer) => {
      const said: Said = [answer.perceived, row.expected, row.comment]
      const standing = known(customerId, row, answer.aspect, said)
      if (standing) touched.claim(standing.id)
      return { answer, said, standing }
    })
    const matched = found.find(({ standing }) => standing)?.standing
    if (matched && onMatch === 'reject') throw new RowFault('row.matches', { id: matched.id })
    let end: Outcome = 'unchanged'
    for (const { answer, said, standing } of found) {
      if (!standing) {
        answers.insert(customerId, row, answer)
        end = 'created'
        continue
      }
      const [perceived, expected, comment] = said
      const values: KnownAnswer['values'] = [perceived, expected ?? standing.values[1], comment ?? standing.values[2]]
      if (onMatch === 'skip' || values.every((value, at) => value === standing.values[at])) continue
      answers.update(standing.id, values)
      if (end === 'unchanged') end = 'updated'
    }
    return end
  }

  function known(customerId: number, { on }: SurveyRow, aspect: string | null, said: Said): KnownAnswer | undefined {
    const free = answers.alike(customerId, on, aspect, firstNew).filter(({ id }) => !touched.has(id))
    return free.find(({ values }) => said.every((value, at) => value === null || value === values[at])) ?? free[0]
  }

  /** Said once: figures that are not out of five are made so. */
  function tellScale(): void {
    if (plan.options.scale !== null) return
    for (const scale of [10, 100] as const) {
      const headings = [...scales]
        .filter(([, one]) => one === scale)
        .map(([at]) => plan.headers?.[at] || String(at + 1))
      if (headings.length > 0) outcome.warn(0, 'row.scale', { headings, scale }, null, null)
    }
  }

  return {
    linesOf: customers.linesOf,
    take(row) {
      try {
        outcome.count(take(read(row)))
      } catch (error) {
        outcome.reject(row.line, error, row.cells)
      }
    },
    async finish() {},
  }
}
