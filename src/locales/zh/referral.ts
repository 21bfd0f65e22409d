import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const referral: Words['referral'] = {
  title: ({ from, to, referrers, referred }) =>
    `${from === null ? `到 ${to}` : `${from} 到 ${to}`}，${referrers === 0 ? '还没记过谁介绍谁来' : `${grouped(referrers)} 位介绍来 ${grouped(referred)} 位`}`,
  lines: ({ referrers, referred, referredBuyers, referredValue, spent }, { money, share }) =>
    referred === 0
      ? []
      : [
          ['介绍来的', grouped(referred), `介绍人 ${grouped(referrers)} 位`],
          ['其中买过', grouped(referredBuyers), `${grouped(referredBuyers)} / ${grouped(referred)} = ${share(referredBuyers / referred)}`],
          ['他们买了', money(referredValue), Number(spent) > 0 ? `占客户共买 ${money(spent)} 的 ${share(Number(referredValue) / Number(spent))}` : ''],
        ],
  top: '谁介绍来的人买得最多，其中几位买过',
  haveBought: ({ referred, referredBuyers }) => `${grouped(referredBuyers)} / ${grouped(referred)}`,
  brought: ({ referred, referredBuyers, referredValue, branch, branchValue }, { money }) =>
    `介绍 ${grouped(referred)} 位，${referredBuyers === 0 ? '还没买' : `${referredBuyers === referred ? '都' : `${grouped(referredBuyers)} 位`}买过：${money(referredValue)}`}${branch === referred ? '' : `；连他们介绍的共 ${grouped(branch)} 位：${money(branchValue)}`}`,
  treeHeads: ['客户', '买了', '介绍来的'],
  notYet: '还没买',
  above: '（见上）',
  explain: [
    '介绍来的：“介绍人”写着他的客户（add、edit 的 --referred-by），归档的不算。买过：这些天里有一笔没作废、没全退的消费。',
    '买了多少：这些天买的，扣掉退款退货。连他们介绍的：再往下介绍来的也加上。',
    '一段时间的介绍率在 regulars report rates。',
  ],
  next: ({ rows }, whole) => {
    if (rows[0]) return `谁介绍谁：regulars referrals   看一位：regulars show ${rows[0].customerId}   怎么算的：--explain`
    return whole ? '记上介绍人：regulars edit 陈静 --referred-by 李秀兰' : '看全部客户、所有日子：regulars report referrals'
  },
  nextOfTree: (rows) =>
    rows[0] ? `道声谢：regulars done ${rows[0].customerId} -n "…"   看数字：regulars report referrals` : '记上介绍人：regulars edit 陈静 --referred-by 李秀兰',
}
