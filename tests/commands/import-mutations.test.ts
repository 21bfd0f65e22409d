import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bookOf } from '../ledger.ts'
import { soak } from '../runs.ts'
import { openShop } from '../shop.ts'
import { workbook } from '../workbook.ts'

/** Broken files to try. */
const tries = soak > 0 ? 10_000 : 160
const seed = Number(process.env['REGULARS_SEED'] ?? 20261121)

const day = { value: 46347, format: 14 }
const sound: { kind: string; bytes: Buffer }[] = [
  {
    kind: 'customers',
    bytes: Buffer.from(
      '姓名,手机,卡号,生日,余额,标签,备注\n王小明,13800138000,V1,农历四月十八,72.5,老客,"好, ' +
        '""茶"""\n李秀兰,13900139000,V2,1988-05-06,,,"两\n行"\n张伟,无,,,,,\n',
    ),
  },
  // GB18030: 姓名,电话 / 王小明,13800138000 / 李秀兰,
  {
    kind: 'customers',
    bytes: Buffer.concat([
      Buffer.from('d0d5c3fb2cb5e7bbb00acdf5d0a1c3f72c31333830303133383030300ac0eed0e3c0bc2c0a', 'hex'),
    ]),
  },
  { kind: 'customers', bytes: Buffer.from('\ufeffname;phone;owes\r\nAnna;02163291234;12\r\nBert;;\r\n', 'utf16le') },
  {
    kind: 'customers',
    bytes: Buffer.from(
      'BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B=\r\n=E5=B0=8F\r\n' +
        'TEL;CELL:13800138000\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:4.0\r\nFN:Anna\r\nBDAY:--0506\r\nEND:VCARD\r\n',
    ),
  },
  {
    kind: 'customers',
    bytes: workbook({
      会员: [
        ['姓名', '手机', '入会日期'],
        ['王小明', 13800138000, day],
        ['李秀兰', '13900139000', null],
      ],
    }),
  },
  {
    kind: 'purchases',
    bytes: Buffer.from(
      'customer,on,amount,ref,item,paid,refund_of,status\nV9,2026-11-01,100,R1,茶,40,,\nV9,2026-11-01,20,R1,壶,,,\n' +
        '老周,2026-11-02,-10,R2,,,R0,\n散客,2026-11-03,5,,"a ""b""",,,\n,2026-11-03,5,R3,,,,void\n',
    ),
  },
  {
    kind: 'contacts',
    bytes: Buffer.from(
      '客户,日期,方向,方式,结果,备注,下次\nV9,2026-11-01,来,电话,没接,"a, b",2026-12-01\n老周,2026-11-02,,,,,\n',
    ),
  },
]

/** Numbers from 0 to below 1, the same for a seed (mulberry32). */
function chance(from: number): () => number {
  let state = from
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function mutated(bytes: Buffer, random: () => number): Buffer {
  const below = (limit: number) => Math.floor(random() * limit)
  let file = Buffer.from(bytes)
  for (let times = 1 + below(3); times > 0 && file.length > 0; times--) {
    const at = below(file.length)
    const to = Math.min(file.length, at + 1 + below(20))
    const piece = file.subarray(at, to)
    const ways: (() => Buffer)[] = [
      () =>
        Buffer.concat([file.subarray(0, at), Buffer.from([(file[at] ?? 0) ^ (1 << below(8))]), file.subarray(at + 1)]),
      () => file.subarray(0, at),
      () => Buffer.concat([file.subarray(0, at), file.subarray(to)]),
      () => Buffer.concat([file.subarray(0, to), piece, file.subarray(to)]),
      () =>
        Buffer.concat([
          file.subarray(0, at),
          Buffer.from(['"', ',', '\n', '\r', '\0', ';', "'", '=', '\u202e', '🙂', '\t', '无', '1e9'][below(13)] ?? ''),
          file.subarray(at),
        ]),
      () => Buffer.concat([file.subarray(0, at), Buffer.from([below(256), below(256)]), file.subarray(at)]),
      () => Buffer.concat([file, file.subarray(at)]),
    ]
    file = Buffer.from((ways[below(ways.length)] as () => Buffer)())
  }
  return file
}

test(
  `${tries} broken files (seed ${seed}): never a fault of ours, half an import, or a row unaccounted for`,
  async () => {
    const shop = await openShop()
    await shop.json('import customers - --no-classify', { stdin: 'name,code,phone\n老钱,V9,\n老周,,13700137000\n' })
    await shop.json('import purchases - --no-classify', { stdin: 'customer,on,amount,ref\n老周,2026-10-01,50,R0\n' })
    const { store } = await bookOf(shop, '2026-11-21')
    const count = (table: string) => store.sqlite.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number
    const content = () => ['customer', 'entry', 'contact', 'tag', 'fact', 'tier'].map(count)
    const before = content()
    const path = join(shop.folder, 'broken')
    const random = chance(seed)
    const ends = new Map<number, number>()
    for (let turn = 0; turn < tries; turn++) {
      const { kind, bytes } = sound[turn % sound.length] as (typeof sound)[number]
      const file = mutated(bytes, random)
      writeFileSync(path, file)
      const changes = count('change')
      const ran = await shop.regulars([
        'import',
        kind,
        path,
        '--json',
        ...(random() < 0.3 ? ['--create-customers'].filter(() => kind === 'purchases') : []),
      ])
      const told = `turn ${turn}, ${kind}, ${file.toString('base64')}: ${ran.err}`
      ends.set(ran.exit, (ends.get(ran.exit) ?? 0) + 1)
      expect([0, 1, 3], told).toContain(ran.exit)
      // Exit 1 is a file refused whole, or one whose every row was rejected.
      if (ran.exit === 1 && ran.out === '') {
        expect(JSON.parse(ran.err).error.code, told).toMatch(/^(roster|usage|money)\./)
        expect(count('change'), told).toBe(changes)
        expect(content(), told).toEqual(before)
        continue
      }
      const { change, rows, created, updated, unchanged, skipped, rejected, errors } = JSON.parse(ran.out)
      const leftOut = (skipped as { rows: number }[]).reduce((sum, one) => sum + one.rows, 0)
      expect(created + updated + unchanged + leftOut + rejected, told).toBe(rows)
      expect(errors.length, told).toBe(rejected)
      expect(ran.exit, told).toBe(rejected === 0 ? 0 : rejected === rows ? 1 : 3)
      expect(change === null, told).toBe(created + updated === 0)
      if (change !== null) expect((await shop.regulars(['undo', String(change), '--yes'])).exit, told).toBe(0)
      expect(content(), told).toEqual(before)
    }
    expect(store.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    // Each way to end was met: the files are broken neither too little nor too much.
    expect([...ends.keys()].sort()).toEqual([0, 1, 3])
  },
  30_000 + tries * 500,
)
