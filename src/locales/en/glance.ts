import { grouped } from '../figure.ts'
import { plural } from './plural.ts'

/** The shop at a glance. */
export const glance = {
  due: (count: number) => `${count} to contact today`,
  waiting: (due: string, count: number) => `${due}, ${count} can wait`,
  nothingDue: 'nobody to contact today',
  more: (count: number) => `and ${grouped(count)} more: regulars due`,
  soFar: (sum: string, count: number) => `so far today ${sum} (${grouped(count)} ${plural(count, 'purchase')})`,
  nothingSold: 'nothing sold yet today',
  yesterday: (sum: string, count: number) => `yesterday ${sum} (${grouped(count)} ${plural(count, 'purchase')})`,
  birthdays: (count: number, names: string) => `${grouped(count)} ${plural(count, 'birthday')} this week: ${names}`,
  andMore: (names: string) => `${names} …`,
  overdue: (count: number, money: string) => `${count} with a debt past its day, ${money}`,
  complaints: (open: number) => `${open} ${plural(open, 'complaint')} open`,
  complaintsLate: (said: string, late: number) => `${said}, ${late} late`,
  arrived: (count: number) => `${count} to be told that what they wait for is in`,
  moved: (moves: readonly string[]) => `moved this week: ${moves.join(', ')}`,
  move: (from: string, to: string, count: number) => `${from}->${to} ${count}`,
  backup: (when: string) => `backup: ${when}`,
  tiers: (when: string) => `tiers: ${when}`,
  when: { never: 'never', today: 'today', yesterday: 'yesterday', daysAgo: (days: number) => `${days} days ago` },
  nextFirst: [
    'Begin: regulars add NAME',
    'A list: regulars help import customers',
    'Help: regulars help',
  ] as readonly string[],
  next: ['Begin: regulars round', 'A purchase: regulars buy NAME 128', 'Help: regulars help'] as readonly string[],
}
