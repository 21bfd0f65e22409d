import { daySerial } from '../day.ts'
import { days, on, weight } from '../policy-key.ts'
import { tellsOf } from './facts.ts'
import { firstAfter, rule } from './rule.ts'

/** What they wait for has come in. Several things are one reason, the earliest first. */
export const wanted = rule({
  reason: 'wanted',
  relation: 'reactive',
  params: { on, weight: weight(75), until: days(14) },
  despiteDeclined: true,
  needs: 'wishes',
  looksAt: ['wishes', 'contacts'],
  nextChange: ({ wishes }, after, own) =>
    firstAfter(after, ...wishes.flatMap(({ arrivedOn }) => [arrivedOn, arrivedOn + own.until + 1])),
  find(facts, day, own) {
    const due = facts.wishes
      .filter(
        (wish) =>
          day >= wish.arrivedOn &&
          day <= wish.arrivedOn + own.until &&
          !facts.contacts.some((contact) => tellsOf(contact, wish)),
      )
      .toSorted((one, other) => one.arrivedOn - other.arrivedOn)
    const [first] = due
    if (!first) return null
    const wishes = () =>
      due.map(({ text, since, arrivedOn }) => ({ text, since: daySerial(since), arrivedOn: daySerial(arrivedOn) }))
    return { dueOn: first.arrivedOn, detail: () => ({ wishes: wishes() }) }
  },
})
