import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

const on = (day: string) => ({ now: new Date(`${day}T02:00:00Z`) })

async function teahouse(...lines: string[]): Promise<Shop> {
  const shop = await openShop()
  for (const line of [
    'policy set points.earnPer 1',
    'policy set points.worth 0.05',
    'add 王小明 --wechat wxm',
    ...lines,
  ])
    await shop.json(line)
  return shop
}

const held = async (shop: Shop, who = 1) => (await shop.json(`points show ${who}`)).points

test('no points are kept after a refund, whoever gave it back and however', async () => {
  const shop = await teahouse()
  const { id } = await shop.json('buy 1 100')
  await shop.json(`refund ${id} 40`)
  expect(await held(shop)).toBe(60)
  await shop.json(`refund ${id}`)
  expect(await held(shop)).toBe(0)
  const other = await shop.json('buy 1 100')
  await shop.json(`fix ${other.id} 30`)
  expect(await held(shop)).toBe(30)
  const [{ id: fixed }] = await shop.json('purchases 1')
  await shop.json(`void ${fixed}`)
  expect(await held(shop)).toBe(0)
  const third = await shop.json('buy 1 100')
  const complaint = await shop.json('complaint open 1 damp')
  await shop.json(`complaint resolve ${complaint.id} --remedy refund --refund ${third.id}`)
  expect(await held(shop)).toBe(0)
})

test('nobody with an open complaint is greeted, wished well or sold anything, by due or by a message', async () => {
  const shop = await teahouse(
    'edit 1 --birthday 11-22',
    'buy 1 500',
    'coupon give SPRING --value 10 --until 2026-11-26 --to 1',
  )
  await shop.json('complaint open 1 damp')
  const next = on('2026-11-22')
  const rows: { customerId: number; reasons: { reason: string }[] }[] = (await shop.json('due --all', next)).rows
  expect(rows.flatMap(({ reasons }) => reasons.map(({ reason }) => reason))).toEqual(['complaint'])
  for (const template of ['birthday', 'thanks', 'coupon', 'greeting', 'new-arrival', 'risen'])
    expect(await shop.json(`message ${template} --to 1`, next), template).toMatchObject({
      messages: [],
      leftOut: [{ why: 'complaint' }],
    })
})

test('points are redeemed in part: as many as asked for, never the whole balance or more than the price', async () => {
  const shop = await teahouse('buy 1 400')
  expect(await shop.json('buy 1 20 --redeem 100')).toMatchObject({ amount: '15.00', redeemed: 100 })
  expect(await held(shop)).toBe(400 - 100 + 15)
  expect((await shop.regulars('buy 1 2 --redeem 300')).err).toContain('At most: --redeem 40')
  await shop.json('points redeem 1 5 -n cup')
  expect(await held(shop)).toBe(310)
})

test('a merge of two who have everything is taken back, content for content', async () => {
  const lines = [
    'add 小王 --phone 13800138000 --birthday 05-06 --tag a --note hi --code V7 --referred-by 1',
    'policy set referral.reward credit:10',
    'policy set referral.rewardNew 30',
    'buy 2 200 tea',
    'buy 1 100 -u',
    'pass sell 2 5 300',
    'pass use 2',
    'pay 2 50 --bonus 5',
    'points adjust 1 40 --reason gift',
    'coupon give SPRING --value 10 --to 1,2',
    'buy 2 60 --coupon SPRING --redeem 20',
    'complaint open 2 damp',
    'complaint step 1 2',
    'survey 2 3',
    'want 2 龙井',
    'occasion add 2 2027-03-01 wedding',
    'person add 2 Ann --role pays',
    'done 2 --gift tea',
    'lost 2 --why moved',
    'classify',
  ]
  const shop = await teahouse(...lines)
  const content = async () =>
    (await shop.regulars('export all')).out.split('\n').filter((line) => !line.includes('"ledger"'))
  const was = await content()
  await shop.json('merge 2 --into 1 --yes')
  expect(await content()).not.toEqual(was)
  expect((await shop.json('show V7')).id).toBe(1)
  expect((await shop.json('report points')).points).toBeGreaterThan(0)
  expect((await shop.regulars('undo --yes')).exit).toBe(0)
  expect(await content()).toEqual(was)
})

test('whoever is forgotten is in no file of the folder: complaints, surveys, wishes, messages, payers', async () => {
  const secret = { name: '欧阳赛凤', phone: '13912345678', nick: '春风十里柳', openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' }
  const shop = await teahouse()
  for (const line of [
    ['add', secret.name, '--phone', secret.phone, '--wechat', secret.nick],
    ['complaint', 'open', '2', `${secret.name}说茶受潮`, '--served', 'li', '--wants', `换给${secret.name}`],
    ['complaint', 'step', '1', '2', '-n', `${secret.name}好了`],
    ['want', '2', `${secret.name}要龙井`],
    ['occasion', 'add', '2', '2027-03-01', `${secret.name}婚礼`],
    ['event', 'open', '春茶会', '2026-12-01'],
    ['event', 'came', '春茶会', '2', '--on', '2026-11-21'],
    ['person', 'add', '2', '张经理', '--phone', '13700000001'],
    ['note', '2', `${secret.phone}是旧号`],
    ['points', 'adjust', '2', '50', '--reason', `给${secret.name}`],
    ['coupon', 'give', 'SPRING', '--value', '5', '--to', '2'],
    ['buy', '2', '60', '--coupon', 'SPRING'],
    ['lost', '2', '--why', 'moved', '-n', `${secret.name}搬家`],
  ])
    await shop.json(line)
  await shop.json('import surveys -', {
    stdin: `customer,on,perceived,comment\n${secret.name},2026-11-20,3,${secret.name}说行\n`,
  })
  await shop.json('complaint resolve 1 --remedy apology')
  await shop.json('message greeting --to 2 --log')
  await shop.regulars(['payer', 'link', `wechat:${secret.nick}`, '2'])
  expect((await shop.regulars('forget 2 --yes')).exit).toBe(0)
  const folder = dirname(shop.db)
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())) {
    const bytes = readFileSync(join(name.parentPath, name.name))
    for (const [what, text] of Object.entries(secret))
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect(bytes.includes(Buffer.from(text, encoding)), `${what} in ${name.name}`).toBe(false)
  }
  expect((await shop.json('report points')).points).toBe(50 + 55)
})

test('what the shop owes in points is seen: in the report, in show, and what could not be taken back', async () => {
  const shop = await teahouse('buy 1 400')
  expect(await shop.json('report points')).toMatchObject({ customers: 1, points: 400, worth: '20.00' })
  expect((await shop.regulars('report points --lang zh')).out).toContain('¥20.00')
  expect((await shop.regulars('show 1')).out).toContain('400 points (¥20.00)')
  await shop.json('points redeem 1 300')
  await shop.json('refund 1 400')
  expect(await shop.json('report points')).toMatchObject({ points: 0, shortfall: 300 })
})

test('nobody is written to too often: twice a day, within the gap, or more than so many times a month', async () => {
  const shop = await teahouse('policy set message.most 2', 'policy set due.minGap 3')
  const wrote: string[] = []
  for (let day = 1; day <= 28; day++) {
    const date = `2027-01-${String(day).padStart(2, '0')}`
    for (const campaign of ['a', 'b']) {
      const sent = await shop.json(`message greeting --to 1 --log --campaign ${campaign}${day}`, on(date))
      if (sent.messages.length > 0) wrote.push(date)
    }
  }
  expect(wrote).toEqual(['2027-01-01', '2027-01-04'])
})
