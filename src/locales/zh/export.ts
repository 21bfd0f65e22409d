import type { exportErrors as english } from '../en/export.ts'
import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'
import { type LineProblems, lineProblem } from '../line-problem.ts'

const problems: LineProblems = {
  json: '不是 JSON',
  unnamedTable: '没写是哪张表',
  table: (name) => `没有“${name}”这张表`,
  order: (where, value) => `${where} ${value} 顺序不对`,
  high: (where, value) => `${where} 是 ${value}：编号是挨着给的，没有哪家店会有这么大的`,
  missing: (where) => `缺 ${where}`,
  unknown: (where) => `不认识 ${where}`,
  value: (where, value) => `${where} 不能是“${value}”`,
  reference: (where, value) => `${where} 指的 ${value} 不在里面`,
  rule: (table, rule) => `账本不收这行 ${table}：${rule}`,
  something: '',
  row: '',
}

export const exportErrors: typeof english = {
  'usage.out-unwritable': ({ path }) => ({
    message: `${path} 写不进去。`,
    hint: '请写一个有这个文件夹、你能写的地方。',
  }),
  'export.exists': ({ path, command, flag }) => ({
    message: `${path} 已经有了，没有动它。`,
    hint: `要盖掉它：regulars ${command} ${flag} ${path} --yes`,
  }),
  'export.is-ledger': ({ path, flag }) => ({
    message: `${path} 是账本，导出不会盖掉它。`,
    hint: `换个名字：${flag} 文件`,
  }),
  'whole.not-an-export': ({ file }) => ({
    message: `${file} 不是整本账的导出。`,
    hint: '要的是 regulars export all 写的文件。客户名单：regulars help import customers',
  }),
  'whole.newer': ({ file, program, found, known }) => ({
    message: `${file} 是更新的 regulars 写的（${program}，账本版本 ${found}，这里只认到 ${known}）。`,
    hint: '什么也没导入。接下来：npm install -g regulars',
  }),
  'whole.too-long': ({ file, line, most }) => ({
    message: `${file} 第 ${line} 行超过 ${most} MB，导出文件不会有这么长的行。`,
    hint: '什么也没导入。请重新导出：regulars help export all',
  }),
  'whole.bad-setting': ({ file, key, value }) => ({
    message: `${file} 第 1 行：没有这个${{ currency: '货币', region: '地区', timezone: '时区' }[key]}：“${value}”。`,
    hint: '什么也没导入。请改好文件第一行再导入。',
  }),
  'whole.not-empty': ({ customers, entries }) => ({
    message: `账本不是空的：客户 ${grouped(customers)}，账目 ${grouped(entries)}。整本账要导进空账本。`,
    hint: '导进新账本，用 --db 指明：regulars help import all',
  }),
  'whole.bad-line': (facts) => ({
    message: `${facts.file} 第 ${facts.line} 行：${lineProblem(facts, problems)}。`,
    hint: '什么也没导入。请重新导出：regulars help export all',
  }),
  'whole.cut-off': ({ file, table, rows, expected }) => ({
    message: `${file} 不完整：${table} 只有 ${grouped(rows)} 行，写的时候有 ${grouped(expected)} 行。`,
    hint: '什么也没导入。请重新复制或导出：regulars help export all',
  }),
}

export const exported: Words['exported'] = {
  what: {
    customers: '客户',
    purchases: '消费',
    payments: '还款',
    contacts: '联系',
    balances: '欠款和预存',
    due: '该联系',
    birthdays: '生日',
    all: '整本账',
  },
  written: (what, rows, path) => `已写好 ${path}：${what} ${grouped(rows)} 行。`,
  wouldWrite: (what, rows, path) => `会写 ${path}：${what} ${grouped(rows)} 行。`,
  overwrite: (path) => `${path} 已经有了，盖掉它吗？`,
  stillToCome: (rows, day) => `${day} 以后的 ${grouped(rows)} 行没有导出。要一起导出：--today 日期，或 export all。`,
  notWritten: '什么也没写。',
  calendar: {
    due: '该联系的客户',
    dueOf: (shop) => `${shop}该联系的客户`,
    birthdays: '客户生日',
    birthdaysOf: (shop) => `${shop}客户生日`,
    dueTitle: (name, reasons) => `${name}：${reasons}`,
    birthday: (name) => `${name} 生日`,
    birthdayAt: (name, age) => `${name} 生日（${age} 岁）`,
  },
  whole: {
    fileOf: (file, shop) => `${file}（${shop}）`,
    holds: (customers, entries, contacts) =>
      `客户 ${grouped(customers)}，账目 ${grouped(entries)}，联系 ${grouped(contacts)}`,
    plan: (file, holds) => `${file}：${holds}`,
    question: (path) => `全部导入 ${path} 吗？`,
    left: '什么也没导入。',
    imported: (holds, change) => `已导入：${holds}。撤销：regulars undo ${change}`,
    wouldImport: (holds) => `会导入：${holds}。`,
  },
}
