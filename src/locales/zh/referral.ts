import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const referral: Words['referral'] = {
  title: (days, brought) => `${days}，${brought}`,
  nobody: '还没记过谁介绍谁来',
  broughtBy: (referrers, referred) => `${grouped(referrers)} 位介绍来 ${grouped(referred)} 位`,
  brought: '介绍来的',
  by: (referrers) => `介绍人 ${grouped(referrers)} 位`,
  bought: '其中买过',
  boughtPart: (part, all, share) => `${grouped(part)} / ${grouped(all)} = ${share}`,
  value: '他们买了',
  valuePart: (spent, share) => `占客户共买 ${spent} 的 ${share}`,
  top: '谁介绍来的人买得最多，其中几位买过',
  haveBought: (bought, referred) => `${grouped(bought)} / ${grouped(referred)}`,
  tree: {
    heads: ['客户', '买了', '介绍来的'],
    notYet: '还没买',
    above: '（见上）',
    brought: (referred, bought) => `介绍 ${grouped(referred)} 位，${bought}`,
    noneBought: '还没买',
    allBought: (value) => `都买过：${value}`,
    someBought: (bought, value) => `${grouped(bought)} 位买过：${value}`,
    withTheirs: (brought, branch, value) => `${brought}；连他们介绍的共 ${grouped(branch)} 位：${value}`,
  },
  explain: [
    '介绍来的：“介绍人”写着他的客户（add、edit 的 --referred-by），归档的不算。买过：这些天里有一笔没作废、没全退的消费。',
    '买了多少：这些天买的，扣掉退款退货。连他们介绍的：再往下介绍来的也加上。',
    '一段时间的介绍率在 regulars report rates。',
  ],
  next: (id) => `谁介绍谁：regulars referrals   看一位：regulars show ${id}   怎么算的：--explain`,
  note: '记上介绍人：regulars edit 陈静 --referred-by 李秀兰',
  thank: (id) => `道声谢：regulars done ${id} -n "…"   看数字：regulars report referrals`,
}
