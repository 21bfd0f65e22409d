import type { Read } from './inputs.ts'

/** The flags of a list that can be of one day or of some. */
export const periodFlags = ['-d, --on <day>', '--from <day>', '--to <day>'] as const

export const periodInput = (read: Read) => ({
  on: read.optional(read.backDay),
  from: read.optional(read.backDay),
  to: read.optional(read.backDay),
})
