import { plural } from './plural.ts'

/** The shop at a glance. */
export const glance = {
  due: (count: number) => `${count} to contact today`,
  waiting: (due: string, count: number) => `${due}, ${count} can wait`,
  nothingDue: 'nobody to contact today',
  yesterday: (sum: string, count: number) => `yesterday took ${sum} (${count} ${plural(count, 'purchase')})`,
  birthdays: (count: number, names: string) => `${count} ${plural(count, 'birthday')} this week: ${names}`,
  andMore: (names: string) => `${names} …`,
  overdue: (count: number, money: string) => `${count} overdue, ${money}`,
  complaints: (open: number) => `${open} ${plural(open, 'complaint')} open`,
  complaintsLate: (said: string, late: number) => `${said}, ${late} late`,
  moved: (moves: readonly string[]) => `moved this week: ${moves.join(', ')}`,
  move: (from: string, to: string, count: number) => `${from}->${to} ${count}`,
  backup: (when: string) => `backup: ${when}`,
  tiers: (when: string) => `tiers: ${when}`,
  when: { never: 'never', today: 'today', yesterday: 'yesterday', daysAgo: (days: number) => `${days} days ago` },
  first: 'Begin: regulars add NAME   A list: regulars help import customers   Help: regulars help',
  next: 'Begin: regulars due   A purchase: regulars buy NAME 128   Help: regulars help',
}
