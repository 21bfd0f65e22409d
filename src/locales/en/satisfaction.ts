import { grouped } from '../figure.ts'
import { counted } from './plural.ts'

/** What `report satisfaction` says. */
export const satisfaction = {
  title: (days: string, customers: number) => `Satisfaction ${days}: ${counted(customers, 'customer')} asked`,
  nobody: 'Nobody was asked.',
  heads: ['who', 'C', 'level', 'asked'],
  part: (all: number, share: string) => `of ${grouped(all)} = ${share}`,
  byAspect: 'By what was asked about, all answers:',
  asWhole: 'as a whole',
  answers: (count: number, level: string) => `${counted(count, 'answer')}: ${level}`,
  left: (count: number, names: string) => `Satisfied, and left all the same (${grouped(count)}): ${names}`,
  explain: [
    'C: what was perceived / what was expected, summed over the answers of a day; ' +
      'of each customer the newest day counts. Expected is 4 of 5 unless given.',
    '0 is very dissatisfied, below 0.95 dissatisfied, up to 1.05 satisfied, above that highly satisfied.',
    'left all the same: satisfied or better when last asked, and lost by their own rhythm on the last day.',
  ],
  call: (id: number) =>
    `Ask what went wrong: regulars show ${id}   ` +
    'all due for it: regulars due --reason unhappy   how it is reckoned: --explain',
  ask: 'Note what a customer says: regulars survey 12 4   a whole questionnaire: regulars import surveys answers.xlsx',
}
