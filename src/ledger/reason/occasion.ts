import { type DayNumber, daySerial } from '../day.ts'
import { on, weight } from '../policy-key.ts'
import { type Facts, isSettled, type PastContact } from './facts.ts'
import { rule } from './rule.ts'

/**
 * The yearly talk with a partner: 365 days after the last call or visit, else after they joined, and every 365 days
 * from there.
 */
export const occasion = rule({
  reason: 'occasion',
  relation: 'reactive',
  params: { on, weight: weight(60) },
  changeDays: (facts) => (facts.relation === 'partner' ? years.map((count) => lastTalkOn(facts) + 365 * count) : []),
  find(facts, day) {
    if (facts.relation !== 'partner') return null
    const talked = lastTalk(facts)
    const talkedOn = lastTalkOn(facts)
    const passed = Math.floor((day - talkedOn) / 365)
    const dueOn = talkedOn + 365 * passed
    if (passed < 1 || isSettled(facts, 'occasion', dueOn)) return null
    return {
      dueOn,
      detail: () => ({ occasion: 'yearly-talk' as const, lastOn: talked === undefined ? null : daySerial(talked.on) }),
    }
  },
})

const years = Array.from({ length: 20 }, (_, at) => at + 1)

function lastTalkOn(facts: Facts): DayNumber {
  return lastTalk(facts)?.on ?? facts.joined ?? facts.entered
}

function lastTalk({ contacts }: Facts): PastContact | undefined {
  return contacts.findLast(
    ({ counts, outcome, channel }) => counts && outcome !== 'sent' && (channel === 'call' || channel === 'visit'),
  )
}
