import { daysBetween, weekday } from '../../ledger/day.ts'
import type { TodayView } from '../../ledger/today/today.ts'
import type { Speech } from '../speech.ts'
import { terms } from './terms.ts'

/** The shop at a glance. */
export function glance(
  { name, today, customers, due, waiting, yesterday, birthdays, overdue, moved, classifiedOn, lastBackupAt }: TodayView,
  voice: Speech,
): string[] {
  const { money, day, strong, alarm } = voice
  const ago = (then: string | null) => {
    const days = then === null ? null : daysBetween(then.slice(0, 10), today)
    return days === null ? 'never' : days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`
  }
  const parts = (...some: (string | false)[]) => some.filter(Boolean).join('    ')
  return [
    parts(
      strong([name, `${terms.weekday[weekday(today)]} ${today.slice(5)}`].filter(Boolean).join(' · ')),
      due === 0 ? 'nobody to contact today' : strong(`${due} to contact today${waiting > 0 ? `, ${waiting} can wait` : ''}`),
      yesterday.count > 0 && `yesterday took ${money(yesterday.sum)} (${yesterday.count} purchases)`,
    ),
    parts(
      birthdays.length > 0 &&
        `${birthdays.length} ${birthdays.length === 1 ? 'birthday' : 'birthdays'} this week: ${birthdays
          .slice(0, 3)
          .map((one) => `${one.name} ${day(one.on)}`)
          .join(', ')}${birthdays.length > 3 ? ' …' : ''}`,
      overdue.customers > 0 && alarm(`${overdue.customers} overdue, ${money(overdue.amount)}`),
    ),
    parts(
      moved.length > 0 && `moved this week: ${moved.map(({ from, to, count }) => `${from}->${to} ${count}`).join(', ')}`,
      `backup: ${ago(lastBackupAt)}`,
      `tiers: ${ago(classifiedOn)}`,
    ),
    customers === 0
      ? 'Begin: regulars add NAME   A list: regulars import customers FILE   Help: regulars help'
      : 'Begin: regulars due   A purchase: regulars buy NAME 128   Help: regulars help',
  ].filter((line) => line !== '')
}
