import { type AnswerScale, parseExpected, parseScore, readAspect } from '../../care/survey/score.ts'
import type { Day } from '../../day.ts'
import { LedgerError } from '../../errors.ts'
import type { SurveyColumn } from '../columns.ts'
import type { Row } from '../file/csv.ts'
import { type ImportPlan, widthOf } from '../import-plan.ts'
import { type Notes, type ReadContext, RowFault, RowSkip } from '../outcome.ts'
import { textIn } from './cells.ts'
import { dayReader } from './day-cells.ts'
import { besidePersons, personIn } from './person-cells.ts'
import type { Buyer } from './purchase.ts'
import { skipOtherList } from './skip-other-list.ts'
import { refuseSurplus } from './surplus.ts'

/** Answers of a customer on one day, as a row gives them: several where each question has a column of its own. */
export interface SurveyRow {
  readonly line: number
  readonly with: Buyer
  readonly on: Day
  readonly answers: readonly { readonly aspect: string | null; readonly perceived: number }[]
  /** Null is an empty cell: what is usual, or what stands already. */
  readonly expected: number | null
  readonly comment: string | null
  /** Who asked, where the file says so. */
  readonly by: string | null
}

/**
 * Reads rows of a file of answers. What it returns throws RowFault for a row that cannot be taken, RowSkip for one that
 * is nobody.
 */
export function surveyReader(
  book: ReadContext,
  plan: ImportPlan,
  notes: Pick<Notes, 'warn'>,
  scales: ReadonlyMap<number, AnswerScale>,
): (row: Row) => SurveyRow {
  const { columns, headers, notations, questions } = plan
  const days = dayReader(book, notations.days.on ?? null)
  const width = widthOf(plan)
  const at = (column: SurveyColumn) => columns.get(column) ?? -1
  const aside = besidePersons(headers, at)
  const asked = questions.some((question) => question.at === at('perceived')) ? -1 : at('perceived')

  return (row) => {
    const { line, cells } = row
    let field: SurveyColumn | null = null
    let text = ''
    const cell = (column: SurveyColumn): string => {
      field = column
      text = textIn(cells[at(column)])
      return text
    }
    const needed = (column: SurveyColumn): never => {
      throw new RowFault('row.missing', { column }, column, cells[at(column)] ?? '')
    }
    const answerAt = (place: number, aspect: string | null) => {
      text = textIn(cells[place])
      return text === '' ? [] : [{ aspect, perceived: parseScore(text, scales.get(place)) }]
    }
    try {
      skipOtherList(row, notes)
      refuseSurplus(cells, width)
      const beside = aside(cells)
      if (beside !== null) throw new RowSkip(beside)
      const person = personIn(cell) ?? needed(columns.has('customer') ? 'customer' : 'name')
      const on = cell('on') === '' ? needed('on') : days(text).day
      if (on > book.today) notes.warn(line, 'row.future', { day: on, today: book.today }, 'on', text)
      const aspect = cell('aspect') === '' ? null : readAspect(text)
      const expected = cell('expected') === '' ? null : parseExpected(text, scales.get(at('expected')))
      const comment = cell('comment') || null
      const by = cell('by') || null
      field = null
      const questioned = questions.flatMap((question) => answerAt(question.at, question.aspect))
      field = asked < 0 ? null : 'perceived'
      const answers = [...(asked < 0 ? [] : answerAt(asked, aspect)), ...questioned]
      if (answers.length === 0) throw new RowFault('row.missing', { column: 'perceived' }, field, '')
      return { line, with: person, on, answers, expected, comment, by }
    } catch (error) {
      if (error instanceof LedgerError) throw new RowFault(error.code, error.facts, field, text)
      throw error
    }
  }
}
