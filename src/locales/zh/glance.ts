import { daysBetween, weekday } from '../../ledger/day.ts'
import type { Words } from '../en.ts'
import { terms } from './terms.ts'

export const glance: Words['glance'] = ({ name, today, customers, due, waiting, yesterday, birthdays, overdue, moved, classifiedOn, lastBackupAt }, voice) => {
  const { money, day, strong, alarm } = voice
  const ago = (then: string | null) => {
    const days = then === null ? null : daysBetween(then.slice(0, 10), today)
    return days === null ? '没有' : days <= 0 ? '今天' : days === 1 ? '昨天' : `${days} 天前`
  }
  const parts = (...some: (string | false)[]) => some.filter(Boolean).join('    ')
  return [
    parts(
      strong([name, `${terms.weekday[weekday(today)]} ${today.slice(5)}`].filter(Boolean).join(' · ')),
      due === 0 ? '今天没有要联系的' : strong(`今天该联系 ${due} 位${waiting > 0 ? `，另有 ${waiting} 位可以等` : ''}`),
      yesterday.count > 0 && `昨天收 ${money(yesterday.sum)}（${yesterday.count} 笔）`,
    ),
    parts(
      birthdays.length > 0 &&
        `本周生日 ${birthdays.length}：${birthdays
          .slice(0, 3)
          .map((one) => `${one.name} ${day(one.on)}`)
          .join('、')}${birthdays.length > 3 ? '…' : ''}`,
      overdue.customers > 0 && alarm(`过期欠款 ${overdue.customers} 位 ${money(overdue.amount)}`),
    ),
    parts(
      moved.length > 0 && `升降（本周）${moved.map(({ from, to, count }) => `${from}→${to} ${count}`).join('  ')}`,
      `备份：${ago(lastBackupAt)}`,
      `等级：${ago(classifiedOn)}`,
    ),
    customers === 0
      ? '开始：regulars add 王小明   名单：regulars import customers 会员.csv   帮助：regulars help'
      : '开始：regulars due   记一笔：regulars buy 王小明 128   帮助：regulars help',
  ].filter((line) => line !== '')
}
