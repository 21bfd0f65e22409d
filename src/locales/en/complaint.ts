import { grouped } from '../figure.ts'
import { counted } from './plural.ts'

/** What `complaint` and `report complaints` say. */
export const complaint = {
  head: (matter: string, id: number, who: string, what: string) => `${matter} ${id}, ${who}: ${what}`,
  opened: (day: string) => `opened ${day}`,
  acknowledged: (day: string) => `acknowledged ${day}`,
  notAcknowledged: 'not acknowledged yet',
  promised: (day: string) => `answer promised for ${day}`,
  late: (days: number) => `${counted(days, 'day')} late`,
  handler: (name: string) => `handled by ${name}`,
  keeper: (name: string) => `looked after by ${name}`,
  purchase: (id: number) => `about purchase ${id}`,
  settled: (day: string) => `settled ${day}`,
  settledBy: (remedy: string) => `by ${remedy}`,
  cost: (money: string) => `cost ${money}`,
  coupon: (code: string) => `coupon ${code}`,
  points: (count: number) => counted(count, 'point'),
  refunded: (money: string) => `${money} refunded`,
  good: (count: number, of: number) => `${count} of ${of} good contacts since`,
  /** The trade's nine questions, by what answers them; the first and the last are answered by the ledger. */
  questions: {
    title: 'Nine questions',
    what: 'What happened?',
    how: 'How did it come about?',
    goods: 'Which goods?',
    why: 'Why are they unhappy?',
    served: 'Who served them?',
    cause: 'Are there other reasons?',
    reasonable: 'Is it reasonable?',
    wants: 'What do they want done?',
    customer: 'Had they bought here before?',
  },
  notAsked: 'not asked yet',
  stillToAsk: (questions: readonly string[]) => `Still to ask: ${questions.join('   ')}`,
  asking: (question: string, flag: string) => `${question} (--${flag})`,
  oldCustomer: (since: string, purchases: number) => `yes: since ${since}, ${counted(purchases, 'purchase')} before it`,
  earlierCustomer: 'yes: before this ledger began',
  newCustomer: 'no: nothing bought before it',
  stepsTitle: 'Six steps',
  step: (step: number, name: string) => `step ${step} of 6: ${name}`,
  advice: (step: string, advice: string) => `${step}: ${advice}`,
  /** What to do at each step. */
  steps: {
    1: {
      name: 'let them speak',
      advice: 'Sit them down, hear the whole of it without a word against it, and write it down as they say it.',
    },
    2: {
      name: 'thank and apologise',
      advice: 'Thank them for coming to you with it, and say you are sorry they had the trouble, whoever is at fault.',
    },
    3: {
      name: 'ask',
      advice: 'Ask what you do not know yet, kindly, one thing at a time; say it back so that both mean the same.',
    },
    4: {
      name: 'propose',
      advice: 'Offer a way out today, better two to choose from: what the shop does, and by when.',
    },
    5: {
      name: 'agree',
      advice: 'Agree on one of them and do it at once; nothing is promised that the shop cannot keep by that day.',
    },
    6: {
      name: 'follow up',
      advice: 'Some days later ask whether it is right now, and mend what let it happen.',
    },
  } as Readonly<Record<number, { readonly name: string; readonly advice: string }>>,
  suggestionAdvice: 'Thank them, say who looks into it and until when, and tell them what came of it.',
  nextStep: (id: number, step: number) => `Done: regulars complaint step ${id} ${step} -n "…"`,
  nextTalk: (customer: number) => `Talked about it: regulars done ${customer} --about complaint -n "…"`,
  nextResolve: (id: number) => `Settled: regulars complaint resolve ${id} --remedy apology`,
  nextAnswer: (id: number) => `Answered: regulars complaint resolve ${id} -n "…"`,
  nextShow: (id: number) => `All of it: regulars complaint show ${id}`,
  nextSurvey: (customer: number, day: string) =>
    `From ${day} on ask how satisfied they are: regulars survey ${customer} 4`,
  goodTurns: (of: number) => `The trade reckons that ${of} good turns make up for it: they are counted from now on.`,
  complaints: (count: number) => counted(count, 'complaint'),
  suggestions: (count: number) => counted(count, 'suggestion'),
  none: 'No open complaints.   Those settled too: regulars complaint list --all',
  noneAtAll: 'No complaints.   To note one: regulars complaint open CUSTOMER "what happened"',
  heads: ['#', 'customer', 'what', 'opened', 'promised', 'how it stands', 'handled by'],
  stands: {
    waits: 'not acknowledged',
    open: 'open',
    late: (days: number) => `${counted(days, 'day')} late`,
    settled: 'settled',
    settledBy: (remedy: string) => `settled: ${remedy}`,
  },
  nextList: (id: number) =>
    `One of them: regulars complaint show ${id}   settled ones too: regulars complaint list --all`,
  /** In `show`, `why` and what is open of a C. */
  open: (matter: string, id: number, what: string, opened: string) => `${matter} ${id} open: ${what} (${opened})`,
  since: (id: number, good: string) => `complaint ${id}: ${good}`,
  satisfaction: (level: string, c: string, day: string) => `${level} (${c}, asked ${day})`,
  report: {
    title: (days: string, complaints: number, suggestions: number) =>
      `Complaints ${days}: ${counted(complaints, 'complaint')}, ${counted(suggestions, 'suggestion')}`,
    nothing: 'Nobody complained.',
    of: (all: number, share: string) => `of ${grouped(all)} = ${share}`,
    open: 'open',
    overdue: 'past the day promised',
    resolved: 'settled',
    sameDay: 'acknowledged the same day',
    inTime: 'settled by the day promised',
    medianDays: 'days to settle, the middle one',
    cost: 'cost of remedies',
    boughtAgain: 'came back to buy after it',
    silent: (count: number, each: number) =>
      'A rule of thumb of the trade, not counted: ' +
      `for each who complains some ${each} are as unhappy and stay silent; that would be ${grouped(count)}.`,
    by: { remedy: 'by remedy', severity: 'by severity', served: 'by who served', goods: 'by goods' },
    heads: ['', '', 'complaints', 'open', 'cost'],
    notKnown: 'not noted',
    explain: [
      'Complaints opened in these days, as they stand on the last of them; suggestions are counted apart.',
      'acknowledged: by the second step or a later one, a talk about it, or its being settled. ' +
        'past the day promised: not settled, and the day is over.',
      'cost: what was noted as the cost of the remedy, or the money refunded. ' +
        'came back: of the customers whose complaint was settled, those with a purchase that counts after that day.',
      'one to twenty: a rule of thumb of the trade about those who stay silent; nothing in the ledger shows it.',
    ],
    next: 'Those open: regulars complaint list   how it is reckoned: --explain',
    begin: 'To note one: regulars complaint open CUSTOMER "what happened"',
  },
}
