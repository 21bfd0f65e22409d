import type { Words } from '../en.ts'

export const event: Words['event'] = {
  opened: (name, day) => `${name}，${day}`,
  invite: (name) => `邀请：regulars message 邀请 --event ${name} --tier A,B   发到群里的话：不写 --tier`,
  came: (name, day, who) => `${name} ${day}：${who} 来了。`,
  already: (who) => `已经记过：${who}`,
  nextCame: '办得怎样：regulars event list',
  heads: ['活动', '日子', '请了', '来了', '买了', '金额'],
  next: (name) => `谁来了：regulars event came ${name} 客户…   邀请：regulars message 邀请 --event ${name} --tier A`,
  none: '还没有活动。开一个：regulars event open 品茶会 2027-03-08',
  title: (days, count) => `${days} 有 ${count} 场活动`,
  explain: [
    '请了：为这场活动记下联系的客户（message --log），没接的不算。来了：event came 记下的。',
    '买了：来了的人里，当天或之后 30 天内买过的，全退的不算；金额：这些天买的，减去退款。',
  ],
}
