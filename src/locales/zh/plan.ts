import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const plan: Words['plan'] = {
  title: (from, to, capacity) => `${from} 到 ${to} 的安排，每天 ${capacity} 位`,
  day: (weekday, day, count) => `${weekday} ${day}：${grouped(count)} 位`,
  emptyDay: (weekday, day) => `${weekday} ${day}：没有`,
  groups: { close: '促成', follow: '跟进', develop: '培养' },
  goals: (said) => `要做：${said}`,
  goal: (group, planned, due) => `${group} ${planned} / ${due}`,
  nothingDue: '这几天没有该联系的。',
  movesOn: (count, enough) => `${grouped(count)} 位排不下，往后推。都排下：regulars plan --capacity ${enough}`,
  lastWeek: (said) => `前一周：${said}`,
  went: (group, done, due) => `${group} 做到 ${done} / ${due}`,
  late: (said, late) => `${said}（${late} 次晚了）`,
  never: (said, never) => `${said}，没做 ${never}`,
  nothingWasDue: '前一周没有该联系的。',
  nextWeek: 'regulars plan --from 7d',
  next: (nextWeek) => ['现在开始：regulars round', `再往后：${nextWeek}`, '做得怎样：regulars report followups'],
}
