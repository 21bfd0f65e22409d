import { openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { brokenPages } from '../../src/store/sqlite/check.ts'
import { copied, openShop, type Shop } from '../shop.ts'

const teahouse = copied(async (): Promise<Shop> => {
  const shop = await openShop()
  await shop.regulars('add Ann --phone 13800138000 --birthday 05-06')
  await shop.regulars('buy Ann 5 -u')
  const file = new Database(shop.db)
  file.pragma('journal_mode = DELETE')
  file.close()
  return shop
})

describe('damaged is what SQLite calls so', () => {
  test.each<[string, (path: string) => void]>([
    [
      'a version that says there are no tables',
      (path) => {
        const file = new Database(path)
        file.pragma('user_version = 0')
        file.close()
      },
    ],
    [
      'a schema format nobody knows',
      (path) => {
        writeSync(openSync(path, 'r+'), Buffer.from([0, 0, 0, 9]), 0, 4, 44)
      },
    ],
    [
      'a text that has become bytes',
      (path) => {
        const file = new Database(path)
        file.unsafeMode(true)
        file.exec(
          `pragma writable_schema = on; update sqlite_schema set sql = replace(sql, ') STRICT', ')') where name ` +
            `in ('customer', 'change')`,
        )
        file.close()
        const loose = new Database(path)
        loose.exec(`update change set facts = x'ff00ff'; update customer set birthday = x'ff00'`)
        loose.unsafeMode(true)
        loose.exec(
          `pragma writable_schema = on; update sqlite_schema set sql = rtrim(sql) || ' STRICT' where name in ` +
            `('customer', 'change')`,
        )
        loose.close()
      },
    ],
    [
      'pages of noise',
      (path) =>
        writeFileSync(
          path,
          Buffer.concat([readFileSync(path).subarray(0, 4096), Buffer.alloc(readFileSync(path).length - 4096, 7)]),
        ),
    ],
  ])('%s: never a fault of ours', async (_, damage) => {
    const shop = await teahouse()
    damage(shop.db)
    for (const line of [
      'log',
      'list',
      'buy Ann 3',
      'show 1',
      'due',
      'undo --yes',
      'export all',
      'doctor',
      'backup',
      'birthdays',
    ]) {
      const ran = await shop.regulars(line)
      expect([line, ran.err]).toEqual([line, expect.not.stringContaining('A fault of ours')])
      expect([line, ran.exit]).not.toEqual([line, 70])
    }
  })

  test('entries too many in an index of some rows are counted', async () => {
    const shop = await teahouse()
    await shop.regulars('add Bob --phone 13900139000')
    const declare = (was: string, is: string) => {
      const file = new Database(shop.db)
      file.unsafeMode(true)
      file.pragma('writable_schema = on')
      file.prepare(`update sqlite_schema set sql = replace(sql, ?, ?) where name = 'customer_by_phone'`).run(was, is)
      file.close()
    }
    const look = (work = '') => {
      const file = new Database(shop.db)
      file.exec(work)
      const broken = brokenPages(file)
      file.close()
      return broken
    }
    expect(look()).toEqual([])
    // An index that knows nothing of Bob keeps his phone when he goes: what a log of another ledger leaves.
    declare('phone IS NOT NULL', `phone = 'nobody'`)
    look('pragma foreign_keys = off; delete from customer where id = 2')
    declare(`phone = 'nobody'`, 'phone IS NOT NULL')
    expect(look()).toEqual(['wrong # of entries in index customer_by_phone'])
  })

  test('what another command enters while they are counted is no damage', async () => {
    const shop = await teahouse()
    await shop.regulars('add Bob --phone 13900139000')
    const [file, other] = [new Database(shop.db), new Database(shop.db)]
    let written = 0
    const prepare = file.prepare.bind(file)
    file.prepare = ((text: string) => {
      other.exec(`insert into customer (name, name_key, phone, entered_on, change_id)
        select name, name_key, '+8613900000${++written + 100}', entered_on, change_id from customer where id = 2`)
      return prepare(text)
    }) as typeof file.prepare
    expect(brokenPages(file)).toEqual([])
    expect(written).toBeGreaterThan(2)
    file.close()
    other.close()
  })

  test('a lock, no permission and no room are said as such, and nobody is sent to an old backup', async () => {
    const shop = await teahouse()
    const [other, file] = [new Database(shop.db), new Database(shop.db, { timeout: 0 })]
    other.exec('begin exclusive')
    expect(() => brokenPages(file)).toThrow(expect.objectContaining({ code: 'SQLITE_BUSY' }))
    other.exec('rollback')
    other.close()
    for (const code of ['SQLITE_BUSY', 'SQLITE_FULL', 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_IOERR']) {
      const stub = {
        pragma() {
          throw Object.assign(new Error(code), { code })
        },
      }
      expect(() => brokenPages(stub as unknown as Database.Database)).toThrow(code)
    }
    file.close()
  })
})

test('a file unmade between the look and the opening is no ledger of version 0', async () => {
  const shop = await openShop()
  writeFileSync(join(shop.folder, 'empty.db'), '')
  expect((await shop.regulars(`list --db ${join(shop.folder, 'empty.db')}`)).err).toContain('No ledger at')
  const { connect } = await import('../../src/store/sqlite/connect.ts')
  expect(() => connect(join(shop.folder, 'nowhere.db'))).toThrow(expect.objectContaining({ code: 'SQLITE_CANTOPEN' }))
})
