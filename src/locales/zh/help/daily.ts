import type { CommandHelp } from '../../en/help.ts'

export const daily: Record<string, CommandHelp> = {
  buy: {
    does: '记一笔消费：不写 --paid、--unpaid 就是付清了。',
    examples: [
      'regulars buy 王小明 128 竹叶青',
      'regulars buy wxm 128+60-8 竹叶青 -u',
      'regulars buy 12 200 --paid 150 -i "礼盒 大"',
      'regulars buy 散客 45',
      'regulars buy - < 当天.txt',
    ],
    flags: {
      '--item': '买了什么（也可以直接写在金额后面）',
      '--cost': '进价',
      '--discount': '优惠了多少；金额写优惠后的',
      '--paid': '当场付了多少；余下先扣预存，不够的赊着',
      '--unpaid': '当场没付：全部赊账（有预存先扣）',
      '--due': '赊的约哪天付',
      '--ref': '小票号',
      '--method': '怎么付的：现金、微信……',
      '--over-limit': '超过赊账额度也记',
    },
    more: 'buy - 一行一笔：客户 金额 [物品]，名字里有空格就加引号；每行是一个改动。在终端里逐行问：u 撤回上一笔，回车结束。\n没加引号时，shell 把 # 后面当注释：写 12 或 id:12，不写 #12。已归档的客户要先恢复。',
  },
  refund: {
    does: '退货退款：先冲这一笔的欠款，其余当面退还。',
    examples: ['regulars refund 812', 'regulars refund 812 60 --reason 受潮 --fault 供货商', 'regulars refund wxm 60', 'regulars refund id:12 60 --credit'],
    flags: { '--reason': '为什么退', '--fault': '谁的责任', '--credit': '不退现钱，留作预存' },
    more: '光写数字是单号；客户写 id:12 或姓名，退最近一笔够退的消费。不写金额就全退。',
  },
  pay: {
    does: '收还款：先冲最早的欠款，多出来的记作预存。',
    examples: ['regulars pay wxm 300', 'regulars pay 12 500 --method 微信 --on 昨天', 'regulars pay 12 72 --out'],
    flags: { '--method': '怎么付的：现金、微信……', '--out': '反过来：把预存退给客户' },
  },
}
