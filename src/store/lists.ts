import {
  type BinaryOperationNode,
  type ExpressionWrapper,
  expressionBuilder,
  OperatorNode,
  PrimitiveValueListNode,
  type SqlBool,
  SqliteQueryCompiler,
  sql,
} from 'kysely'
import type { Tables } from './tables.ts'

/**
 * Words queries for SQLite, a list of values as one bound value: thousands of ids would pass the limit of parameters,
 * no ids at all be a
 * fault of syntax, and each length be another statement to prepare.
 */
export class ListCompiler extends SqliteQueryCompiler {
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const { leftOperand, operator, rightOperand } = node
    const isIn = OperatorNode.is(operator) && (operator.operator === 'in' || operator.operator === 'not in')
    if (!isIn || !PrimitiveValueListNode.is(rightOperand)) {
      super.visitBinaryOperation(node)
      return
    }
    this.visitNode(leftOperand)
    this.append(` ${operator.operator} (select value from json_each(`)
    this.appendValue(JSON.stringify(rightOperand.values))
    this.append('))')
  }
}

/** A list of lists as rows with one column, `value`: `value ->> 0` is the first of each, a text unless it is cast. */
export function rowsOf(lists: readonly (readonly (string | number)[])[]) {
  return sql`json_each(${JSON.stringify(lists)})`
}

/** Some customers: by their ids, or by the first and last of a run of ids. */
export type Only = readonly number[] | { readonly first: number; readonly last: number }

/** The condition that a column is among them. */
export function isAmong(column: string, only: Only): ExpressionWrapper<Tables, 'customer', SqlBool> {
  const where = expressionBuilder<Tables, 'customer'>()
  // The caller knows what is joined; of the column it matters here that it holds ids.
  const ids = column as 'id'
  return 'first' in only ? where.between(ids, only.first, only.last) : where(ids, 'in', only)
}
