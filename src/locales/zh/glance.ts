import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const glance: Words['glance'] = {
  due: (count) => `今天该联系 ${grouped(count)} 位`,
  waiting: (due, count) => `${due}，另有 ${grouped(count)} 位可以等`,
  nothingDue: '今天没有要联系的',
  more: (count) => `还有 ${grouped(count)} 位：regulars due`,
  soFar: (sum, count) => `今天到现在 ${sum}（${grouped(count)} 笔）`,
  nothingSold: '今天还没开张',
  yesterday: (sum, count) => `昨天 ${sum}（${grouped(count)} 笔）`,
  birthdays: (count, names) => `本周生日 ${count}：${names}`,
  andMore: (names) => `${names}…`,
  overdue: (count, money) => `过期欠款 ${grouped(count)} 位 ${money}`,
  complaints: (open) => `未了投诉 ${open}`,
  complaintsLate: (said, late) => `${said}（晚了 ${late}）`,
  arrived: (count) => `到货要告诉 ${grouped(count)} 位`,
  moved: (moves) => `升降（本周）${moves.join('  ')}`,
  move: (from, to, count) => `${from}→${to} ${count}`,
  backup: (when) => `备份：${when}`,
  tiers: (when) => `等级：${when}`,
  when: { never: '没有', today: '今天', yesterday: '昨天', daysAgo: (days) => `${days} 天前` },
  nextFirst: ['开始：regulars add 王小明', '名单：regulars import customers 会员.csv', '帮助：regulars help'],
  next: ['开始：regulars round', '记一笔：regulars buy 王小明 128', '帮助：regulars help'],
}
