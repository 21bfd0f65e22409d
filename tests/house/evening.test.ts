import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

// The tutorial of the README, each line as it stands there, by a shell on a machine that knows nothing yet. Its first
// line is run by `npm run check:pack`.
const root = fileURLToPath(new URL('../..', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const linesOf = (name: string) =>
  (new RegExp(`<!-- ${name} -->\\n\`\`\`sh\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? '').trim().split('\n')

/** A roster as an old till writes it. */
const roster = [
  '会员号,姓名,手机,生日,积分,余额,欠款,备注',
  'V001,王小明,13800138000,1980-11-25,320,150.00,,爱喝岩茶',
  'V002,李秀兰,13912345678,1975-03-08,80,,60.00,',
  'V003,Anna Becker,13700137000,,0,,,送人多',
]

/** The bill of a personal account as WeChat sends it by mail. */
const bill = `\ufeff微信支付账单明细,,,,,,,,,,
微信昵称：[茶铺老板],,,,,,,,,,
起始时间：[2026-10-21 00:00:00] 终止时间：[2026-11-21 23:59:59],,,,,,,,,,
导出类型：[全部],,,,,,,,,,
导出时间：[2026-11-21 20:10:00],,,,,,,,,,
,,,,,,,,,,
共6笔记录,,,,,,,,,,
收入：4笔 484.00元,,,,,,,,,,
支出：1笔 28.16元,,,,,,,,,,
中性交易：1笔 2000.00元,,,,,,,,,,
注：,,,,,,,,,,
1. 充值/提现/理财通购买/零钱通存取/信用卡还款等交易，将计入中性交易,,,,,,,,,,
2. 本明细仅展示当前账单中的交易，不包括已删除的记录,,,,,,,,,,
3. 本明细仅供个人对账使用,,,,,,,,,,
,,,,,,,,,,
----------------------微信支付账单明细列表--------------------,,,,,,,,,,
交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注
2026-11-20 19:29:00,二维码收款,春风十里,"收款方备注:二维码收款",收入,¥128.00,/,已收钱,1000050001202611200001	,/	,"/"
2026-11-12 10:10:11,二维码收款,春风十里,"收款方备注:二维码收款付款方留言:茶叶，要淡的",收入,¥100.00,/,已收钱,1000050001202611120002	,/	,"/"
2026-11-09 10:10:11,二维码收款,李秀兰,"收款方备注:二维码收款",收入,¥168.00,/,已收钱,1000050001202611090003	,/	,"/"
2026-11-08 12:45:27,商户消费,云膳米线(传奇店),"总共消费:28.16",支出,¥28.16,中国银行(1234),支付成功,1000050001202611080004	,129847129	,"/"
2026-11-06 10:48:09,转入零钱通-来自工商银行(9876),/,"/",/,¥2000.00,工商银行(9876),支付成功,1800005001202611060006	,/	,"/"
2026-11-02 08:00:00,二维码收款,/,"收款方备注:二维码收款",收入,¥88.00,零钱,已收钱,1000050001202611020008	,/	,"/"
`

/** What TextDecoder reads as these characters: every pair of bytes is asked once. */
function inGbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk')
  const bytes = new Map<string, readonly number[]>()
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++)
      bytes.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
  return Buffer.from([...text].flatMap((letter) => bytes.get(letter) ?? [letter.charCodeAt(0)]))
}

function cleanMachine(files: readonly [roster: string, bill: string], locale: string) {
  const home = mkdtempSync(join(tmpdir(), 'regulars-evening-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  writeFileSync(join(home, files[0]), inGbk(`${roster.join('\r\n')}\r\n`))
  writeFileSync(join(home, files[1]), bill)
  mkdirSync(join(home, 'bin'))
  symlinkSync(join(root, 'bin', 'regulars.js'), join(home, 'bin', 'regulars'))
  const env = {
    HOME: home,
    PATH: [join(home, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
    LANG: locale,
    TZ: 'Asia/Shanghai',
    REGULARS_TODAY: '2026-11-21',
  }
  return (line: string) => {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: home, env, encoding: 'utf8' })
    return { exit: status, out: stdout, err: stderr }
  }
}

test.each([
  {
    name: 'evening',
    files: ['members.csv', 'wechat-bill.csv'] as const,
    locale: 'en_US.UTF-8',
    linked: 'Anna Becker',
    listed: /#1 王小明 .*credit ¥150\.00\n\s+birthday Wed 11-25/,
  },
  {
    name: 'evening-zh',
    files: ['会员.csv', '微信支付账单.csv'] as const,
    locale: 'zh_CN.UTF-8',
    linked: '王小明',
    listed: /#1 王小明 .*预存 ¥150\.00\n\s+(生日.*11-25|.*11-25.*生日)/,
  },
])('$name: each line of the tutorial does what it says', ({ name, files, locale, linked, listed }) => {
  const run = cleanMachine(files, locale)
  const [install, ...lines] = linesOf(name)
  expect(install).toBe('npm install -g regulars')
  expect(lines.length).toBeGreaterThan(5)
  expect(lines.length).toBeLessThan(9)
  const said = new Map<string, string>()
  for (const line of lines) {
    const ran = run(line)
    expect(ran, line).toMatchObject({ exit: 0 })
    said.set(line.replace(/^regulars (\w+).*?( --dry-run)?$/, '$1$2'), `${ran.out}${ran.err}`)
  }
  expect(said.get('import --dry-run')).toMatch(/GB18030|GBK/)
  // Three customers, each once, with what the old till knew of them; the shop's own spending is no sale.
  const customers = JSON.parse(run('regulars list --json').out) as { name: string; points: number; balance: string }[]
  expect(customers.map(({ name: one, points, balance }) => [one, points, balance])).toEqual(
    expect.arrayContaining([
      ['王小明', expect.any(Number), '-150.00'],
      ['李秀兰', expect.any(Number), '60.00'],
      ['Anna Becker', expect.any(Number), '0.00'],
    ]),
  )
  expect(customers).toHaveLength(3)
  const purchases = JSON.parse(run(`regulars purchases "${linked}" --json`).out) as { amount: string }[]
  expect(purchases.map(({ amount }) => amount)).toEqual(['128.00', '100.00'])
  expect(said.get('payer')).toContain(linked)
  expect(said.get('due')).toMatch(listed)
  expect(said.get('backup')).toContain('.local/share/regulars')
})
