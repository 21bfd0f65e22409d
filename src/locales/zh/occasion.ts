import type { Words } from '../en.ts'

export const occasion: Words['occasion'] = {
  noted: (who, text, day) => `${who}：${text}，${day}`,
  comes: (said, often) => `${said}，${often}`,
  already: (said) => `已经记过：${said}`,
  over: '已过',
  dueOn: (day) => `${day} 起上名单（纪念日）。`,
  told: (text, day) => `${text} ${day}`,
  near: (said, away) => `${said}（${away}）`,
  next: '全部：regulars occasion list',
  removed: (who, text) => `${who}：“${text}”已去掉。`,
  none: '还没有记过纪念日。记一个：regulars occasion add 客户 2027-03-01 "合同到期" --ahead 30',
  another: '再记一个：regulars occasion add 姓名 12-24 结婚纪念日 --every year',
  heads: ['客户', '什么日子', '下一次', '', '多久一次'],
}
