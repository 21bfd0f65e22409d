import { createDecipheriv, scryptSync } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openShop } from '../shop.ts'

async function withPassword() {
  const shop = await openShop()
  await shop.regulars('add 陈静 --phone 13800138000')
  await shop.regulars('buy 陈静 60')
  const stick = join(shop.folder, 'usb')
  mkdirSync(stick)
  const password = join(shop.folder, 'password')
  writeFileSync(password, '春眠不觉晓 42\n', { mode: 0o600 })
  const wrong = join(shop.folder, 'wrong')
  writeFileSync(wrong, '春眠不觉晓\n')
  return { shop, stick, password, wrong }
}

/** Written from the format's description alone. */
function openByHand(file: Buffer, password: string): Buffer {
  const end = file.indexOf(10) + 1
  const header = file.subarray(0, end)
  const { n, r, p, salt } = JSON.parse(header.toString()).scrypt
  const key = scryptSync(password, Buffer.from(salt, 'base64'), 32, { N: n, r, p, maxmem: 2 ** 30 })
  const pieces: Buffer[] = []
  for (let [at, nth] = [end, 0]; at < file.length; nth++) {
    const size = nth === 0 ? 16 : Math.min(65_552, file.length - at)
    const nonce = Buffer.alloc(12)
    nonce.writeUInt32BE(nth, 8)
    const decipher = createDecipheriv('aes-256-gcm', key, nonce)
    decipher.setAAD(Buffer.concat([header, Buffer.from([nth > 0 && at + size === file.length ? 1 : 0])]))
    decipher.setAuthTag(file.subarray(at + size - 16, at + size))
    pieces.push(decipher.update(file.subarray(at, at + size - 16)), decipher.final())
    at += size
  }
  return Buffer.concat(pieces)
}

test('an encrypted backup holds no name, opens with its password, and by the description of its format', async () => {
  const { shop, stick, password } = await withPassword()
  const made = await shop.regulars(`backup ${stick} --password-file ${password}`)
  expect(made.out).toContain('Encrypted: without its password nobody opens it again')
  expect(readdirSync(stick)).toEqual(['regulars-2026-11-21-1000.db.enc'])
  const copy = join(stick, 'regulars-2026-11-21-1000.db.enc')
  const bytes = readFileSync(copy)
  for (const told of ['陈静', '13800138000', 'SQLite format']) expect(bytes.includes(told)).toBe(false)
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  expect(openByHand(bytes, '春眠不觉晓 42').subarray(0, 15).toString()).toBe('SQLite format 3')

  const bare = await openShop(false)
  const there = await bare.regulars(`restore ${copy} --yes --password-file ${password}`)
  expect(there).toMatchObject({ exit: 0, err: expect.stringContaining('1 customer') })
  expect(await bare.json('balances')).toEqual(await shop.json('balances'))
  expect(await bare.json('show 陈静')).toEqual(await shop.json('show 陈静'))
  expect(readdirSync(bare.folder).filter((name) => /part|restoring/.test(name))).toEqual([])
})

test('without the password, or with another, it is said so and nothing is touched', async () => {
  const { shop, stick, password, wrong } = await withPassword()
  const { path } = await shop.json(`backup ${stick} --password-file ${password}`)
  await shop.regulars('add 王伟')
  expect(await shop.regulars(`restore ${path} --yes`)).toMatchObject({
    exit: 1,
    err: expect.stringMatching(/is encrypted\.\n.*--password-file/s),
  })
  const zh = await shop.regulars(`restore ${path} --yes --password-file ${wrong} --lang zh`)
  expect(zh).toMatchObject({ exit: 1, err: expect.stringContaining('这个密码打不开') })
  for (const [content, say] of [
    ['', 'no password in the first line'],
    ['\n春眠不觉晓 42\n', 'no password in the first line'],
  ]) {
    writeFileSync(wrong, content as string)
    const ran = await shop.regulars(`restore ${path} --yes --password-file ${wrong}`)
    expect(ran).toMatchObject({ exit: 2, err: expect.stringContaining(say as string) })
  }
  expect((await shop.regulars(`backup --password-file ${shop.folder}/none`)).exit).toBe(2)
  expect(await shop.json('list')).toHaveLength(2)
  expect(readdirSync(shop.folder).filter((name) => /replaced|restoring|part/.test(name))).toEqual([])
})

test('a copy that was changed, cut off or put together anew is damaged, not restored', async () => {
  const { shop, stick, password } = await withPassword()
  const { path } = await shop.json(`backup ${stick} --password-file ${password}`)
  const whole = readFileSync(path)
  const first = whole.indexOf(10) + 1 + 16
  const flipped = Buffer.from(whole)
  flipped[first + 70_000] = (flipped[first + 70_000] as number) ^ 1
  const piece = (nth: number) => whole.subarray(first + nth * 65_552, first + (nth + 1) * 65_552)
  const files = {
    flipped,
    'cut off in a piece': whole.subarray(0, whole.length - 5),
    'cut off between two': whole.subarray(0, first + 65_552),
    'none but the start': whole.subarray(0, first),
    swapped: Buffer.concat([whole.subarray(0, first), piece(1), piece(0), whole.subarray(first + 2 * 65_552)]),
    'with more behind': Buffer.concat([whole, whole.subarray(first)]),
  }
  for (const [what, bytes] of Object.entries(files)) {
    const file = join(stick, 'changed.enc')
    writeFileSync(file, bytes)
    const ran = await shop.regulars(`restore ${file} --yes --password-file ${password}`)
    expect([what, ran.exit, ran.err]).toEqual([what, 4, expect.stringContaining('changed.enc')])
  }
  expect(existsSync(shop.db)).toBe(true)
})

test('--keep counts encrypted copies, and a named one is written over by a newer alone', async () => {
  const { shop, stick, password } = await withPassword()
  for (const day of [20, 21])
    await shop.regulars(`backup ${stick} --keep 1 --password-file ${password}`, {
      now: new Date(`2026-11-${day}T02:00:00Z`),
    })
  expect(readdirSync(stick)).toEqual(['regulars-2026-11-21-1000.db.enc'])
  const named = join(stick, 'shop.enc')
  for (let time = 0; time < 2; time++)
    expect((await shop.regulars(`backup ${named} --password-file ${password}`)).exit).toBe(0)
  const other = await openShop()
  await other.regulars('add Somebody')
  const taken = await other.regulars(`backup ${named} --password-file ${password}`)
  expect(taken).toMatchObject({ exit: 1, err: expect.stringContaining('another ledger') })
  const plain = join(stick, 'plain.db')
  await shop.regulars(`backup ${plain}`)
  expect((await shop.regulars(`backup ${plain} --password-file ${password}`)).exit).toBe(1)
  expect(readdirSync(stick).filter((name) => name.includes('part'))).toEqual([])
})
