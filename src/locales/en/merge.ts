import { counted } from './plural.ts'

/** Two customers who are one. */
export const merge = {
  would: (from: string, into: string) => `Would merge ${from} into ${into}`,
  done: (from: string, into: string) => `Merged ${from} into ${into}`,
  namesDiffer: 'Their names differ!',
  joined: (what: string) => `Goes over: ${what}`,
  nothing: 'Nothing was entered for the one that goes.',
  purchases: (count: number) => counted(count, 'purchase'),
  refunds: (count: number) => counted(count, 'refund'),
  payments: (count: number) => counted(count, 'payment'),
  contacts: (count: number) => counted(count, 'contact'),
  others: (count: number) => `${counted(count, 'row')} of everything else`,
  balance: (balance: string) => `Together: ${balance}`,
  phone: (phone: string) => `Reached by ${phone}`,
  noted: (what: string) => `Kept in the notes: ${what}`,
  leads: (from: number, into: number) => `#${from} and its code lead to #${into} from then on.`,
  question: (from: string, into: string) => `Make one customer of ${from} and ${into}?`,
  questionNames: (from: string, into: string) => `${from} and ${into} are called otherwise. Are they really one?`,
  left: 'Nothing was merged.',
}
