import type { changeErrors as english } from '../../en/errors/change.ts'
import { grouped } from '../../figure.ts'

/** 不能撤销的改动。 */
export const changeErrors: typeof english = {
  'change.not-found': ({ asked }) => ({ message: `没有改动 ${asked}。`, hint: '看有哪些改动：regulars log' }),
  'change.undone': ({ change, by }) => ({
    message: `改动 ${change} 已经撤销过了（见改动 ${by}）。`,
    hint: '看有哪些改动：regulars log',
  }),
  'change.not-undoable': ({ change, command }) => ({
    message: `${command} 不能撤销（改动 ${change}）。`,
    hint: '看有哪些改动：regulars log',
  }),
  'change.none-of-yours': {
    none: '你没有可撤销的改动。',
    newest: (by, time, what) => `你没有可撤销的改动；最近一次是 ${by} ${time}（${what}）。`,
    undo: (change) => `仍要撤销：regulars undo ${change}`,
    all: '看有哪些改动：regulars log',
  },
  'change.in-the-way': {
    message: (change, later, more) => `改动 ${change} 撤销不了，后面的改动用到了它：${later.join('、')}${more}。`,
    later: (change, what) => `${change}（${what}）`,
    more: (count) => `，另有 ${grouped(count)} 个`,
    hint: (first) => `先撤销后面的：regulars undo ${first}`,
    keep: (change) => `或者留下改过的行：regulars undo ${change} --keep-edited`,
  },
  'change.keep-not-import': ({ change, command }) => ({
    message: `--keep-edited 只用于导入；改动 ${change} 是 ${command}。`,
    hint: `不加它：regulars undo ${change}`,
  }),
}
