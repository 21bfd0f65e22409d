import type { SurveyAnswer } from '../ledger/care/survey/record-survey.ts'
import { isUnhappy } from '../ledger/standing/satisfaction.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'
import { who } from './customers.ts'

type Public = Omit<SurveyAnswer, 'satisfaction'> & { readonly c: number; readonly level: string }

/** An answer as just noted, and how satisfied the customer is by it. */
export const surveyScreen: Screen<SurveyAnswer & { readonly name: string }, Public> = {
  data({ name: _, satisfaction: { c, level }, change, ...answer }) {
    return { ...answer, c, level, change }
  },
  lines({ name, satisfaction, ...answer }, voice) {
    const { survey, terms } = voice.words
    const score = survey.answer(answer.perceived, answer.expected)
    const said = answer.aspect === null ? score : survey.about(aspectSaid(answer.aspect, voice), score)
    const level = terms.satisfaction[satisfaction.level] ?? satisfaction.level
    return [
      survey.noted(who({ name, id: answer.customerId }), said),
      survey.standing(level, satisfaction.c.toFixed(2), voice.day(satisfaction.on)),
      isUnhappy(satisfaction.level) ? survey.callBack(answer.customerId) : survey.next,
    ]
  },
  columns: {
    customerId: 'count',
    on: 'day',
    aspect: 'text',
    expected: 'count',
    perceived: 'count',
    comment: 'text',
    by: 'text',
    c: 'count',
    level: 'text',
    change: 'count',
  },
  id: ({ customerId }) => customerId,
}

/** What was asked about, '' for the shop as a whole. */
export function aspectSaid(aspect: string | null, { words }: Voice): string {
  return aspect === null ? '' : (words.terms.aspect[aspect] ?? aspect)
}
