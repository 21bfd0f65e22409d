import { type DayNumber, daySerial } from '../day.ts'
import { on, weight } from '../policy-key.ts'
import { type Facts, isAbout, isLost } from './facts.ts'
import { firstAfter, rule } from './rule.ts'

/**
 * So many days have gone since somebody was last asked how satisfied they are, or since they came: `survey.every` of
 * their tier, of those who have bought and are not lost.
 */
export const survey = rule({
  reason: 'survey',
  relation: 'proactive',
  params: { on, weight: weight(35) },
  heldBack: true,
  needs: 'surveyEvery',
  looksAt: ['surveyEvery', 'purchaseDays', 'lostOn', 'lastAsked', 'contacts'],
  nextChange: (facts, after) => firstAfter(after, askOn(facts), facts.lostOn),
  find(facts, day) {
    if (facts.surveyEvery === 0 || facts.purchaseDays === 0 || isLost(facts, day)) return null
    const dueOn = askOn(facts)
    if (day < dueOn) return null
    const { lastAsked } = facts
    return { dueOn, detail: () => ({ lastOn: lastAsked === null ? null : daySerial(lastAsked) }) }
  },
})

/** A talk about it once it is due counts as having asked: the next is as many days later. */
function askOn({ surveyEvery, lastAsked, joined, entered, contacts }: Facts): DayNumber {
  let dueOn = (lastAsked ?? Math.max(joined ?? entered, entered)) + surveyEvery
  if (surveyEvery === 0) return dueOn
  for (const contact of contacts)
    if (contact.counts && contact.on >= dueOn && isAbout(contact, 'survey')) dueOn = contact.on + surveyEvery
  return dueOn
}
