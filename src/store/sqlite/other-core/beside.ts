import type { Stats } from 'node:fs'
import { resolve } from 'node:path'
import type Database from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
import { fileAt, isSameFile } from '../../files/address.ts'
import type { OtherCore } from '../../other-core.ts'
import { connect, patience } from '../connect.ts'
import type { Readers } from './client.ts'

/** Another core that reads a ledger file as one connection reads it here; it is at work while it is asked. */
export interface OtherCoreOfFile extends OtherCore {
  end(): Promise<void>
}

/**
 * To be called before that connection reads. Null where it reads a private copy. What another connection sees later is
 * the same, if by then nobody has written since this call: a third, which stands in no transaction, tells.
 */
export function otherCoreBeside(sqlite: Database.Database, path: string, place: Stats): OtherCoreOfFile | null {
  if (sqlite.name !== resolve(path)) return null
  const watcher = connect(path)
  const version = () => watcher.pragma('data_version', { simple: true })
  const before = version()
  const isSame = () => version() === before && isSameFile(fileAt(path), place)
  let readers: Promise<Readers> | undefined

  async function read<Row>({ sql, parameters }: CompiledQuery<Row>) {
    readers ??= import('./client.ts').then(({ Readers }) => new Readers())
    const runs = (await readers).ask<Row>({ path: sqlite.name, timeout: patience, sql, parameters })
    // What fails before anything came is read here, and fails here in the same words.
    const first = await runs.next().catch(() => null)
    if (first !== null && isSame()) return goOn(first, runs)
    await runs.return(undefined)
    return null
  }

  async function end(): Promise<void> {
    watcher.close()
    await (await readers)?.end()
  }

  return { read, end }
}

async function* goOn<Row>(first: IteratorResult<Row[]>, runs: AsyncGenerator<Row[]>): AsyncGenerator<Row[]> {
  if (!first.done) yield first.value
  yield* runs
}
