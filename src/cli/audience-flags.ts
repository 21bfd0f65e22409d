import type * as z from 'zod/mini'
import type { Audience } from '../ledger/audience/filter.ts'
import { readWhere, readYears } from '../ledger/customer/list-options.ts'
import type { Read } from './inputs.ts'

/** The flags that say which customers a report is about. */
export const whomFlags = ['--tier <tiers>*', '--stage <stages>*', '--tag <tag>*', '--source <text>', '--group <name>']

export const whomInput = (read: Read) => ({
  tier: read.optional(read.array(read.many('tier'))),
  stage: read.optional(read.array(read.many('stage'))),
  tag: read.optional(read.array(read.list)),
  source: read.optional(read.text),
  group: read.optional(read.text),
})

/** Those and the others of a list. */
export const listFlags = [
  ...whomFlags,
  '--segment <segments>*',
  '--quadrant <quadrants>*',
  '--keeper <name>',
  '--owes',
  '--bought <text>',
  '--born <years>',
  '--not-since <day>',
  '--where <key=value>*',
  '--archived',
]

export const listInput = (read: Read) => ({
  ...whomInput(read),
  segment: read.optional(read.array(read.many('segment'))),
  quadrant: read.optional(read.array(read.many('quadrant'))),
  keeper: read.optional(read.text),
  owes: read.flag,
  bought: read.optional(read.text),
  born: read.optional(read.text),
  notSince: read.optional(read.backDay),
  where: read.optional(read.array(read.text)),
  archived: read.flag,
})

type Typed<Input extends (read: Read) => z.core.$ZodShape> = z.output<z.ZodMiniObject<ReturnType<Input>>>

/** What was typed for a report, as an audience. */
export function whom({ tier, stage, tag, source, group }: Typed<typeof whomInput>): Audience {
  return { tiers: tier?.flat(), stages: stage?.flat(), tags: tag?.flat(), source, group }
}

/** What was typed for a list, as an audience. Throws usage.bad-years, usage.bad-fact. */
export function listed(typed: Typed<typeof listInput>): Audience {
  const { segment, quadrant, keeper, owes, bought, born, notSince, where, archived } = typed
  return {
    ...whom(typed),
    segments: segment?.flat(),
    quadrants: quadrant?.flat(),
    keeper,
    owes,
    bought,
    born: born === undefined ? undefined : readYears(born),
    notSince,
    where: where?.map(readWhere),
    archived,
  }
}
