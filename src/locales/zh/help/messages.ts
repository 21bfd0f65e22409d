import type { CommandHelp } from '../../command-help.ts'
import { sifting } from './customers.ts'

/** Nobody archived is written to. */
const { '--archived': _, ...whom } = sifting

/** What `message`, `occasion` and `event` are for. */
export const messages: Record<string, CommandHelp> = {
  message: {
    does: '写好要发给客户的话，可以直接复制；不该发的自动留下。它自己从不发送。',
    examples: [
      'regulars message 生日 --to due',
      'regulars message 中秋 --tier A,B --next',
      'regulars message 新品 --bought 乌龙 --hold-out 10 --log',
      'regulars message 邀请 --event 品茶会 --group 乌龙客 --channel 短信 --format csv',
      'regulars message 中秋',
      'regulars message',
    ],
    flags: {
      ...whom,
      '--to': 'due（今天名单上有这个缘由的所有人），或客户；也可写 "客群 名称"、"等级 A"',
      '--event': '请人来的那场活动',
      '--campaign': '联系记在哪个主题下（默认活动名，其次消息名）：report campaigns',
      '--channel': '只用微信、短信、邮件或信件（默认各人喜欢又同意的）',
      '--next': '一条一条来：在终端上问发了没有，发了就记下；在管道里只给下一条',
      '--log': '记下已发，归到主题',
      '--hold-out': '随机留下百分之几不发，report campaigns 好比较效果',
    },
    more:
      '不写 --to 也不写 list 的条件，就是发到群里的话。关于某个缘由的消息（生日、谢谢惠顾、欠款未清……）只给今天有这个缘由的人。谁也不会一天收两条，' +
      '联系后 due.minGap 天内不发，30 天内最多 message.most 条；短信和邮件要先同意（edit --consent 短信）。自己写：账本旁边 messages/名称.txt' +
      '（名称.zh.txt 只用于中文），第一行可写“缘由：谢谢惠顾”“主题：……”，正文可用 {称呼} {商品|新茶} {上次} {欠款} {资料:狗} {店名}。' +
      '给短信平台：--format csv --columns to,text',
  },
  'occasion add': {
    does: '记下对客户要紧的日子：前几天上名单。',
    examples: [
      'regulars occasion add wxm 2027-03-01 合同到期 --ahead 30',
      'regulars occasion add 12 2019-05-18 结婚纪念 --every 每年',
      'regulars occasion add 12 01-05 季度盘点 --every 每季',
      'regulars occasion add 12 农历八月十五 开业纪念',
    ],
    flags: {
      '--every': '还会再来：每年或每季（默认只一次；农历的日子年年都有）',
      '--ahead': '提前几天上名单（默认看规则 due.occasion.days）',
    },
    more: '缘由是“纪念日”：到那天为止都在 due 里，done --about 纪念日 算办了，message 纪念日 --to due 写好要发的话。',
  },
  'occasion list': {
    does: '记下的日子，近的在前。',
    examples: ['regulars occasion list', 'regulars occasion list wxm', 'regulars occasion list --all --json'],
    flags: { '--all': '过去的也列' },
  },
  'occasion remove': {
    does: '去掉客户的一个日子。',
    examples: ['regulars occasion remove wxm 合同到期'],
  },
  'event open': {
    does: '开一场活动，可以请客户来。',
    examples: ['regulars event open 品茶会 2027-03-08', 'regulars event open 品茶会 下周三 -n "下午两点，可带朋友"'],
    flags: { '--note': '请帖里要说的话' },
    more: '邀请：message 邀请 --event 名称；前几天 due 会提醒。',
  },
  'event came': {
    does: '记下谁来了活动。',
    examples: ['regulars event came 品茶会 wxm 88', 'regulars event came 品茶会 12 --on 昨天'],
    flags: { '--on': '哪天来的（默认活动那天）' },
    more: '记成一次联系：void c31 可作废。之后 30 天买了什么，看 event list。',
  },
  'event list': {
    does: '活动，新的在前：请了、来了、30 天内买了。',
    examples: ['regulars event list', 'regulars event list --json'],
  },
}
