import type { CommandHelp } from '../../command-help.ts'
import { details } from './details.ts'

export const daily: Record<string, CommandHelp> = {
  buy: {
    does: '记一笔消费：不写 --paid、--unpaid 就是付清了。',
    examples: [
      'regulars buy 王小明 128 竹叶青',
      'regulars buy wxm 128+60-8 竹叶青 -u',
      'regulars buy 12 200 --paid 150 -i "礼盒 大"',
      'regulars buy 12 88 --method 预存',
      'regulars buy 散客 45',
      'regulars buy - < 当天.txt',
      'regulars buy - --on 昨天 --rejects 没记上.txt < 当天.txt',
    ],
    flags: {
      '--item': '买了什么（也可以直接写在金额后面）',
      '--cost': '进价',
      '--discount': '优惠了多少；金额写优惠后的',
      '--paid': '当场付了多少；余下先扣预存，不够的赊着',
      '--unpaid': '当场没付：全部赊账（有预存先扣）',
      '--due': '赊的约哪天付',
      '--ref': '小票号',
      '--method': '怎么付的：现金、微信……；写 预存 就从预存里扣，不够就不记',
      '--coupon': '送给他的券，写券码',
      '--privilege': '按等级减百分之几（tier.A.privilegePercent …）',
      '--redeem': '用多少积分抵',
      '--rejects': '跟 buy - 一起用：没记上的行写到这个文件',
      '--over-limit': '超过赊账额度也记',
    },
    more:
      'buy - 一行一笔：客户 金额 [物品]，后面可以带 buy 的选项，名字里有空格就加引号，什么编码都认；从文件来的算一个改动。在终端里逐行问：u 撤回上一笔，回车结束。\n最后一个词写 赊 或 ' +
      '赊账，就是 --unpaid。横线、破折号开头的词不是物品。\n没加引号时，shell 把 # 后面当注释：写 12 或 id:12，不写 #12。收起的客户要先放回来。',
  },
  refund: {
    does: '退货退款：先冲这一笔的欠款，其余当面退还。',
    examples: [
      'regulars refund 812',
      'regulars refund 812 60 --reason 受潮 --fault 供货商',
      'regulars refund wxm 60',
      'regulars refund id:12 60 --credit',
    ],
    flags: { '--reason': '为什么退', '--fault': '谁的责任', '--credit': '不退现钱，留作预存' },
    more: '用赠送付的退回赠送。次卡最多退没用的那几次，退了就不能再用。\n光写数字是单号；客户写 id:12 或姓名，退最近一笔够退的消费。不写金额就全退。',
  },
  pay: {
    does: '收还款、充值：先冲最早的欠款，多出来的记作预存。',
    examples: [
      'regulars pay wxm 300',
      'regulars pay 12 500 --bonus 50 --method 微信',
      'regulars pay 12 72 --out',
      'regulars pay 12 72 --out --forfeit',
    ],
    flags: {
      '--method': '怎么付的：现金、微信……',
      '--bonus': '充值时店里另送多少',
      '--out': '反过来：把客户存的钱退给客户',
      '--forfeit': '跟 --out 一起用：剩下的赠送作废',
    },
    more: '不欠钱的人给的钱就是充值。用的时候先扣存的钱，再扣赠送；要反过来：regulars policy show credit',
  },
  due: {
    does: '今天该联系谁、为什么、说什么。只看，不改账本。',
    examples: [
      'regulars due',
      'regulars due --short',
      'regulars due --reason 约好回话,欠款未清 --all',
      'regulars due --tier A --keeper 小李',
      'regulars due --days 7',
      'regulars due --ids',
      'regulars due --quiet --exit-code && 发给店里',
    ],
    flags: {
      '--reason':
        '只要有这些缘由的：约好回话、投诉跟进、不满意、生日、想要的到了、新客问候、欢迎回来、谢谢惠顾、用得怎样、纪念日、有意向、该补货了、很久没来、欠款未清、该联系了、积分快到期、券快到期、问问满意度',
      '--tier': '只要这几等的客户',
      '--tag': '只要有这个标签的；写几个就要都有',
      '--limit': '最多几位（默认按规则 due.capacity）',
      '--all': '全都列，可以等的也列',
      '--days': '往后几天内到期的也列',
      '--short': '一位一行，好贴到微信里',
      '--exit-code': '没有要联系的，退出码是 1',
    },
    more: '最多列 due.capacity（12）位。约好回话的和当天生日的一定列；六个位置里留一个给拖得最久的。\n有哪些缘由、各占多重：regulars policy show due',
  },
  round: {
    does: '把今天该联系的人一张张翻过去：结果按一个键，马上记下。',
    examples: ['regulars round', 'regulars round --tier A', 'regulars round --keeper 小李 -l 10'],
    flags: {
      '--reason': '只看因为这些该联系的：regulars help due',
      '--limit': '最多几位（不写就按规则 due.capacity）',
      '--all': '该联系的全部，不只最要紧的',
    },
    more: '一张卡片先说正事，再说聊什么、怎么说、欠多少。Ctrl-C 什么也不会丢，再输入 round 就接着来；按 u 撤销上一个键。',
  },
  plan: {
    does: '往后七天，哪天联系谁：该促成的、该跟进的、该培养的。',
    examples: ['regulars plan', 'regulars plan --from 下周一 --capacity 8', 'regulars plan --format csv'],
    flags: { '--from': '七天从哪天起', '--capacity': '每天几位（不写就按 due.capacity）' },
    more: '促成：有兴趣、约好的、等的货到了。培养：D 级、新客、回头的。跟进：其余。约好的和生日排在当天；排不下的往后推。',
  },
  done: {
    does: '记一次联系：联系过的事就了结了。',
    examples: [
      'regulars done 12 -n "周三来取"',
      'regulars done 12 31 88 -o 已发 -c 微信',
      'regulars done 王小明 -o 没接',
      'regulars done 王小明 --next 周五 -n "问新茶价钱"',
      'regulars done 王小明 --in -n "要龙井"',
      'regulars done 31 --about 欠款未清',
    ],
    flags: {
      '--channel':
        '电话、微信、短信、邮件、信件、上门、到店、活动或其他（默认：客户喜欢的，没有就按 due.channel，客户不要的方式不用）',
      '--outcome': '联系上了、已发、没接、等我回话、有意向或不想被打扰（默认联系上了；--in 是等我回话）',
      '--about': '只为这几件事，用逗号隔开（默认：那天该联系的都算）',
      '--next': '约好下次联系的日子',
      '--in': '是客户来找的',
      '--gift': '送了什么',
      '--campaign': '属于哪次活动',
    },
    more: '“已发”不算了结约好的回话和欠款；客户问的，用原来的方式或更近的方式发出去就算答了。“没接”什么也不了结，当天不再列；连着第三次没接算联系上了。生日前聊过，就到生日当天再提，除非写 --about 生日。',
  },
  snooze: {
    does: '推迟：到那天之前不列这位客户。',
    examples: ['regulars snooze 12 3天', 'regulars snooze 王小明 下周一', 'regulars snooze 12 off'],
    more: '中间有约好的回话或生日，会提醒。',
  },
  want: {
    does: '记下客户想要什么、在等什么；不等了也记。',
    examples: [
      'regulars want 王小明 "大红袍 50g"',
      'regulars want 12 明前茶 --until 2027-04-30',
      'regulars want 王小明 off 大红袍',
    ],
    flags: { '--until': '等到哪天为止' },
    more: '到货了用 regulars arrived，等的人就上名单。',
  },
  arrived: {
    does: '到货了：在等的客户都上名单，A 级在前。',
    examples: ['regulars arrived 大红袍'],
    more: '想要的里面有这几个字就算。告诉了就下名单，最多列 14 天（规则 due.wanted.until）。',
  },
  wants: {
    does: '谁在等什么，等了多久。',
    examples: ['regulars wants', 'regulars wants --all'],
    flags: { '--all': '告诉过的、不等了的也列' },
  },
  add: {
    does: '添加客户。只有姓名必填。',
    examples: [
      'regulars add 王小明 --phone 13800138000',
      'regulars add 王小明 --birthday 农历四月十八 --tag 老茶客 --set 口味=清淡',
      'regulars add 绿叶公司 --kind 单位 --credit-limit 5000 --owes 320',
    ],
    flags: {
      ...details,
      '--joined': '什么时候成为客户（默认今天）',
      '--note': '备注',
    },
    more: '电话或卡号已有人用，就不收。还没有账本时会建一本。',
  },
  find: {
    does: '找客户：姓名、拼音、电话、卡号、微信、单位、标签、备注、地址、买过的、送过的、活动、退款原因等等。',
    examples: ['regulars find 王', 'regulars find 8000', 'regulars find 老茶客 下棋', 'regulars find wxm --ids'],
    flags: { '--archived': '收起的也要', '--everywhere': '账目很多时，消费和联系记录也翻一遍', '--limit': '最多几位' },
    more: '写几个词，就要每个都找得到。账目超过十万条时，先找客户自己的资料，找不到才翻消费和联系记录。',
  },
  show: {
    does: '和客户说话前该知道的，都在这里。',
    examples: [
      'regulars show 王小明',
      'regulars show wxm',
      'regulars show id:12',
      'regulars show 12 31',
      'regulars show 8000',
    ],
    more: '写客户可以用全名、名字的一部分、拼音或首字母、整个电话或后四位、卡号、号。要写得准：id:12 code:007 phone:13800138000 name:王小明。',
  },
}
