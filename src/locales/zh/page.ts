import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const page: Words['page'] = {
  language: 'zh-Hans',
  count: grouped,
  colon: '：',
  reckoned: '怎么算的',
  shop: (name) => (name === '' ? '本店' : name),
  subtitle: ({ from, to }, asOf) => `${from} 到 ${to} · ${asOf} 制表`,
  only: (who) => `只看这些客户：${who}。不含散客。`,
  headline: {
    title: '总账',
    lines: ({ revenue, purchases, refunds, returns, walkIn, buyers, newBuyers, rates, balance, debtors, ages, credit, creditors }, { money, share }) => [
      {
        what: '营业额',
        figure: money(revenue),
        of: [
          `${grouped(purchases)} 笔${returns > 0 ? `；退了 ${grouped(returns)} 笔 ${money(refunds)}` : ''}`,
          walkIn !== null && walkIn.purchases > 0 && `散客 ${money(walkIn.revenue)}${walkIn.share === null ? '' : `，占 ${share(walkIn.share)}`}`,
        ],
      },
      {
        what: '买过的客户',
        figure: `${grouped(buyers)} 位`,
        of: [rates.repeatRate === null ? '没有人买' : `${grouped(rates.repeatBuyers)} 位来过 2 天以上，占 ${share(rates.repeatRate)}`],
      },
      { what: '新客', figure: `${grouped(newBuyers)} 位`, of: ['头一次买'] },
      {
        what: '流失',
        figure: rates.churnRate === null ? '-' : share(rates.churnRate),
        of: [rates.churnRate === null ? '期初没有活跃的客户' : `期初活跃 ${grouped(rates.buyersAtStart)} 位，流失 ${grouped(rates.lost)} 位`],
      },
      { what: '客户欠款', figure: money(balance), of: [`${grouped(debtors)} 位`, /[1-9]/.test(ages.days91) && `90 天以上 ${money(ages.days91)}`] },
      { what: '客户预存', figure: money(credit), of: [`${grouped(creditors)} 位`] },
    ],
    how: [
      ['营业额', '这段时间卖出多少，散客也算，没减退款。'],
      ['流失', '第一天活跃（买过、没流失）的人里，最后一天算流失的：按各人自己的节奏，超过 3 个间隔、也超过 90 天没来。'],
      ['欠款、预存', '最后一天收摊时的账。'],
    ],
    next: (flags) => ['和上一期比', `regulars report summary${flags}`],
  },
  months: {
    title: '每月营业额',
    customers: '熟客',
    walkIn: '散客',
    label: (rows) => `柱图：${rows} 个月，每月营业额`,
    month: (month) => `${Number(month.slice(5))}月`,
    heads: ['月份', '营业额', '其中散客', '退款', '熟客笔数', '买过的'],
    total: '合计',
    older: (count) => `更早的 ${grouped(count)} 个月：柱图和合计里都有`,
    cut: ({ from, to }, first, last) => `${[first && `头一个月从 ${from} 算起`, last && `最后一个月算到 ${to}`].filter(Boolean).join('，')}（颜色浅）。`,
    none: '这段时间没有卖出。',
    how: [
      ['营业额', '没作废的消费，记在买的那个月，退款前的数；退款记在退的那个月。'],
      ['熟客笔数、买过的', '只算有名有姓的客户，全退的不算。一个人几个月都来，每个月都算一次。'],
    ],
    next: (flags) => ['逐笔看', `regulars purchases${flags}`],
  },
  tiers: {
    title: '等级',
    label: '柱图：期初和期末 A 到 D 各有多少位',
    mix: (counts) => `A ${grouped(counts.A)}，B ${grouped(counts.B)}，C ${grouped(counts.C)}，D ${grouped(counts.D)}`,
    total: (count) => `${grouped(count)} 位`,
    moves: '从 ↓ 到 →',
    stay: '没变',
    moved: (up, down, same) => `升 ${grouped(up)} 位，降 ${grouped(down)} 位，没变 ${grouped(same)} 位。`,
    unsorted: (from) => `没有升降可说：${from} 以前还没排过级。`,
    none: '还没有客户。',
    how: [
      ['等级', '以最近一次排级或人工定的为准。升降：第一天的前一晚到最后一天，只看那时已在账上的客户。'],
      ['升', '往 A 走。A 常来、贡献高；B 常来、贡献低；C 不常来、贡献低；D 不常来但贡献高的，和没买过的。'],
    ],
    next: (flags) => ['是哪些人', `regulars list --tier A${flags}`],
  },
  pareto: {
    title: (measure) => (measure === 'sales' ? '钱是谁带来的' : '毛利是谁带来的'),
    label: '曲线：从带来最多的排起，多少客户带来多少',
    lead: ({ customersAt80, customers, shareOfCustomersAt80, gained, measure }, { money, share }) =>
      customersAt80 === null || shareOfCustomersAt80 === null
        ? ''
        : `${grouped(customers)} 位里的 ${grouped(customersAt80)} 位（${share(shareOfCustomersAt80)}）带来八成${measure === 'sales' ? '营业额' : '毛利'}，一共 ${money(gained)}。`,
    losing: (count) => `有 ${grouped(count)} 位是亏的：曲线到末尾往下走。`,
    axes: { customers: '客户', part: (measure) => (measure === 'sales' ? '营业额' : '毛利') },
    heads: ['排在前面的', '人数', '带来', '占'],
    none: '这段时间没有人买。',
    noProfit: '这段时间没有人带来毛利。',
    how: [['占', '带来钱的那些人一共带来多少，各占多少：这段时间买的，减去退的，知道进价的再减进价。从最多的排起。']],
    next: (flags) => ['每位占多少', `regulars report pareto${flags}`],
  },
  cohorts: {
    title: '新客留下多少',
    heads: ['头一次买', '新客'],
    after: '过了几个月，还有多少位来买',
    before: (hidden) => `更早的 ${grouped(hidden)} 个月没有列出。`,
    earlier: (count) => `另有 ${grouped(count)} 位记账以前就买过，不知道是哪个月来的。`,
    none: '这几个月没有新客。',
    how: [
      [
        '每一行',
        '同一个月头一次来买的人，过了几个月还有多少位来买。0 是头一个月，总是 100 %；最近一个月还没过完。颜色越深，回来的越多：最深是除头一个月外最多的。',
      ],
    ],
    next: (flags) => ['他们花了多少', `regulars report cohorts${flags}`],
  },
  stages: {
    title: '熟客程度',
    label: '柱图：各种熟客程度有多少位',
    total: (count, on) => `${on} 共 ${grouped(count)} 位`,
    none: '还没有客户。',
    how: [
      [
        '按自己的节奏',
        '来过三天以上的，取相邻两次相隔天数的中位数，不到三天的用全店的。流失：超过 3 个间隔、也超过 90 天没来；来得少了：超过 2 个间隔、也超过间隔加 7 天。',
      ],
      ['其余看来过几天', '新客 1-2，回头客 3-5，常客 6 以上；没买过：一次没买。'],
    ],
    next: (flags) => ['是哪些人', `regulars list --stage 来得少了${flags}`],
  },
  due: {
    title: '今天该联系',
    none: '今天没有要联系的。',
    waiting: (count) => `另有 ${grouped(count)} 位可以等：regulars due --all`,
    owes: '欠',
    how: [['该联系', '今天有缘由：约好回话、生日、道谢、很久没来、欠款、到了等级的联系间隔……按轻重、拖了多久、等级排先后。']],
    next: (id) => (id === null ? ['往后几天', 'regulars due --days 7'] : ['联系好了', `regulars done ${id} -n "…"`]),
  },
  footer: (version, asOf) => `regulars ${version} 于 ${asOf} 做成。上面有客户的名字：请像账本一样收好。`,
  written: (path, { from, to }, bytes, rehearsed) =>
    `${rehearsed ? '会写' : '已写'} ${path}：${from} 到 ${to}，${grouped(Math.ceil(bytes / 1024))} KB。里面有客户的名字，只有你能打开。`,
  open: '用浏览器打开，也可以从那里打印。',
}
