import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const satisfaction: Words['satisfaction'] = {
  title: (days, customers) => `满意度（${days}）：问过 ${grouped(customers)} 位`,
  nobody: '还没问过谁。',
  heads: ['客户', 'C', '满意程度', '哪天问的'],
  part: (all, share) => `/ ${grouped(all)} = ${share}`,
  byAspect: '各方面，全部回答：',
  asWhole: '总的',
  answers: (count, level) => `${grouped(count)} 个回答：${level}`,
  left: (count, names) => `满意过，还是走了（${grouped(count)} 位）：${names}`,
  explain: [
    'C：当天各个回答的实际得分合计 / 期望得分合计；每位客户看最后问的那天。没写期望按 4 分（满分 5）。',
    '0 是很不满意，0.95 以下不满意，到 1.05 满意，再高是很满意。',
    '满意过还是走了：最后一次问时满意或很满意，到最后一天按来的节奏已算流失。',
  ],
  call: (id) => `问问哪里没做好：regulars show ${id}   该问的都在：regulars due --reason 不满意   怎么算的：--explain`,
  ask: '记一位客户的回答：regulars survey 12 4   整份问卷：regulars import surveys 问卷.xlsx',
}
