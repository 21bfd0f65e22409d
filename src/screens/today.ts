import { daysBetween, weekday } from '../ledger/day.ts'
import type { TodayView } from '../ledger/today/today.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'
import { flow } from '../terminal/width.ts'
import { briefRows } from './due.ts'

/** The shop at a glance: whom to call, the money, what is ahead and amiss, how old things are, what to type next. */
export const todayScreen: Screen<TodayView> = {
  lines(glance, voice) {
    const { words } = voice
    const told = (parts: readonly string[]) => parts.filter((part) => part !== '').join(gap)
    const more = glance.due - glance.first.length
    const called = [
      ...briefRows(glance.first, glance.today, voice, '  '),
      ...(more > 0 ? [`  ${words.glance.more(more)}`] : []),
    ]
    const lines = [takings(glance, voice), week(glance, voice), ages(glance, voice)].map(told)
    return [
      told(head(glance, voice)),
      ...called,
      ...(called.length > 0 ? [''] : []),
      ...lines.filter((line) => line !== ''),
    ]
  },
  next({ customers, due }, { words, width }) {
    const { next, nextFirst } = words.glance
    const [round, ...others] = next
    const steps = customers === 0 ? nextFirst : due === 0 ? others : [round ?? '', ...others]
    return flow(steps, '   ', width ?? 80, '')
  },
}

const gap = '    '

function head({ name, today, due, waiting }: TodayView, { words, strong }: Voice): string[] {
  const { glance, terms } = words
  const day = `${terms.weekday[weekday(today)]} ${today.slice(5)}`
  const contacts = glance.due(due)
  return [
    strong([name, day].filter((piece) => piece !== '').join(' · ')),
    due === 0 ? glance.nothingDue : strong(waiting > 0 ? glance.waiting(contacts, waiting) : contacts),
  ]
}

function takings({ yesterday, soFar }: TodayView, { words: { glance }, money }: Voice): string[] {
  if (yesterday.count === 0 && soFar.count === 0) return []
  return [
    soFar.count === 0 ? glance.nothingSold : glance.soFar(money(soFar.sum), soFar.count),
    yesterday.count === 0 ? '' : glance.yesterday(money(yesterday.sum), yesterday.count),
  ]
}

function week({ birthdays, overdue, complaints, arrived }: TodayView, { words, day, money, alarm }: Voice): string[] {
  const { glance, marks } = words
  const named = birthdays.slice(0, 3).map((one) => `${one.name} ${day(one.on)}`)
  const names = named.join(marks.items)
  const all = birthdays.length > named.length ? glance.andMore(names) : names
  return [
    birthdays.length > 0 ? glance.birthdays(birthdays.length, all) : '',
    overdue.customers > 0 ? alarm(glance.overdue(overdue.customers, money(overdue.amount))) : '',
    complaints.open > 0 ? alarm(complained(complaints, glance)) : '',
    arrived > 0 ? glance.arrived(arrived) : '',
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
