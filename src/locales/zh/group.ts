import type { Audience } from '../../ledger/audience/filter.ts'
import { quoted } from '../asked.ts'
import type { Words } from '../en.ts'
import { terms } from './terms.ts'

type Said = { readonly [Name in keyof Required<Audience>]: (value: NonNullable<Audience[Name]>) => string }

const any = (words: readonly string[]) => words.join('或')

const pieces: Said = {
  tiers: (tiers) => `${any(tiers)} 级`,
  stages: (stages) => any(stages.map((stage) => terms.stage[stage] ?? stage)),
  segments: (segments) => any(segments.map((segment) => terms.segment[segment] ?? segment)),
  quadrants: (quadrants) => any(quadrants.map((quadrant) => terms.quadrant[quadrant] ?? quadrant)),
  tags: (tags) => `标签 ${tags.join('、')}`,
  source: (source) => `来源 ${source}`,
  keeper: (keeper) => `${keeper} 照看`,
  owes: () => '欠着钱',
  bought: (item) => `买过“${item}”`,
  born: ({ from, to }) => `${from === to ? from : `${from ?? ''}..${to ?? ''}`} 年生`,
  notSince: (day) => `${day} 以后没来过`,
  notSinceDays: (days) => `${days} 天没来`,
  where: (facts) => facts.map(([key, value]) => (value === '' ? `有${key}` : `${key}=${value}`)).join('、'),
  archived: () => '收起的也算',
  group: (name) => `客群 ${name}`,
  within: (filter) => said(filter),
}

function said(filter: Audience): string {
  return Object.entries(filter)
    .map(([name, value]) => (pieces[name as keyof Audience] as ((value: unknown) => string) | undefined)?.(value) ?? `${name} ${JSON.stringify(value)}`)
    .join('，')
}

export const group: Words['group'] = {
  said,
  saved: (name, filter, customers) => `客群“${name}”：${said(filter)}。今天 ${customers} 位`,
  use: (name) => `看名单：regulars list --group ${quoted(name)}   今天联系谁：regulars due --group ${quoted(name)}`,
  deleted: (name) => `客群“${name}”删掉了，客户都还在`,
  title: (today) => `存下来的客群，${today} 的人数`,
  none: '还没存过客群：regulars group save 好久没来 --tag 老茶客 --not-since 90天前',
}
