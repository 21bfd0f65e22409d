import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const group: Words['group'] = {
  or: '或',
  and: '、',
  between: '，',
  tiers: (tiers) => `${tiers} 级`,
  tags: (tags) => `标签 ${tags}`,
  source: (source) => `来源 ${source}`,
  keeper: (keeper) => `${keeper} 照看`,
  owes: '欠着钱',
  bought: (item) => `买过“${item}”`,
  born: (years) => `${years} 年生`,
  notSince: (day) => `${day} 以后没来过`,
  notSinceDays: (days) => `${days} 天没来`,
  hasFact: (fact) => `有${fact}`,
  archived: '收起的也算',
  group: (name) => `客群 ${name}`,
  saved: (name, said, customers) => `客群“${name}”：${said}。今天 ${grouped(customers)} 位`,
  use: (type) => `看名单：regulars list --group ${type}   今天联系谁：regulars due --group ${type}`,
  deleted: (name) => `客群“${name}”删掉了，客户都还在`,
  title: (today) => `存下来的客群，${today} 的人数`,
  none: '还没存过客群：regulars group save 好久没来 --tag 老茶客 --not-since 90天前',
}
