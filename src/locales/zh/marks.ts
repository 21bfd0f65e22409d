import type { Words } from '../en.ts'

export const marks: Words['marks'] = {
  items: '、',
  parts: '，',
  clauses: '；',
  note: (said, note) => `${said}：“${note}”`,
}
