import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { openShop } from '../shop.ts'

describe('a new ledger goes by where the shop is', () => {
  test.each([
    ['en_US.UTF-8', undefined, 'USD', 'US'],
    ['de_DE@euro', undefined, 'EUR', 'DE'],
    ['zh_Hant_TW.UTF-8', undefined, 'TWD', 'TW'],
    ['ja-JP', undefined, 'JPY', 'JP'],
    ['C.UTF-8', undefined, 'CNY', 'CN'],
    ['', undefined, 'CNY', 'CN'],
    ['en_US.UTF-8', '--region KW', 'KWD', 'KW'],
    ['C', '--timezone America/New_York', 'USD', 'US'],
    ['C', '--timezone Asia/Kolkata', 'INR', 'IN'],
    ['C', '--timezone UTC', 'CNY', 'CN'],
    ['en_GB.UTF-8', '--currency EUR', 'EUR', 'GB'],
  ])('locale %s, %s: %s, phones of %s', async (locale, flags, currency, region) => {
    const shop = await openShop(false)
    expect(await shop.json(`init ${flags ?? ''}`, { locale })).toMatchObject({ currency, region })
  })

  test('whatever makes it', async () => {
    const shop = await openShop(false)
    await shop.regulars('add "Joe Smith" --phone "(212) 555-0123"', { locale: 'en_US.UTF-8' })
    expect(await shop.json('show 1')).toMatchObject({ phone: '+12125550123' })
    expect((await shop.regulars('buy 1 5')).out).toContain('$5.00')
    expect((await (await openShop(false)).regulars('demo', { locale: 'en_US.UTF-8' })).out).toContain('¥')
  })

  test('a zone that is none is refused before anything is made', async () => {
    const shop = await openShop(false)
    expect(await shop.regulars('init --timezone Mars/Olympus')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('Not a time zone'),
    })
    expect(existsSync(shop.db)).toBe(false)
  })
})

describe('on a terminal init asks', () => {
  test('and Return takes what stands', async () => {
    const shop = await openShop(false)
    const ran = await shop.regulars('init', { keys: 'Tea House\n\n\n' })
    expect(ran.exit).toBe(0)
    expect(ran.err).toContain('What is the shop called?')
    expect(ran.err).toContain('Which currency? [CNY]')
    expect(ran.err).toContain('Which time zone? [Asia/Shanghai]')
    expect(ran.out).toContain('New ledger of Tea House')
    expect((await shop.json('policy show shop')).map(({ value }: { value: string }) => value)).toEqual([
      'Tea House',
      'CNY',
      'CN',
      'Asia/Shanghai',
      'en',
    ])
  })
  test('again where the answer cannot be read, and not for what was said', async () => {
    const shop = await openShop(false)
    const ran = await shop.regulars('init --name 茶铺 --lang zh', { keys: 'florins\nusd\nMars\neurope/berlin\n' })
    expect(ran.err).not.toContain('店名叫什么')
    expect(ran.err).toContain('没有这种货币：“florins”')
    expect(ran.err).toContain('没有这个时区：“Mars”')
    expect(ran.out).toContain('货币 USD，电话按 CN，日子按 Europe/Berlin')
  })
  test('and Ctrl-C is 130, nothing made', async () => {
    const shop = await openShop(false)
    expect(await shop.regulars('init', { keys: '\u0003' })).toMatchObject({ exit: 130 })
    expect(existsSync(shop.db)).toBe(false)
  })
})

describe('init on a ledger', () => {
  test('with nothing in it settles it anew', async () => {
    const shop = await openShop('init --currency USD --region US')
    const { uuid } = await shop.json('init --name Teahouse --dry-run')
    await shop.regulars('policy set shop.name Old')
    expect(await shop.json('init --name Teahouse --margin 40%')).toMatchObject({
      uuid,
      name: 'Teahouse',
      currency: 'CNY',
      region: 'CN',
      margin: 0.4,
    })
    expect((await shop.json('policy show shop'))[0]).toEqual({
      key: 'shop.name',
      value: 'Teahouse',
      default: 'Teahouse',
      changed: false,
    })
    await shop.regulars('add Wang')
    expect((await shop.regulars('buy 1 5')).out).toContain('¥5.00')
  })
  test.each(['add Wang', 'buy walk-in 5'])('with %s is refused', async (line) => {
    const shop = await openShop()
    await shop.regulars(line)
    expect(await shop.regulars('init --name Other')).toMatchObject({
      exit: 1,
      err:
        `regulars: There is a ledger already: ${shop.db}.\n  Its name, currency, zone … can be changed: regulars ` +
        'policy show shop\n',
    })
  })
})

describe('what init settled can be changed', () => {
  test('at any time, and taken back', async () => {
    const shop = await openShop('init --name Old')
    await shop.regulars('add Wang --phone 13800138000')
    await shop.regulars('buy 1 5 -u')
    expect((await shop.regulars('policy set shop.name "Tea House"')).out).toBe(
      'shop.name: Tea House (was Old)\nSlip? regulars undo   (change 3)\n',
    )
    expect((await shop.regulars('statement 1 --short')).out).toContain('your account at Tea House')
    expect((await shop.regulars('policy show shop')).out).toMatch(/\* shop\.name +Tea House .*\(default Old\)/)
    await shop.regulars('undo --yes')
    expect((await shop.regulars('statement 1 --short')).out).toContain('your account at Old')
    await shop.regulars('policy set shop.lang 中文')
    expect((await shop.regulars('due --quiet')).out).not.toContain('owes')
    await shop.regulars('policy set shop.region us --lang en')
    expect((await shop.regulars('add Joe --phone 2125550123 --lang en')).out).toContain('(212) 555-0123')
    await shop.regulars('policy set shop.timezone America/New_York')
    expect((await shop.json('buy 1 1')).on).toBe('2026-11-20')
    expect((await shop.json('policy reset shop.timezone')).reset).toEqual([
      { key: 'shop.timezone', value: 'Asia/Shanghai', was: 'America/New_York' },
    ])
    expect((await shop.json('policy reset --yes')).reset).toEqual([])
  })

  test('the currency while no money stands in the ledger', async () => {
    const shop = await openShop()
    await shop.regulars('add Wang')
    expect(await shop.json('policy set shop.currency usd')).toMatchObject({ value: 'USD', was: 'CNY', change: 2 })
    expect((await shop.regulars('buy 1 5')).out).toContain('$5.00')
    expect(await shop.regulars('policy set shop.currency EUR')).toEqual({
      exit: 1,
      out: '',
      err:
        'regulars: The currency cannot be changed while money stands in the ledger: 1 entry.\n  A ledger in ' +
        'another currency: regulars help init\n',
    })
    expect(await shop.regulars('undo 2 --yes')).toMatchObject({ exit: 1 })
    expect(await shop.regulars('policy reset shop.currency')).toMatchObject({ exit: 1 })
    await shop.regulars('undo 3 --yes')
    await shop.regulars('edit 1 --credit-limit 50')
    expect((await shop.regulars('policy set shop.currency EUR')).err).toContain('1 customer with amounts')
    await shop.regulars('edit 1 --credit-limit ""')
    expect((await shop.regulars('undo 2 --yes')).exit).toBe(0)
  })

  test.each([
    ['shop.timezone Mars/Olympus', 'Not a time zone: “Mars/Olympus”.'],
    ['shop.timezone +08:00', 'Not a time zone'],
    ['shop.currency florin', 'Not a currency: “florin”.'],
    ['shop.region XX', 'Not a region: “XX”.'],
    ['shop.lang fr', 'Not a shop.lang: “fr”.'],
  ])('%s is refused', async (typed, said) => {
    const shop = await openShop()
    expect(await shop.regulars(`policy set ${typed}`)).toMatchObject({ exit: 2, err: expect.stringContaining(said) })
  })

  test('it goes with the whole shop, and a bad one is refused there', async () => {
    const shop = await openShop('init --name Old')
    await shop.regulars('policy set shop.name New')
    const { out } = await shop.regulars('export all')
    const other = await openShop(false)
    await other.regulars('import all -', { stdin: out })
    expect((await other.json('policy show shop.name'))[0]).toMatchObject({ value: 'New' })
    expect((await other.regulars('export all')).out).toBe(out)
    const third = await openShop(false)
    for (const bad of [
      out.replace('"timezone":"Asia/Shanghai"', '"timezone":"Mars"'),
      out.replace('"currency":"CNY"', '"currency":"QQQ"'),
    ])
      expect((await third.regulars('import all -', { stdin: bad })).exit).not.toBe(0)
  })
})

describe('around the ledger', () => {
  test('a damaged config file is said, and not written over', async () => {
    const shop = await openShop()
    mkdirSync(`${shop.folder}/config`, { recursive: true })
    const file = `${shop.folder}/config/config.json`
    writeFileSync(file, '{bad')
    const ran = await shop.regulars('list --quiet')
    expect([ran.exit, ran.err]).toEqual([
      0,
      `regulars: ${file} cannot be read: what is settled there does not count.\n  Mend the file or delete it, ` +
        'then: regulars config list\n',
    ])
    expect((await shop.regulars('list --lang zh')).err).toContain('读不懂')
    expect(await shop.regulars('config set user li')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('cannot be read'),
    })
    expect(readFileSync(file, 'utf8')).toBe('{bad')
  })

  test('config set lang takes the names of languages', async () => {
    const shop = await openShop()
    expect(await shop.json('config set lang 中文')).toEqual({ key: 'lang', value: 'zh' })
    expect(await shop.json('config set lang English')).toEqual({ key: 'lang', value: 'en' })
  })

  test('backup to a stick that is not plugged in is refused', async () => {
    const shop = await openShop()
    for (const line of [
      `backup ${shop.folder}/usb`,
      `backup ${shop.folder}/usb --keep 8`,
      `backup ${shop.folder}/usb/`,
    ])
      expect(await shop.regulars(line)).toMatchObject({
        exit: 2,
        err: expect.stringMatching(/No such folder: .*usb.*\n {2}Is the disk plugged in\?/),
      })
    expect(existsSync(`${shop.folder}/usb`)).toBe(false)
    expect((await shop.regulars(`backup ${shop.folder}/usb.db`)).exit).toBe(0)
    mkdirSync(`${shop.folder}/usb`)
    expect((await shop.regulars(`backup ${shop.folder}/usb`)).exit).toBe(0)
  })

  test('demo --dry-run leaves nothing', async () => {
    const shop = await openShop(false)
    const before = readdirSync(shop.folder)
    expect((await shop.regulars('demo --dry-run')).exit).toBe(0)
    expect(readdirSync(shop.folder)).toEqual(before)
  })

  test('Ctrl-C and Ctrl-D at a question are 130', async () => {
    const shop = await openShop()
    await shop.regulars('add "Joe A"')
    await shop.regulars('add "Joe B"')
    for (const keys of ['\u0003', '\u0004']) {
      expect((await shop.regulars('undo', { keys })).exit).toBe(130)
      expect((await shop.regulars('show joe', { keys })).exit).toBe(130)
    }
  })

  test('a number that is none of the list is asked again', async () => {
    const shop = await openShop()
    await shop.regulars('add "Joe A"')
    await shop.regulars('add "Joe B"')
    expect((await shop.regulars('show joe', { keys: '7\nx\n2\n' })).out).toContain('Joe B #2')
    expect((await shop.regulars('show joe', { keys: '\n' })).exit).toBe(1)
  })

  test('no ledger can be made in a place that takes none: that is the file, not a fault of ours', async () => {
    const shop = await openShop()
    expect((await shop.regulars('init --db /proc/x/shop.db')).exit).toBe(4)
  })
})

test('what was begun and cut off before it said what it is, init founds', async () => {
  const shop = await openShop(false)
  const begun = await openStore(shop.db, 'create', {
    migrations: join(import.meta.dirname, '../../migrations/sqlite'),
    temporary: shop.folder,
  })
  await begun.close()
  expect((await shop.regulars('due')).exit).toBe(4)
  expect((await shop.regulars('init --name Teahouse --yes')).out).toContain('New ledger of Teahouse')
  await shop.json('add Anna')
  expect((await shop.regulars('init --name Other --yes')).exit).toBe(1)
})

test('the same command again is offered as it was typed', async () => {
  const shop = await openShop()
  await shop.regulars('add Wang --phone 13800138000')
  expect((await shop.regulars(['add', 'Li Na', '--phone', '13800138000'])).err).toContain(
    "regulars add 'Li Na' --phone 13800138000 --same-phone",
  )
  expect((await shop.regulars('undo 1')).err).toContain('To go ahead: regulars undo 1 --yes')
})

test('no hint of an error has a gap to be filled in a command', () => {
  const wanting: string[] = []
  for (const language of ['en', 'zh'])
    for (const name of ['errors', 'export']) {
      const text = readFileSync(new URL(`../../src/locales/${language}/${name}.ts`, import.meta.url), 'utf8')
      for (const [command] of text.matchAll(/regulars (?:[a-z-]+ ?)+[^'`]*/g))
        if (
          / (?:[A-Z]{3,}|…|文件夹|备份文件|姓名|客户|金额|文字|文件)(?= |$)/.test(
            command.split(/ {3}|[，。；（]/)[0] ?? '',
          )
        )
          wanting.push(command)
    }
  expect(wanting).toEqual([])
})
