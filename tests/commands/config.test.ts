import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openShop } from '../shop.ts'

test('init says what the ledger is and what to type next', async () => {
  const shop = await openShop(false)
  const ran = await shop.regulars(
    'init --name Teehaus --currency eur --region de --timezone europe/berlin --margin 40%',
  )
  expect(ran).toEqual({
    exit: 0,
    err: '',
    out: [
      `New ledger of Teehaus: ${shop.db}`,
      '  EUR, phones of DE, days of Europe/Berlin, margin 40 %',
      '  To change any of it: regulars policy show shop',
      'Next:',
      '  regulars add "Anna Becker"                         your first customer',
      '  regulars import customers FILE.csv                 or all you have in a table',
      '  regulars buy Anna 128                              a purchase',
      '  regulars due                                       whom to call today',
      '  regulars schedule                                  each morning, and backups',
      '',
    ].join('\n'),
  })
  expect(statSync(shop.db).mode & 0o777).toBe(0o600)
  await shop.regulars('add Anna')
  expect(await shop.regulars('init')).toEqual({
    exit: 1,
    out: '',
    err:
      `regulars: There is a ledger already: ${shop.db}.\n  Its name, currency, zone … can be changed: regulars ` +
      'policy show shop\n',
  })
})

test('init takes the defaults of a Chinese shop, and the language the ledger then speaks', async () => {
  const shop = await openShop(false)
  expect(await shop.json('init --lang zh')).toMatchObject({
    path: shop.db,
    name: '',
    currency: 'CNY',
    region: 'CN',
    timezone: 'Asia/Shanghai',
    lang: 'zh',
    margin: 1,
  })
  expect((await shop.regulars('due')).out).toContain('今天')
})

test.each([
  ['init --region CN', 'UTC', 'Asia/Shanghai'],
  ['init --region GB', 'Europe/Berlin', 'Europe/London'],
  ['init --region US', 'UTC', 'UTC'],
  ['init --region DE', 'Europe/Berlin', 'Europe/Berlin'],
  ['init --region CN --timezone UTC', 'Asia/Tokyo', 'UTC'],
])('%s in %s: %s', async (line, TZ, timezone) => {
  const shop = await openShop(false)
  expect(await shop.json(line, { TZ })).toMatchObject({ timezone })
})

test('a system without a zone of its own: that of the territory, where it has one alone', async () => {
  const zoneIn = async (locale: string, TZ: string) =>
    (await (await openShop(false)).json('init', { locale, TZ })).timezone
  expect(await zoneIn('zh_CN.UTF-8', 'UTC')).toBe('Asia/Shanghai')
  expect(await zoneIn('ja_JP.UTF-8', 'Etc/UTC')).toBe('Asia/Tokyo')
  expect(await zoneIn('zh_CN.UTF-8', 'Europe/Berlin')).toBe('Europe/Berlin')
  expect(await zoneIn('C', 'UTC')).toBe('UTC')
})

test.each([
  [
    'init --currency XXQ',
    '没有这种货币：“XXQ”。\n  三个字母：CNY、HKD、TWD、JPY、USD、EUR',
    'Not a currency: “XXQ”.\n  Three letters: CNY, HKD, TWD, JPY, USD, EUR',
  ],
  [
    'init --region ZZ',
    '没有这个地区：“ZZ”。\n  两个字母：CN、HK、TW、JP、US、DE',
    'Not a region: “ZZ”.\n  Two letters: CN, HK, TW, JP, US, DE',
  ],
  [
    'init --region EU1',
    '没有这个地区：“EU1”。\n  两个字母：CN、HK、TW、JP、US、DE',
    'Not a region: “EU1”.\n  Two letters: CN, HK, TW, JP, US, DE',
  ],
  [
    'init --timezone Mars',
    '没有这个时区：“Mars”。\n  例：Asia/Shanghai、Asia/Tokyo、Europe/Berlin、UTC',
    'Not a time zone: “Mars”.\n  Examples: Asia/Shanghai, Asia/Tokyo, Europe/Berlin, UTC',
  ],
])('%s is refused and leaves no file', async (line, zh, en) => {
  const shop = await openShop(false)
  expect(await shop.regulars(`${line} --lang zh`)).toEqual({ exit: 2, out: '', err: `regulars: ${zh}\n` })
  expect(await shop.regulars(line)).toEqual({ exit: 2, out: '', err: `regulars: ${en}\n` })
  expect((await shop.regulars('init --margin lots')).exit).toBe(2)
  expect(existsSync(shop.db)).toBe(false)
})

test('what needs no ledger speaks the language of the one that is there', async () => {
  const shop = await openShop('init --lang zh')
  expect((await shop.regulars('config set user li')).out).toBe('以后 user 是 li。取消：regulars config unset user\n')
  expect((await shop.regulars('schedule')).err).toContain('crontab')
  expect((await shop.regulars('config get nothing')).err).toBe(
    'regulars: 设定没有“nothing”。\n  可选：lang、db、user、shops.NAME\n',
  )
  expect((await shop.regulars('config set user li --lang en')).out).toBe(
    'user is li from now on. Back: regulars config unset user\n',
  )
  expect((await shop.regulars('config set user li', { env: { REGULARS_LANG: 'en' } })).out).toBe(
    'user is li from now on. Back: regulars config unset user\n',
  )
  expect((await shop.regulars(`config set user li --db ${shop.folder}/none.db`)).out).toBe(
    'user is li from now on. Back: regulars config unset user\n',
  )
  expect((await shop.regulars('help buy')).out).toContain('例子')
  expect((await shop.regulars('buy --help', { locale: 'C' })).out).toContain('例子')
  expect((await shop.regulars('help', { locale: 'C' })).out).toContain('小店的客户账本')
  expect((await shop.regulars('help buy --lang en')).out).toContain('Examples')
})

test('config set lang answers in that language, unless another was asked for', async () => {
  const shop = await openShop()
  expect((await shop.regulars('config set lang zh')).out).toBe('以后 lang 是 zh。取消：regulars config unset lang\n')
  expect((await shop.regulars('help buy')).out).toContain('例')
  expect((await shop.regulars('config set lang en')).out).toBe(
    'lang is en from now on. Back: regulars config unset lang\n',
  )
  expect((await shop.regulars('config set lang zh --lang en')).out).toBe(
    'lang is zh from now on. Back: regulars config unset lang\n',
  )
  expect((await shop.regulars('config set lang zh', { env: { REGULARS_LANG: 'en' } })).out).toBe(
    'lang is zh from now on. Back: regulars config unset lang\n',
  )
  expect((await shop.regulars('help config set --lang zh')).out).toContain('config set lang zh 以后，help 也说中文')
  expect((await shop.regulars('help config set --lang en')).out).toContain('config set lang zh makes help Chinese too.')
})

test('config settles language, ledger and name once, and flags and environment go before it', async () => {
  const shop = await openShop()
  const bare = { env: { REGULARS_DB: '' } }
  expect((await shop.regulars('config set lang zh')).exit).toBe(0)
  expect((await shop.regulars('config set user li')).exit).toBe(0)
  const file = join(shop.folder, 'config', 'config.json')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ lang: 'zh', user: 'li' })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect((await shop.regulars('undo')).err).toContain('你没有可撤销的改动')
  expect((await shop.regulars('undo --lang en')).err).toContain('You have no change')
  await shop.regulars('add 陈静')
  expect((await shop.json('log'))[0].by).toBe('li')
  await shop.regulars('add 刘敏', { env: { REGULARS_USER: 'zhou' } })
  await shop.regulars('add 王芳 --as wu', { env: { REGULARS_USER: 'zhou' } })
  expect((await shop.json('log -l 2')).map(({ by }: { by: string }) => by)).toEqual(['wu', 'zhou'])
  expect(await shop.json('config')).toEqual([
    { key: 'lang', value: 'zh', origin: 'config' },
    { key: 'db', value: shop.db, origin: 'environment' },
    { key: 'user', value: 'li', origin: 'config' },
  ])
  expect((await shop.regulars('config get user')).out).toBe('li\n')
  expect((await shop.regulars('config get db')).exit).toBe(1)
  expect((await shop.regulars('config unset lang')).exit).toBe(0)
  expect(await shop.json('config get lang').catch(() => 'none')).toBe('none')
  expect(await shop.regulars('config set lang fr')).toMatchObject({ exit: 2 })
  expect(await shop.regulars('config set colour red')).toEqual({
    exit: 2,
    out: '',
    err: 'regulars: Not a setting: “colour”.\n  One of: lang, db, user, shops.NAME\n',
  })
  writeFileSync(file, 'not json')
  expect((await shop.regulars('list', bare)).exit).toBe(4)
})

test('config says where each value comes from, and none of it is asked for twice', async () => {
  const shop = await openShop()
  const origins = async (line: string, options = {}) =>
    Object.fromEntries(
      (await shop.json(line, options)).map((one: { key: string; origin: string }) => [one.key, one.origin]),
    )
  expect(await origins('config')).toEqual({ lang: 'ledger', db: 'environment', user: 'system' })
  expect(await origins(`config --db ${shop.db} --as wu --lang zh`)).toEqual({ lang: 'flag', db: 'flag', user: 'flag' })
  expect(await origins('config', { env: { REGULARS_DB: '', REGULARS_USER: 'li', REGULARS_LANG: 'en' } })).toEqual({
    lang: 'environment',
    db: 'default',
    user: 'environment',
  })
  const ran = await shop.regulars('config --lang zh')
  expect(ran.out).toMatch(/lang {2}zh +命令行\n {2}db {4}.*shop\.db +环境变量/)
})

test('several shops by name: --shop opens the one that is meant, and no other', async () => {
  const shop = await openShop()
  await shop.regulars(`config set shops.north ${shop.folder}/north.db`)
  await shop.regulars(`config set shops.南店 ${shop.folder}/south.db`)
  expect((await shop.regulars('add Anna --shop north')).exit).toBe(0)
  expect((await shop.regulars('add 陈静 --shop=南店')).exit).toBe(0)
  expect(await shop.json('list')).toEqual([])
  expect((await shop.json('list --shop north'))[0].name).toBe('Anna')
  expect((await shop.json('list --shop 南店', { env: { REGULARS_DB: 'elsewhere.db' } }))[0].name).toBe('陈静')
  expect((await shop.regulars('config get shops.north')).out).toBe(`${shop.folder}/north.db\n`)
  expect(await shop.regulars('list --shop nort')).toEqual({
    exit: 2,
    out: '',
    err:
      'regulars: No shop is called “nort” on this computer.\n  Did you mean north?   There are: north, 南店   To ' +
      'name another: regulars help config set\n',
  })
  expect((await shop.regulars('list --shop nort --lang zh')).err).toContain('没有叫“nort”的店')
  expect(await shop.regulars(`list --shop north --db ${shop.db}`)).toMatchObject({ exit: 2 })
  await shop.regulars('config unset shops.north')
  expect((await shop.regulars('list --shop north')).exit).toBe(2)
  expect(JSON.parse(readFileSync(join(shop.folder, 'config', 'config.json'), 'utf8'))).toEqual({
    shops: { 南店: `${shop.folder}/south.db` },
  })
})

test('config set where its file cannot be put: that file is named, and nothing is left beside it', async () => {
  const shop = await openShop()
  const file = join(shop.folder, 'config', 'config.json')
  mkdirSync(file, { recursive: true })
  const ran = await shop.regulars('config set user Li')
  expect([ran.exit, ran.out]).toEqual([2, ''])
  expect(ran.err).toContain(`${file} cannot be written.`)
  expect(readdirSync(join(shop.folder, 'config'))).toEqual(['config.json'])
})

test('--lang takes a language by its name, as config does', async () => {
  const shop = await openShop()
  for (const typed of ['zh', '中文', 'Chinese'])
    expect((await shop.regulars(['due', '--lang', typed])).out, typed).toContain('没有')
  expect((await shop.regulars(['due', '--lang', 'English'])).out).toContain('nothing due')
})
