import { grouped } from '../figure.ts'
import { plural } from './plural.ts'

const counted = (count: number, one: string, many: string) => `${grouped(count)} ${plural(count, one, many)}`

/** The round: a card for each customer, and what the keys do. */
export const round = {
  business: 'To do',
  last: 'Before',
  chat: 'Chat',
  notes: 'Notes',
  speak: 'Speak',
  account: 'Account',
  message: 'To copy:',
  space: 'space',
  /** A letter each, and what it does: the letter is what is typed. */
  keys: {
    reached: ['r', 'reached'],
    sent: ['s', 'sent'],
    noAnswer: ['n', 'no answer'],
    interested: ['i', 'interested'],
    snooze: ['z', 'later'],
    note: ['t', 'note'],
    nextDay: ['d', 'next day'],
    buy: ['b', 'buy'],
    undo: ['u', 'undo'],
    back: ['p', 'back'],
    next: [' ', 'next'],
    quit: ['q', 'quit'],
  } as const satisfies Record<string, readonly [key: string, does: string]> as Record<
    | 'reached'
    | 'sent'
    | 'noAnswer'
    | 'interested'
    | 'snooze'
    | 'note'
    | 'nextDay'
    | 'buy'
    | 'undo'
    | 'back'
    | 'next'
    | 'quit',
    readonly [key: string, does: string]
  >,
  askDay: 'When again? (friday, 12-05, 3d; Return: not)',
  askAbout: 'About what? (Return: nothing)',
  askUntil: 'Until when?',
  week: '1w',
  askNote: 'Note (Return: none):',
  askPurchase: 'Amount and what (128 green tea; Return: none):',
  snoozed: (name: string, day: string) => `${name} put off until ${day}`,
  noted: (name: string) => `Noted of ${name}`,
  nothingToTakeBack: 'Nothing was done in this round yet.',
  takenBack: 'Taken back.',
  contacts: (count: number) => counted(count, 'contact', 'contacts'),
  putOff: (count: number) => `${grouped(count)} put off`,
  notesTaken: (count: number) => counted(count, 'note', 'notes'),
  purchases: (count: number) => counted(count, 'purchase', 'purchases'),
  nothing: 'nothing',
  end: (did: string, left: number) => `This round: ${did}; ${grouped(left)} left.`,
  goOn: 'To go on where you were: regulars round',
  more: (waiting: number) =>
    `${waiting} more can wait. To go on with them: regulars round   All of them: regulars due --all`,
  allDone: 'All done for today. Tomorrow: regulars round',
}
