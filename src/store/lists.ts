import {
  type BinaryOperationNode,
  type Expression,
  ExpressionWrapper,
  expressionBuilder,
  FunctionNode,
  type OperationNode,
  OperatorNode,
  PostgresQueryCompiler,
  PrimitiveValueListNode,
  type SqlBool,
  SqliteQueryCompiler,
  sql,
  ValueNode,
} from 'kysely'
import type { Tables } from './tables.ts'

/** A list a column is, or is not, among: one bound value in both engines; null for any other operation. */
function listIn({ leftOperand, operator, rightOperand }: BinaryOperationNode) {
  if (!OperatorNode.is(operator) || !PrimitiveValueListNode.is(rightOperand)) return null
  const { operator: word } = operator
  return word === 'in' || word === 'not in' ? { column: leftOperand, word, values: rightOperand.values } : null
}

/**
 * Words queries for SQLite, a list of values as one bound value: thousands of ids would pass the limit of parameters,
 * no ids at all be a fault of syntax, and each length be another statement to prepare.
 */
export class SqliteCompiler extends SqliteQueryCompiler {
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const list = listIn(node)
    if (!list) {
      super.visitBinaryOperation(node)
      return
    }
    this.visitNode(list.column)
    this.append(` ${list.word} (select value from json_each(`)
    this.appendValue(JSON.stringify(list.values))
    this.append('))')
  }

  protected override visitFunction(node: FunctionNode): void {
    const [first, , column] = node.arguments as readonly [OperationNode, OperationNode?, OperationNode?]
    if (node.func === rowsWord) {
      this.append('json_each(')
      this.visitNode(first)
      this.append(')')
    } else if (node.func === keptWord && column) {
      this.append('json_extract(')
      this.visitNode(first)
      this.append(`, '$.`)
      this.visitNode(column)
      this.append(`')`)
    } else if (node.func === anyCaseWord) this.visitNode(first)
    else super.visitFunction(node)
  }
}

/** The same for PostgreSQL. */
export class PostgresCompiler extends PostgresQueryCompiler {
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const list = listIn(node)
    if (!list) {
      super.visitBinaryOperation(node)
      return
    }
    this.visitNode(list.column)
    this.append(list.word === 'in' ? ' = any(' : ' <> all(')
    this.appendValue(list.values)
    this.append(')')
  }

  protected override visitFunction(node: FunctionNode): void {
    const [first, table, column] = node.arguments as readonly [OperationNode, OperationNode?, OperationNode?]
    if (node.func === rowsWord) {
      this.append('json_array_elements(cast(')
      this.visitNode(first)
      this.append(' as json))')
    } else if (node.func === keptWord && table && column) {
      // Through the table's own row, so that each column comes with its own type.
      this.append('(json_populate_record(null::')
      this.visitNode(table)
      this.append(', ')
      this.visitNode(first)
      this.append(')).')
      this.visitNode(column)
    } else if (node.func === anyCaseWord) {
      this.append('lower(')
      this.visitNode(first)
      this.append(')')
    } else super.visitFunction(node)
  }
}

/** Functions of ours that each engine spells in its own way. */
const rowsWord = 'rows_of'
const keptWord = 'kept'
const anyCaseWord = 'any_case'

/** A list of lists as rows with one column, `value`: `value ->> 0` is the first of each, a text unless it is cast. */
export function rowsOf(lists: readonly (readonly (string | number)[])[]): Expression<unknown> {
  return new ExpressionWrapper(FunctionNode.create(rowsWord, [ValueNode.create(JSON.stringify(lists))]))
}

/**
 * A text to be searched by `like`, whatever the case of its ASCII letters, for a pattern in small letters: in SQLite,
 * whose LIKE disregards their case, it is the text itself, as lower() takes a fifth of a search.
 */
export function inAnyCase(text: Expression<unknown>): Expression<unknown> {
  return new ExpressionWrapper(FunctionNode.create(anyCaseWord, [text.toOperationNode()]))
}

/** A column of a table's row as an image of the row has it: `image` is the column with its JSON text. */
export function kept(table: string, image: string, column: string): Expression<unknown> {
  const [from, row, name] = [sql.ref(image), sql.table(table), sql.ref(column)]
  return new ExpressionWrapper(
    FunctionNode.create(keptWord, [from.toOperationNode(), row.toOperationNode(), name.toOperationNode()]),
  )
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
