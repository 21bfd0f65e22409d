import type { Faults } from '../ledger/errors.ts'

/** What can be wrong with a line of a whole export, in the words of a language; `where` is a table, a field or both. */
export interface LineProblems {
  readonly json: string
  readonly unnamedTable: string
  readonly table: (name: string) => string
  readonly order: (where: string, value: string) => string
  readonly high: (where: string, value: string) => string
  readonly missing: (where: string) => string
  readonly unknown: (where: string) => string
  readonly value: (where: string, value: string) => string
  readonly reference: (where: string, value: string) => string
  readonly rule: (table: string, rule: string) => string
  /** What is said where no value, or no table, is known. */
  readonly something: string
  readonly row: string
}

/** What is wrong with a line, said after the file and the line. */
export function lineProblem(facts: Faults['whole.bad-line'], say: LineProblems): string {
  const { problem, table, field, value } = facts
  const where = [table, field].filter(Boolean).join('.')
  switch (problem) {
    case 'json':
      return say.json
    case 'table':
      return value === null ? say.unnamedTable : say.table(value)
    case 'order':
    case 'high':
    case 'value':
      return say[problem](where, value ?? '')
    case 'reference':
      return say.reference(where, value ?? say.something)
    case 'rule':
      return say.rule(table ?? say.row, facts.rule ?? '')
    case 'missing':
    case 'unknown':
      return say[problem](where)
  }
}
