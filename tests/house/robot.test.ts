import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copied, openShop, type Shop } from '../shop.ts'

// The README's way of posting the list to a group, word for word, against a server of its own that answers as the
// services do: they say what is wrong in the body of a 200.
const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8')
const between = (name: string) =>
  new RegExp(`<!-- ${name} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\`\\n<!-- /${name} -->`).exec(readme)?.[1] ?? ''

interface Posted {
  readonly path: string
  readonly type: string
  readonly body: string
}

const posted: Posted[] = []
/** What each refuses as the services do: too long, or not the shape. */
function answerTo({ path, body }: Posted): object {
  const { msgtype, msg_type, text, content } = JSON.parse(body)
  if (path === '/feishu') {
    const fits = msg_type === 'text' && typeof content?.text === 'string' && Buffer.byteLength(body) <= 20_480
    return fits ? { code: 0, msg: 'success', data: {} } : { code: 9499, msg: 'Bad Request', data: {} }
  }
  const most = path === '/wecom' ? 2048 : 20_000
  const fits = msgtype === 'text' && Buffer.byteLength(text?.content ?? 'x'.repeat(most + 1)) <= most
  if (path === '/dingtalk' && !text?.content.includes('regulars'))
    return { errcode: 310000, errmsg: 'keywords not in content' }
  return fits ? { errcode: 0, errmsg: 'ok' } : { errcode: 40058, errmsg: 'text.content exceed max length' }
}

const server = createServer((request, response) => {
  const pieces: Buffer[] = []
  request.on('data', (piece) => pieces.push(piece))
  request.on('end', () => {
    const one = {
      path: request.url ?? '',
      type: request.headers['content-type'] ?? '',
      body: Buffer.concat(pieces).toString('utf8'),
    }
    posted.push(one)
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify(answerTo(one)))
  })
})
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)))
afterAll(() => new Promise((done) => server.close(done)))
const address = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`

/** Sixty people with birthdays near: names with quotes, a backslash and what a shell would run. */
const full = copied(async () => {
  const shop = await openShop('init --name 茶铺 --lang zh')
  const rows = Array.from({ length: 60 }, (_, at) => `王小明${at},1380013${8000 + at},11-25`)
  rows.push('"李 ""阿秀"" \\\\ $(id) \'",13912345678,11-24')
  writeFileSync(join(shop.folder, 'roster.csv'), `姓名,手机,生日\n${rows.join('\n')}\n`)
  await shop.json(['import', 'customers', join(shop.folder, 'roster.csv')])
  return shop
})

/**
 * The script of the README with what `due` printed piped in; the server answers in this process, so it must not wait.
 */
async function post(
  shop: Shop,
  kind: string,
  { flags = [] as readonly string[], to = kind } = {},
): Promise<{ exit: number | null; err: string; text: string }> {
  const script = join(shop.folder, 'robot.mjs')
  writeFileSync(script, between('robot'))
  const { out } = await shop.regulars(['due', '--short', '--mask', '--format', 'json', ...flags])
  posted.length = 0
  const child = spawn(process.execPath, [script, kind, address(to)], { stdio: ['pipe', 'pipe', 'pipe'] })
  let err = ''
  child.stderr.on('data', (text) => {
    err += text
  })
  child.stdin.end(out)
  const exit = await new Promise<number | null>((done) => child.on('exit', done))
  const { text, content } = JSON.parse(posted[0]?.body ?? '{}')
  return { exit, err, text: text?.content ?? content?.text ?? '' }
}

test.each(['wecom', 'dingtalk', 'feishu'])('the list is posted to %s as it takes it, and in words', async (kind) => {
  const shop = await full()
  const { exit, err, text } = await post(shop, kind)
  expect({ exit, err }).toEqual({ exit: 0, err: '' })
  expect(posted).toHaveLength(1)
  expect(posted[0]?.type).toBe('application/json; charset=utf-8')
  const lines = text.split('\n')
  expect(lines[0]).toMatch(/^regulars 2026-11-21: \d+$/)
  expect(lines[1]).toMatch(/^1\. \*\S* /)
  expect(text).toMatch(/\*小明\d+ 138\*{4}\d{4} 11-25 生日/)
  expect(text).not.toMatch(/王小明|13800138/)
})

test('a list of all is cut to what WeCom takes, at a line, says how many are left; others take it whole', async () => {
  const shop = await full()
  const cut = await post(shop, 'wecom', { flags: ['--all'] })
  expect(cut).toMatchObject({ exit: 0 })
  expect(Buffer.byteLength(cut.text)).toBeLessThanOrEqual(2048)
  const lines = cut.text.split('\n')
  expect(lines.at(-1)).toBe(`… +${61 - (lines.length - 2)}`)
  for (const kind of ['dingtalk', 'feishu']) {
    const whole = await post(shop, kind, { flags: ['--all'] })
    expect(whole).toMatchObject({ exit: 0 })
    expect(whole.text.split('\n')).toHaveLength(62)
    expect(whole.text).toContain(`* "阿秀" \\\\ $(id) '`)
  }
})

test('nobody due is said too, and a refusal of the service is an error', async () => {
  const shop = await openShop()
  expect((await post(shop, 'dingtalk')).text).toMatch(/^regulars 2026-11-21: 0\n/)
  expect(await post(shop, 'dingtalk', { to: 'feishu' })).toMatchObject({
    exit: 1,
    err: expect.stringContaining('9499'),
  })
})

const has = (program: string) => spawnSync(program, ['--version']).status === 0
test.skipIf(!has('jq') || !has('curl'))('with jq and curl (skipped where one of them is missing)', async () => {
  const shop = await full()
  const { out } = await shop.regulars('due --short --mask --format json')
  writeFileSync(join(shop.folder, 'due.json'), out)
  const line = between('robot-curl').replace('regulars due --short --mask --format json', `cat ${shop.folder}/due.json`)
  expect(line).toContain('due.json')
  posted.length = 0
  const child = spawn('sh', ['-c', line], { env: { ...process.env, ROBOT: address('wecom'), NO_PROXY: '127.0.0.1' } })
  await new Promise((done) => child.on('exit', done))
  const { text } = JSON.parse(posted[0]?.body ?? '{}')
  expect(text.content.split('\n').slice(0, 2)).toEqual(['regulars 2026-11-21', expect.stringMatching(/^1\. \*/)])
  expect(execFileSync('jq', ['-r', '.text', `${shop.folder}/due.json`], { encoding: 'utf8' })).toContain('生日')
})
