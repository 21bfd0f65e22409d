import { daysBetween, weekday } from '../ledger/day.ts'
import type { TodayView } from '../ledger/today/today.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'

/** The shop at a glance: today, what is ahead and what is amiss, how old things are, what to type next. */
export const todayScreen: Screen<TodayView> = {
  lines(glance, voice) {
    const { first, next } = voice.words.glance
    const lines = [head(glance, voice), week(glance, voice), ages(glance, voice)].map((parts) =>
      parts.filter((part) => part !== '').join('    '),
    )
    return [...lines, glance.customers === 0 ? first : next].filter((line) => line !== '')
  },
}

function head({ name, today, due, waiting, yesterday }: TodayView, { words, strong, money }: Voice): string[] {
  const { glance, terms } = words
  const day = `${terms.weekday[weekday(today)]} ${today.slice(5)}`
  const contacts = glance.due(due)
  return [
    strong([name, day].filter((piece) => piece !== '').join(' · ')),
    due === 0 ? glance.nothingDue : strong(waiting > 0 ? glance.waiting(contacts, waiting) : contacts),
    yesterday.count > 0 ? glance.yesterday(money(yesterday.sum), yesterday.count) : '',
  ]
}

function week({ birthdays, overdue, complaints }: TodayView, { words, day, money, alarm }: Voice): string[] {
  const { glance, marks } = words
  const named = birthdays.slice(0, 3).map((one) => `${one.name} ${day(one.on)}`)
  const names = named.join(marks.items)
  const all = birthdays.length > named.length ? glance.andMore(names) : names
  return [
    birthdays.length > 0 ? glance.birthdays(birthdays.length, all) : '',
    overdue.customers > 0 ? alarm(glance.overdue(overdue.customers, money(overdue.amount))) : '',
    complaints.open > 0 ? alarm(complained(complaints, glance)) : '',
  ]
}

function complained({ open, overdue }: TodayView['complaints'], glance: Voice['words']['glance']): string {
  return overdue > 0 ? glance.complaintsLate(glance.complaints(open), overdue) : glance.complaints(open)
}

function ages({ moved, today, lastBackupAt, classifiedOn }: TodayView, { words }: Voice): string[] {
  const { glance } = words
  const ago = (then: string | null) => {
    if (then === null) return glance.when.never
    const days = daysBetween(then.slice(0, 10), today)
    return days <= 0 ? glance.when.today : days === 1 ? glance.when.yesterday : glance.when.daysAgo(days)
  }
  return [
    moved.length > 0 ? glance.moved(moved.map(({ from, to, count }) => glance.move(from, to, count))) : '',
    glance.backup(ago(lastBackupAt)),
    glance.tiers(ago(classifiedOn)),
  ]
}
