import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const want: Words['want'] = {
  waits: (who, text) => `${who} 在等“${text}”`,
  waitsSince: (who, text, day) => `${who} ${day} 起就在等“${text}”`,
  until: (said, day) => `${said}，等到 ${day}`,
  nextNoted: (text) => `到货了：regulars arrived "${text}"   谁在等什么：regulars wants`,
  ended: (who, text) => `${who} 不等“${text}”了`,
  arrived: (text, count) => `“${text}”到了，要告诉 ${grouped(count)} 位`,
  nobodyWaits: (text) => `没有人在等“${text}”。谁在等什么：regulars wants`,
  nobody: '没有人在等什么。记一条：regulars want 客户 "想要的东西"',
  title: (count) => `有 ${grouped(count)} 位在等`,
  heads: ['客户', '等级', '想要', '到没到', '等了几天'],
  stillWaiting: '还没到',
  isIn: (day) => `${day} 到的`,
  told: (day) => `${day} 告诉了`,
  nextArrived: (id) =>
    `告诉了：regulars done ${id} --about 想要的到了   写好的话：regulars message 想要的到了 --to due`,
  next: (text) => `到货了：regulars arrived "${text}"   告诉过的也看：regulars wants --all`,
}
