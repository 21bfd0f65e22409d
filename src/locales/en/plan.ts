/** The week ahead. */
export const plan = {
  title: (from: string, to: string, capacity: number) => `Plan for ${from} to ${to}, ${capacity} a day`,
  day: (weekday: string, day: string, count: number) => `${weekday} ${day}: ${count}`,
  emptyDay: (weekday: string, day: string) => `${weekday} ${day}: nobody`,
  groups: { close: 'close', follow: 'follow', develop: 'develop' },
  goals: (said: string) => `To do: ${said}`,
  goal: (group: string, planned: number, due: number) => `${group} ${planned} of ${due}`,
  nothingDue: 'Nobody falls due in these days.',
  movesOn: (count: number, enough: number) =>
    `${count} found no place and move on. With room for them: regulars plan --capacity ${enough}`,
  lastWeek: (said: string) => `The week before: ${said}`,
  went: (group: string, done: number, due: number) => `${group} ${done} of ${due} done`,
  late: (said: string, late: number) => `${said} (${late} late)`,
  never: (said: string, never: number) => `${said}, ${never} never`,
  nothingWasDue: 'The week before nothing fell due.',
  nextWeek: 'regulars plan --from 7d',
  next: (nextWeek: string) => [
    'Begin today: regulars round',
    `The week after: ${nextWeek}`,
    'How it went: regulars report followups',
  ],
}
