import { expect, test } from 'vitest'
import { verbs } from '../../src/program/tree.ts'
import { copied, type Shop } from '../shop.ts'
import { richShop } from './rich-shop.ts'

/**
 * Every field of every JSON shape that scripts are promised: its name, its type, and null where nothing is known. More
 * may be there; nothing promised may be missing.
 */
const kinds = {
  int: (value: unknown) => Number.isSafeInteger(value),
  number: (value: unknown) => typeof value === 'number' && Number.isFinite(value),
  text: (value: unknown) => typeof value === 'string',
  flag: (value: unknown) => typeof value === 'boolean',
  day: (value: unknown) => /^\d{4}-\d{2}-\d{2}$/.test(String(value)),
  money: (value: unknown) => typeof value === 'string' && /^-?\d+\.\d{2}$/.test(value),
  phone: (value: unknown) => /^\+\d{7,15}$/.test(String(value)),
  instant: (value: unknown) => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(String(value)),
  object: (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value),
  list: (value: unknown) => Array.isArray(value),
  tier: (value: unknown) => /^[ABCD]$/.test(String(value)),
  stage: (value: unknown) => /^(prospect|exploring|forming|stable|declining|lost)$/.test(String(value)),
}

type Kind = keyof typeof kinds
/** `text?` may be null; `[Shape]` is an array of such. */
type Shape = Kind | `${Kind}?` | readonly [Shape] | { readonly [key: string]: Shape }

/** What does not fit, by its path. */
function misfits(value: unknown, shape: Shape, path = ''): string[] {
  if (typeof shape === 'string') {
    const kind = shape.replace('?', '') as Kind
    const fits = (shape.endsWith('?') && value === null) || kinds[kind](value)
    return fits ? [] : [`${path}: ${JSON.stringify(value)} is not ${shape}`]
  }
  if (isListShape(shape)) {
    if (!Array.isArray(value)) return [`${path}: not an array`]
    return value.flatMap((one, at) => misfits(one, shape[0], `${path}[${at}]`))
  }
  if (!kinds.object(value)) return [`${path}: not an object`]
  return Object.entries(shape).flatMap(([key, inner]) =>
    Object.hasOwn(value as object, key)
      ? misfits((value as Record<string, unknown>)[key], inner, `${path}.${key}`)
      : [`${path}.${key} is missing`],
  )
}

const isListShape = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape)

const customer = {
  id: 'int',
  name: 'text',
  called: 'text?',
  code: 'text?',
  kind: 'text',
  phone: 'phone?',
  email: 'text?',
  wechat: 'text?',
  company: 'text?',
  address: 'text?',
  birthday: 'text?',
  joinedOn: 'day?',
  source: 'text?',
  referredBy: 'int?',
  tags: ['text'],
  facts: 'object',
  keeper: 'text?',
  style: 'text?',
  potential: 'int?',
  walletShare: 'number?',
  channel: 'text?',
  hours: 'text?',
  consent: 'object',
  opening: 'object?',
  tier: 'tier?',
  stage: 'stage?',
  purchases: 'int',
  spent: 'money',
  profit: 'money',
  balance: 'money',
  creditLimit: 'money?',
  points: 'int',
  lastPurchaseOn: 'day?',
  lastContactOn: 'day?',
  doNotContact: 'flag',
  archived: 'flag',
  notes: 'text?',
  relation: 'text?',
  creditBonus: 'money',
  passVisits: 'int',
  persons: 'list',
  loyalty: { signs: 'int', known: 'int', high: 'flag' },
} as const satisfies Shape

const purchase = {
  id: 'int',
  kind: 'text',
  customerId: 'int?',
  on: 'day',
  amount: 'money',
  cost: 'money?',
  discount: 'money?',
  item: 'text?',
  ref: 'text?',
  method: 'text?',
  paid: 'money',
  refunded: 'money',
  due: 'day?',
  by: 'text',
  void: 'flag',
  payer: 'text?',
  source: 'text?',
  pass: 'int?',
  coupon: 'text?',
  redeemed: 'int?',
  reason: 'text?',
  fault: 'text?',
} as const satisfies Shape

const refund = { id: 'int', kind: 'text', customerId: 'int?', on: 'day', amount: 'money' } as const satisfies Shape

const contact = {
  id: 'int',
  customerId: 'int',
  on: 'day',
  direction: 'text',
  channel: 'text',
  outcome: 'text',
  about: 'list?',
  note: 'text?',
  nextOn: 'day?',
  campaign: 'text?',
  gift: 'text?',
  by: 'text',
} as const satisfies Shape

const reasons = [{ reason: 'text', dueOn: 'day', daysOverdue: 'int', detail: 'object' }] as const satisfies Shape

const rates = {
  from: 'day',
  to: 'day',
  buyersAtStart: 'int',
  lost: 'int',
  churnRate: 'number?',
  retentionRate: 'number?',
  new: 'int',
  regained: 'int',
  buyers: 'int',
  repeatBuyers: 'int',
  repeatRate: 'number?',
  referrers: 'int',
  referralRate: 'number?',
} as const satisfies Shape

const event = { event: 'text', on: 'day', invited: 'int', came: 'int', boughtWithin30: 'int' } as const satisfies Shape

const want = {
  id: 'int',
  customerId: 'int',
  name: 'text',
  tier: 'tier',
  text: 'text',
  since: 'day',
  days: 'int',
  arrivedOn: 'day?',
  toldOn: 'day?',
} as const satisfies Shape

const complaint = {
  id: 'int',
  customerId: 'int',
  name: 'text',
  what: 'text',
  openedOn: 'day',
  promisedOn: 'day?',
  resolvedOn: 'day?',
  remedy: 'text?',
  cost: 'money?',
  steps: 'list',
} as const satisfies Shape

const person = { id: 'int', name: 'text', role: 'text?', phone: 'phone?', birthday: 'text?', style: 'text?' } as const

/** What each command that reads is promised to say. */
const read: Readonly<Record<string, Shape>> = {
  list: [customer],
  'list --archived': [customer],
  'find 王': [customer],
  purchases: [refund],
  'purchases --on 2026-07-01': [purchase],
  contacts: [contact],
  'due --all': {
    asOf: 'day',
    total: 'int',
    shown: 'int',
    waiting: 'int',
    snoozed: 'int',
    classifiedOn: 'day?',
    currency: 'text',
    festivals: [{ festival: 'text', on: 'day', tiers: 'list', customers: 'int', greeted: 'int' }],
    events: [{ event: 'text', on: 'day', invited: 'int' }],
    rows: [
      {
        customerId: 'int',
        name: 'text',
        called: 'text?',
        code: 'text?',
        phone: 'phone?',
        wechat: 'text?',
        channel: 'text?',
        hours: 'text?',
        tier: 'tier',
        stage: 'stage',
        score: 'number',
        tags: ['text'],
        style: 'text?',
        balance: 'money',
        reasons,
        lastPurchase: 'object?',
        lastContact: 'object?',
      },
    ],
  },
  'why 007': { customer: 'object', tier: 'object', stage: 'object', reasons: 'list' },
  balances: [
    {
      customerId: 'int',
      name: 'text',
      phone: 'phone?',
      balance: 'money',
      oldestOn: 'day?',
      days0: 'money',
      days31: 'money',
      days61: 'money',
      days91: 'money',
      lastReminderOn: 'day?',
    },
  ],
  'birthdays --days 366': [
    { customerId: 'int', name: 'text', birthday: 'text', on: 'day', daysAway: 'int', age: 'int?' },
  ],
  'complaint list --all': [complaint],
  referrals: [{ customerId: 'int', name: 'text', referred: 'int', referredValue: 'money' }],
  log: [{ change: 'int', at: 'instant', by: 'text', command: 'text', facts: 'object', undoneBy: 'int?' }],
  plan: {
    from: 'day',
    to: 'day',
    capacity: 'int',
    days: [{ on: 'day', rows: [{ customerId: 'int', name: 'text', group: 'text', reasons }] }],
    goals: [{ group: 'text', due: 'int', planned: 'int' }],
    lastWeek: [{ group: 'text', due: 'int', done: 'int', late: 'int', never: 'int' }],
  },
  'wants --all': [want],
  'payer list': [
    { key: 'text', name: 'text?', purchases: 'int', amount: 'money', firstOn: 'day', lastOn: 'day', likely: 'list' },
  ],
  'import formats': [{ name: 'text', title: 'text', kind: 'text', service: 'text?', from: 'text' }],
  'points show 王小芳': {
    customerId: 'int',
    points: 'int',
    worth: 'money',
    expiring: [{ on: 'day', points: 'int' }],
    entries: [{ id: 'int', on: 'day', points: 'int', why: 'text', entryId: 'int?' }],
  },
  'coupon list': [
    {
      code: 'text',
      value: 'money?',
      percent: 'number?',
      min: 'money?',
      until: 'day?',
      given: 'int',
      used: 'int',
      uses: 'int?',
      revenue: 'money',
    },
  ],
  'pass list': [
    {
      id: 'int',
      customerId: 'int',
      name: 'text',
      item: 'text?',
      visits: 'int',
      used: 'int',
      left: 'int',
      soldOn: 'day',
      until: 'day?',
      amount: 'money',
    },
  ],
  'event list': [event],
  'person list 王小芳': [person],
  'report summary': {
    from: 'day',
    to: 'day',
    currency: 'text',
    revenue: 'money',
    profit: 'money',
    refunds: 'money',
    buyers: 'int',
    newBuyers: 'int',
    balance: 'money',
    credit: 'money',
    tiers: { A: 'int', B: 'int', C: 'int', D: 'int' },
    stages: { prospect: 'int', exploring: 'int', forming: 'int', stable: 'int', declining: 'int', lost: 'int' },
    rates,
  },
  'report rates': rates,
  'report rates --by month': [rates],
  'report stages': {
    asOf: 'day',
    shopGap: 'number',
    counts: { prospect: 'int', exploring: 'int', forming: 'int', stable: 'int', declining: 'int', lost: 'int' },
  },
  'report rfm': [
    {
      customerId: 'int',
      name: 'text',
      recencyDays: 'int',
      transactions: 'int',
      amount: 'money',
      recencyScore: 'int',
      frequencyScore: 'int',
      monetaryScore: 'int',
      rfmScore: 'int',
      segment: 'text',
    },
  ],
  'report pareto': {
    customers: 'int',
    profit: 'money',
    shareOfCustomersAt80: 'number?',
    rows: [{ customerId: 'int', name: 'text', profit: 'money', share: 'number', cumulativeShare: 'number' }],
  },
  'report cohorts': [{ cohort: 'text', customers: 'int', months: [{ month: 'int', active: 'int', revenue: 'money' }] }],
  'report satisfaction': [{ customerId: 'int', name: 'text', c: 'number', level: 'text', on: 'day' }],
  'report day --on 2026-11-21': {
    on: 'day',
    currency: 'text',
    sales: 'int',
    revenue: 'money',
    byMethod: [{ method: 'text?', count: 'int', amount: 'money' }],
    refunds: 'money',
    payments: 'money',
    topUps: 'money',
    bonus: 'money',
    unpaid: 'money',
    fromCredit: 'money',
  },
  'report items': [{ item: 'text', purchases: 'int', customers: 'int', amount: 'money', lastOn: 'day' }],
  'report returns': {
    from: 'day?',
    to: 'day',
    rows: [{ by: 'text', value: 'text?', refunds: 'int', amount: 'money', share: 'number' }],
  },
  'report sources': [{ source: 'text?', added: 'int', bought: 'int', spent: 'money', active: 'int' }],
  'report campaigns': [
    {
      campaign: 'text',
      on: 'day',
      reached: 'int',
      bought: 'int',
      amount: 'money',
      heldOut: 'int',
      heldOutBought: 'int',
      heldOutAmount: 'money',
      days: 'int',
    },
  ],
  'report events': [{ ...event, amount: 'money' }],
  'report losses': { from: 'day', to: 'day', lost: 'list', cameAndWent: 'list' },
}

/** What each command that changes something is promised to say, beside the number of its change. */
const written: Readonly<Record<string, Shape>> = {
  'add 新人 --phone 13900000009': customer,
  'edit 新人 --hours mornings': customer,
  'buy 王小芳 20 茶 --cost 8': purchase,
  'refund 王小芳 5': { ...refund, balance: 'money' },
  'pay 王芳 5': { ...refund, balance: 'money' },
  'done 王小芳 007 -n hello': [contact],
  'want 王小芳 白茶': want,
  classify: {
    asOf: 'day',
    method: 'text',
    thresholds: { turnover: 'int', profit: 'money?' },
    counts: { A: 'int', B: 'int', C: 'int', D: 'int' },
    changes: [{ customerId: 'int', name: 'text', from: 'tier?', to: 'tier?', why: 'object' }],
  },
  'payer link wechat:春风十里 王小芳': { key: 'text', customerId: 'int', purchases: 'int', amount: 'money' },
  'complaint open 007 wet': complaint,
  'complaint step 2 1': complaint,
  'complaint resolve 2 --remedy apology': complaint,
}

const bill = [
  '微信支付账单明细',
  '----------------------微信支付账单明细列表--------------------',
  '交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注',
  '2026-11-20 10:00:00,二维码收款,春风十里,/,收入,¥12.00,零钱,已收钱,1001,/,/',
  '',
].join('\n')

const shopOfAll = copied(async (): Promise<Shop> => {
  const shop = await richShop()
  const lines = [
    'policy set points.earnPer 1',
    'policy set points.expireDays 20',
    'buy 王小芳 88 茶',
    'complaint open 王小芳 cold --promise 3d',
    'survey 王小芳 3',
    'want 王小芳 龙井',
    'coupon give C10 --value 10 --to 王小芳',
    'coupon give P5 --percent 5 --until 30d --to 王芳',
    'buy 王小芳 50 --coupon C10 --redeem 5',
    'pass sell 王小芳 10 300 haircut',
    'pass use 王小芳',
    'person add 王小芳 老板 --role decides',
    'add 小李 --kind staff',
    'add 赵六 --referred-by 王小芳',
    'event open 秋茶会 2026-11-01',
    'refund 王小芳 1 --reason stale --fault shop',
  ]
  for (const line of lines) {
    const ran = await shop.regulars(line)
    expect(`${ran.exit} ${ran.err}`, line).toMatch(/^0/)
  }
  const ran = await shop.regulars('import -', { stdin: bill })
  expect(`${ran.exit} ${ran.err}`, 'bill').toMatch(/^0/)
  return shop
})

test('what is read says every field it promises, of the type it promises', async () => {
  const shop = await shopOfAll()
  for (const [line, shape] of Object.entries(read)) {
    const said = await shop.json(line)
    expect(misfits(said, shape), line).toEqual([])
    // A shape held by nothing would hold of anything.
    const rows = Array.isArray(said) ? said : []
    if (isListShape(shape)) expect(rows.length, line).toBeGreaterThan(0)
  }
  const staff = (await shop.json('list')).find(({ kind }: { kind: string }) => kind === 'staff')
  expect(staff).toMatchObject({ tier: null, stage: null })
})

test('what changes something says its fields, the number of its change, and dryRun of a dry run', async () => {
  const shop = await shopOfAll()
  for (const [line, shape] of Object.entries(written)) {
    const dry = await shop.json(`${line} --dry-run`)
    const said = await shop.json(line)
    expect(misfits(said, shape), line).toEqual([])
    for (const one of [said].flat()) expect(one.change, line).toEqual(expect.any(Number))
    for (const one of [dry].flat()) expect({ dryRun: one.dryRun, change: one.change }, line).toEqual(dryRun)
  }
  expect(misfits(await shop.json('undo --yes'), { change: 'int', undone: 'int', kept: 'list' })).toEqual([])
  const report = await shop
    .json('import customers -', { stdin: 'name,skin\n王五,blue\n,red\n' })
    .catch((error) => error)
  expect(String(report)).toContain('exit 3')
})

const dryRun = { dryRun: true, change: null }

test('an import says of every row what became of it', async () => {
  const shop = await shopOfAll()
  const { exit, out } = await shop.regulars('import customers - --json', {
    stdin: 'name,phone,skin\n王五,,blue\n赵六,12,red\n合计,,\n',
  })
  expect(exit).toBe(3)
  const misfitting = misfits(JSON.parse(out), {
    change: 'int',
    file: 'text',
    format: 'text?',
    encoding: 'text',
    delimiter: 'text?',
    columns: 'object',
    unknownColumns: ['text'],
    rows: 'int',
    created: 'int',
    updated: 'int',
    unchanged: 'int',
    skipped: [{ reason: 'text', rows: 'int', sum: 'money?' }],
    rejected: 'int',
    warnings: [{ code: 'text', message: 'text', rows: 'int', lines: 'list' }],
    dryRun: 'flag',
    errors: [{ line: 'int', field: 'text', value: 'text', code: 'text', message: 'text' }],
  })
  expect(misfitting).toEqual([])
})

test('what JSON says of a row can be asked for as a column', async () => {
  const shop = await shopOfAll()
  for (const line of [
    'list',
    'purchases --on 2026-07-01',
    'contacts',
    'balances',
    'birthdays',
    'wants',
    'coupon list',
    'pass list',
    'event list',
    'log',
    'report rfm',
    'report items',
    'report sources',
    'report satisfaction',
    'report campaigns',
    'payer list',
  ]) {
    const [row] = await shop.json(line)
    const plain = Object.entries(row ?? {}).filter(([, value]) => typeof value !== 'object')
    const { columns = {} } = (await verbs[line.split(' --')[0] ?? '']?.())?.verb.screen ?? {}
    expect(
      plain.map(([key]) => key).filter((key) => !Object.hasOwn(columns, key)),
      line,
    ).toEqual([])
  }
})
