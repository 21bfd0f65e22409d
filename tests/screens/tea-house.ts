import { addDays } from '../../src/ledger/day.ts'
import { copied, openShop, type Shop } from '../shop.ts'

/** How somebody comes: from one day on, every so many days, so many times, for this. */
interface Visits {
  readonly of: string
  readonly from: string
  readonly every: number
  readonly times: number
  readonly amount: number
  readonly items: readonly string[]
}

const school = '北京市朝阳区和平里第四小学教工食堂采购科'
const prince = 'Maximilian-Alexander von Hohenzollern-Sigmaringen'
const uyghur = '阿不都热西提·买买提江'
const family = 'José Núñez 👨‍👩‍👧'

/** More customers, of whom there is nothing to tell but that they buy. */
const others = ['蔡明', '邓丽', '范冰', '龚雪', '韩梅梅', '江涛', '孔祥', '雷雨', '毛宁']

const roster: readonly (readonly string[])[] = [
  [
    ...[
      '2026-01-02',
      '王小明',
      '--phone',
      '13800138000',
      '--code',
      'V0012',
      '--called',
      '小明',
      '--birthday',
      'lunar:04-18',
    ],
    ...['--style', 'amiable', '--channel', 'wechat', '--wechat', 'wxm_tea', '--hours', '上午', '--tag', '老茶客'],
    ...['--tag', '竹叶青', '--set', '家里=两个女儿', '--set', 'hobby=钓鱼', '--source', '朋友介绍', '--potential', '4'],
  ],
  [
    ...['2026-01-02', '李秀兰', '--phone', '13981234567', '--birthday', 'lunar:10-19', '--channel', 'call'],
    ...['--source', '路过', '--style', 'expressive', '--credit', '72'],
  ],
  [
    ...[
      '2026-01-02',
      '赵国庆',
      '--phone',
      '13700000000',
      '--birthday',
      '1968-10-01',
      '--credit-limit',
      '2000',
      '--source',
      '路过',
    ],
    ...['--referred-by', '王小明'],
  ],
  ['2026-01-02', uyghur, '--phone', '13899990001', '--tag', '清真', '--style', 'driver', '--source', '抖音'],
  [
    ...[
      '2026-01-02',
      school,
      '--kind',
      'firm',
      '--phone',
      '01084211234',
      '--potential',
      '5',
      '--share',
      '40',
      '--keeper',
      '小周',
    ],
    ...['--source', '上门', '--credit-limit', '20000', '--note', '月底前开好发票，找教务处李老师签字'],
  ],
  [
    ...[
      '2026-01-02',
      prince,
      '--phone',
      '+4930901820',
      '--email',
      'maximilian@hohenzollern-sigmaringen.example',
      '--style',
    ],
    ...['analytical', '--tag', 'oolong', '--source', 'the hotel across the street'],
  ],
  [
    '2026-01-02',
    'Anna Becker',
    '--phone',
    '+4915112345678',
    '--birthday',
    '1988-11-24',
    '--referred-by',
    prince,
    '--tag',
    'oolong',
  ],
  [
    '2026-01-02',
    '茶🍵小妹',
    '--wechat',
    'tea_girl_2005',
    '--channel',
    'wechat',
    '--source',
    '抖音',
    '--birthday',
    '2005-11-19',
  ],
  ['2026-01-02', family, '--phone', '13611112222', '--style', 'expressive', '--referred-by', 'Anna Becker'],
  ['2026-01-02', '陈静', '--phone', '13612345678', '--style', 'analytical', '--referred-by', '李秀兰'],
  ['2026-01-02', '张伟', '--phone', '13500001111', '--source', '路过'],
  ['2026-01-02', '张伟', '--phone', '13500002222', '--company', '宏达贸易'],
  ['2026-01-02', '刘敏', '--phone', '13422223333', '--referred-by', '李秀兰'],
  ['2026-01-02', '周梅', '--phone', '13733334444', '--source', '路过'],
  ['2026-01-02', '吴刚', '--phone', '13844445555', '--keeper', '小周'],
  [
    '2026-01-02',
    '郑强',
    '--phone',
    '13955556666',
    '--code',
    '007',
    '--referred-by',
    '王小明',
    '--birthday',
    '1979-11-21',
  ],
  ['2026-01-02', '孙丽', '--phone', '13066667777', '--birthday', 'lunar:leap-06-01'],
  ['2026-11-17', '何芳', '--phone', '13177778888', '--source', '抖音'],
  ['2026-01-02', '钱多多', '--kind', 'reseller', '--phone', '13288889999', '--credit-limit', '5000', '--share', '70'],
  ['2026-01-02', '黄晓', '--kind', 'staff', '--phone', '13399990000'],
  ['2026-01-02', "Robert “Bob” O'Neill", '--phone', '13411110000', '--do-not-contact'],
  ['2026-01-02', '欧阳娜娜', '--phone', '13522221111', '--no-consent', 'call', '--consent', 'sms'],
  ['2026-01-02', '罗丹', '--phone', '13633332222'],
  ['2026-01-02', '马超', '--phone', '13744443333', '--source', '路过'],
  ...others.map((name, at) => ['2026-01-02', name, '--phone', `135${String(10_000_000 + at * 1_111_111)}`]),
  ['2026-01-02', '高霞', '--phone', '13855554444', '--style', 'driver'],
]

const visits: readonly Visits[] = [
  { of: '王小明', from: '2026-01-10', every: 9, times: 34, amount: 128, items: ['竹叶青 100g', '茉莉花 250g'] },
  { of: '李秀兰', from: '2026-02-01', every: 13, times: 22, amount: 60, items: ['茉莉花 250g'] },
  { of: '赵国庆', from: '2026-01-20', every: 9, times: 30, amount: 260, items: ['蒙顶甘露', '碧潭飘雪'] },
  { of: uyghur, from: '2026-03-05', every: 30, times: 9, amount: 320, items: ['茯砖', '盖碗'] },
  { of: school, from: '2026-01-05', every: 31, times: 10, amount: 4860, items: ['招待用茶 5 斤'] },
  {
    of: prince,
    from: '2026-04-01',
    every: 28,
    times: 8,
    amount: 455.5,
    items: ['Oriental Beauty oolong (hand-picked)'],
  },
  { of: 'Anna Becker', from: '2026-05-11', every: 17, times: 11, amount: 88, items: ['Oolong', 'Jasmine pearls'] },
  { of: '茶🍵小妹', from: '2026-08-01', every: 10, times: 11, amount: 18, items: ['奶茶🧋', '柠檬茶'] },
  { of: family, from: '2026-06-15', every: 41, times: 4, amount: 96, items: ['té verde'] },
  { of: '陈静', from: '2026-02-20', every: 24, times: 12, amount: 168, items: ['碧螺春', '紫砂壶'] },
  { of: 'phone:13500001111', from: '2026-09-01', every: 15, times: 5, amount: 45, items: ['茉莉花 250g'] },
  { of: 'phone:13500002222', from: '2026-03-12', every: 60, times: 4, amount: 880, items: ['礼盒'] },
  { of: '刘敏', from: '2026-07-07', every: 20, times: 7, amount: 75, items: ['菊花', '枸杞'] },
  { of: '周梅', from: '2026-01-03', every: 8, times: 12, amount: 52, items: ['茉莉花 250g'] },
  { of: '吴刚', from: '2026-05-05', every: 21, times: 7, amount: 138, items: ['铁观音'] },
  { of: '郑强', from: '2026-01-15', every: 11, times: 28, amount: 210, items: ['龙井', '竹叶青 100g'] },
  { of: '孙丽', from: '2026-08-20', every: 7, times: 13, amount: 38, items: ['下午茶'] },
  { of: '钱多多', from: '2026-02-10', every: 35, times: 8, amount: 1980, items: ['批发 龙井 2kg'] },
  { of: '黄晓', from: '2026-10-01', every: 20, times: 3, amount: 12, items: ['工作餐'] },
  { of: "Robert “Bob” O'Neill", from: '2026-09-09', every: 12, times: 5, amount: 33, items: ['Earl Grey'] },
  { of: '欧阳娜娜', from: '2026-10-20', every: 9, times: 3, amount: 108, items: ['白牡丹'] },
  { of: '罗丹', from: '2026-11-19', every: 1, times: 1, amount: 66, items: ['花茶'] },
  { of: '马超', from: '2026-01-08', every: 10, times: 8, amount: 90, items: ['普洱'] },
  { of: '马超', from: '2026-11-18', every: 1, times: 1, amount: 120, items: ['普洱'] },
  ...others.map((of, at) => ({
    of,
    from: addDays('2026-02-01', at * 17),
    every: 12 + at * 3,
    times: 2 + (at % 5),
    amount: 30 + at * 9,
    items: ['花茶'],
  })),
  { of: '高霞', from: '2026-06-01', every: 26, times: 6, amount: 155, items: ['金骏眉'] },
]

const walkIns = Array.from({ length: 26 }, (_, at) => ({
  on: addDays('2026-10-01', at * 2),
  amount: 20 + ((at * 7) % 40),
}))

/** What happened beside, on which day. */
const happened: readonly (readonly [day: string, ...words: string[]])[] = [
  ['2026-01-02', 'policy', 'set', 'points.earnPer', '1'],
  ['2026-01-02', 'policy', 'set', 'points.expireDays', '365'],
  ['2026-05-15', 'done', '王小明', '-n', '小女儿今年高考'],
  ['2026-09-14', 'buy', '赵国庆', '800', '礼盒', '-u'],
  ['2026-10-02', 'buy', '王小明', '320', '竹叶青 250g', '-u'],
  ['2026-10-12', 'buy', school, '3200', '会议用茶', '-u', '--due', '2026-11-10'],
  ['2026-10-31', 'buy', '赵国庆', '400', '蒙顶甘露 500g', '-u', '--method', '微信'],
  ['2026-11-12', 'buy', '钱多多', '1980', '批发 龙井 2kg', '-u'],
  ['2026-10-20', 'pay', '郑强', '500', '--bonus', '50', '--method', '微信'],
  ['2026-09-20', 'pass', 'sell', '孙丽', '10', '300', '下午茶'],
  ['2026-10-05', 'pass', 'use', '孙丽'],
  ['2026-10-15', 'pass', 'use', '孙丽'],
  ['2026-10-08', 'refund', '陈静', '60', '--reason', '茶叶受潮', '--fault', '供货商'],
  ['2026-11-03', 'refund', 'Anna Becker', '20', '--reason', 'tea bag torn', '--fault', 'shop'],
  ['2026-10-25', 'done', '李秀兰', '-c', 'call', '-n', '女儿生了，母子平安'],
  ['2026-10-26', 'done', '赵国庆', '-o', 'no-answer'],
  ['2026-11-01', 'done', 'Anna Becker', '-o', 'interested', '-n', 'the new oolong from Alishan'],
  ['2026-11-07', 'done', '王小明', '-c', 'wechat', '--next', '2026-11-21', '-n', '新茶到了告诉我'],
  ['2026-11-09', 'done', prince, '-c', 'email', '-o', 'sent', '--campaign', 'Autumn 2026', '--gift', 'sample of 10 g'],
  ['2026-11-10', 'done', '高霞', '--next', '2026-11-23', '-n', '周一给准信，要二十份伴手礼'],
  ['2026-11-11', 'done', '吴刚', '-o', 'declined', '-n', '搬家了'],
  ['2026-11-18', 'snooze', '吴刚', '2026-12-05'],
  ['2026-11-10', 'want', '欧阳娜娜', '明前白牡丹'],
  ['2026-11-13', 'want', '王小明', '明前龙井', '--until', '2027-04-30'],
  ['2026-11-20', 'arrived', '白牡丹'],
  [
    ...(['2026-11-12', 'complaint', 'open', '陈静', '茶叶受潮，有霉味，第二次了', '--severity', '严重'] as const),
    ...['--promise', '2026-11-18', '--handler', '小周', '--served', '小李', '--wants', '换货'],
  ],
  ['2026-09-02', 'complaint', 'open', '刘敏', '等了半小时', '--severity', '轻微'],
  ['2026-09-03', 'complaint', 'resolve', '1', '--remedy', 'apology'],
  ['2026-11-14', 'complaint', 'open', 'Anna Becker', 'Parking on Sundays', '--kind', 'suggestion'],
  ['2026-11-15', 'survey', '刘敏', '3', '--expected', '4'],
  ['2026-11-05', 'survey', '王小明', '5', '--expected', '4'],
  ['2026-11-05', 'survey', '李秀兰', '4', '--expected', '4'],
  ['2026-07-05', 'survey', '周梅', '5', '--expected', '5'],
  [
    '2026-11-16',
    'coupon',
    'give',
    '立冬',
    '--value',
    '10',
    '--min',
    '80',
    '--until',
    '2026-11-27',
    '--to',
    '郑强,陈静',
  ],
  ['2026-11-16', 'coupon', 'give', 'THANKS-FOR-COMING', '--percent', '15', '--to', `${prince},王小明`],
  ['2026-11-19', 'points', 'adjust', '郑强', '50', '--reason', '周日漏记'],
  ['2026-11-19', 'occasion', 'add', school, '2026-12-01', '续合同', '--every', 'year', '--ahead', '14'],
  ['2026-11-19', 'event', 'open', '品茶会', '2026-11-28', '-n', '自带杯子'],
  [
    '2026-11-19',
    'person',
    'add',
    school,
    '李老师',
    '--role',
    'decides',
    '--phone',
    '13911119999',
    '--birthday',
    '05-20',
  ],
  ['2026-11-19', 'person', 'add', school, '王师傅', '--role', 'uses'],
  ['2026-11-20', 'buy', '郑强', '210', '龙井', '--method', '预存'],
  ['2026-11-20', 'buy', '王小明', '88.5', '盖碗', '--cost', '40', '--method', '微信'],
  ['2026-11-20', 'buy', '散客', '45', '花茶'],
  ['2026-11-20', 'lost', '周梅', '--why', 'moved', '-n', '搬去成都了'],
  ['2026-11-21', 'buy', '散客', '26', '柠檬茶', '--method', '现金'],
  ['2026-11-21', 'buy', 'Anna Becker', '96', 'Oolong', '--method', 'card'],
]

/** A tea shop as it stands on Saturday 2026-11-21: some of everything a screen may have to show. */
export const teaHouse = copied(async (): Promise<Shop> => {
  const shop = await openShop('init --name 茶铺 --lang zh --margin 45%')
  const type = async (words: readonly string[], stdin = '') => {
    const { exit, err } = await shop.regulars(words, { stdin })
    if (exit !== 0) throw new Error(`${words.join(' ')}: ${err}`)
  }
  for (const [on, ...customer] of roster) await type(['add', ...customer, '--today', on ?? ''])
  await type(['import', 'purchases', '-', '--yes', '--no-classify'], sold())
  for (const day of ['2026-06-30', '2026-10-31']) await type(['classify', '--today', day])
  for (const [day, ...words] of [...happened].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)))
    await type([...words, '--today', day])
  await type(['classify'])
  return shop
})

/** The till’s list, day by day. */
function sold(): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const named = visits.flatMap(({ of, from, every, times, amount, items }) =>
    Array.from({ length: times }, (_, at) => {
      const item = items[at % items.length] ?? ''
      return [addDays(from, at * every), quoted(of), amount + ((at * 13) % 5), quoted(item)] as const
    }),
  )
  const nobody = walkIns.map(({ on, amount }) => [on, '散客', amount, '"花茶"'] as const)
  const rows = [...named, ...nobody].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
  return `日期,客户,金额,商品\n${rows.map((row) => row.join(',')).join('\n')}\n`
}
