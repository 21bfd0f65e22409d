import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const goods: Words['goods'] = {
  items: {
    title: (days, count) => `${days} 卖了 ${grouped(count)} 样`,
    heads: ['物品', '卖了', '笔数', '客户', '上次'],
    nothing: '没有哪一笔写了买的是什么。',
    mixed: (purchases, money) => `一单几样的 ${grouped(purchases)} 笔 ${money}：每样多少钱没有记。`,
    unnamed: (purchases, money) => `没写买什么的 ${grouped(purchases)} 笔 ${money}。`,
    explain: [
      '物品：每笔写着的每一样，不带数量：“龙井 250g、茶杯 x2”是龙井和茶杯。作废的、全退的不算，散客算。',
      '卖了：只买这一样的那些笔，减去退款。笔数、客户：一单几样的也算。',
    ],
    next: (item) => `谁买过：regulars list --bought ${item}   怎么算的：--explain`,
  },
  returns: {
    title: (days, refunds, money) => `${days} 退了 ${grouped(refunds)} 笔 ${money}`,
    heads: ['', '', '笔数', '金额', '占'],
    by: { item: '物品', reason: '为什么', fault: '谁的责任' },
    notKnown: '没记',
    nothing: '没有退款。',
    rate: (share, sold) => `占这些天卖出 ${sold} 的 ${share}`,
    explain: [
      '这些天的退款退货，不管哪天买的，散客也算，作废的不算。占：占全部退款。',
      '物品：那一单只写一样的，就是那样；写了几样的，照原样写。',
    ],
    next: '下次记上原因：regulars refund 姓名 --reason 受潮 --fault 供货商   怎么算的：--explain',
    begin: '退款：regulars refund 姓名 60 --reason 受潮 --fault 供货商',
    everything: '看全部客户、所有日子：regulars report returns',
  },
  sources: {
    title: (days, added) => `${days} 的客户怎么来的：${grouped(added)} 位`,
    heads: ['来源', '来了', '买过', '花了', '还在', '占买过的'],
    notKnown: '没记',
    explain: [
      '来了：这些天加入的，不知道哪天加入的按记进账本的日子；收起的不算。买过：其中买过的。',
      '花了：历来消费，减去退款。还在：买过、没流失（regulars report stages --explain）。',
    ],
    next: (source) => `是哪些人：regulars list --source ${source}   怎么算的：--explain`,
    note: '记上来源：regulars edit 姓名 --source 路过',
  },
}
