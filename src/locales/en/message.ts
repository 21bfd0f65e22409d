import type { Field } from '../../ledger/message/fields.ts'
import type { LeftOutWhy } from '../../ledger/message/leave-out.ts'
import type { TemplateName, TemplateWords } from '../../ledger/message/templates.ts'
import { grouped } from '../figure.ts'
import { counted } from './plural.ts'

const months = 'January February March April May June July August September October November December'.split(' ')

const templates: Readonly<Record<TemplateName, TemplateWords>> = {
  birthday: {
    subject: 'Happy birthday',
    text: '{salutation}, happy birthday! All of us at {shop|the shop} wish you a good day and a good year.',
  },
  wanted: {
    subject: 'It has come in: {wish}',
    text: '{salutation}, what you were waiting for has come in: {wish}. Shall we keep it for you? {shop|Your shop}',
  },
  welcome: {
    subject: 'Welcome',
    text:
      '{salutation}, thank you for your first visit on {last}. Is everything as you hoped? ' +
      'We are glad to help. {shop|Your shop}',
  },
  'welcome-back': {
    subject: 'Good to see you again',
    text: '{salutation}, it was good to see you again after a while. If anything is missing, tell us. {shop|Your shop}',
  },
  thanks: {
    subject: 'Thank you',
    text:
      '{salutation}, thank you for coming on {last}. ' +
      'We hope the {item|things you chose} will please you. {shop|Your shop}',
  },
  'after-sale': {
    subject: 'How is it?',
    text:
      '{salutation}, how is the {item|purchase} of {last} doing? ' +
      'If anything is not right, tell us and we see to it. {shop|Your shop}',
  },
  occasion: {
    subject: '{occasion}',
    text:
      '{salutation}, {occasion-day} is near: {occasion}. ' +
      'We are thinking of it and are there for you. {shop|Your shop}',
  },
  interested: {
    subject: 'Still interested?',
    text: '{salutation}, you asked about it the other day: may we show it to you, or keep it aside? {shop|Your shop}',
  },
  restock: {
    subject: 'Running out?',
    text: '{salutation}, your {item} may be running out. Shall we put some aside for you? {shop|Your shop}',
  },
  slipping: {
    subject: 'We miss you',
    text: '{salutation}, we have not seen you for a while. Is there anything we can do better? {shop|Your shop}',
  },
  debt: {
    subject: 'Your account',
    text:
      '{salutation}, on your account {owed} is open, since {owed-since}. ' +
      'If you have paid meanwhile, please take no notice. {shop|Your shop}',
  },
  points: {
    subject: 'Your points',
    text: '{salutation}, {points} of your points lapse on {points-day}. Come and use them before. {shop|Your shop}',
  },
  coupon: {
    subject: 'Your coupon',
    text:
      '{salutation}, your coupon {coupon} is good until {coupon-day}. ' +
      'We would be glad to see you. {shop|Your shop}',
  },
  risen: {
    subject: 'Thank you for your loyalty',
    text:
      '{salutation}, you are one of our best customers now, and we thank you for it. ' +
      'For you: {privilege|we keep an eye on whatever you like}. {shop|Your shop}',
  },
  greeting: {
    subject: 'A word from {shop|your shop}',
    text: '{salutation}, how are you? If there is anything you need, write to us. {shop|Your shop}',
  },
  'new-arrival': {
    subject: 'Just arrived',
    text: '{salutation}, something new has come in that may be to your taste. Come and see. {shop|Your shop}',
  },
  invitation: {
    subject: '{event}, {event-day}',
    text:
      '{salutation}, we invite you: {event}, {event-day}. ' +
      '{event-note|We would be glad to see you.} {shop|Your shop}',
  },
  'spring-festival': {
    subject: 'Happy New Year',
    text: '{salutation}, a happy Spring Festival and a good year to you and your family! {shop|Your shop}',
  },
  'dragon-boat': {
    subject: 'Dragon Boat Festival',
    text: '{salutation}, a healthy Dragon Boat Festival to you and your family! {shop|Your shop}',
  },
  'mid-autumn': {
    subject: 'Mid-Autumn',
    text: '{salutation}, a full moon and a happy Mid-Autumn to you and your family! {shop|Your shop}',
  },
  'new-year': {
    subject: 'Happy New Year',
    text: '{salutation}, a happy new year to you and your family! {shop|Your shop}',
  },
  festival: {
    subject: '{festival}',
    text: '{salutation}, all the best to you on {festival}! {shop|Your shop}',
  },
}

const why: Readonly<Record<LeftOutWhy, string>> = {
  staff: 'staff',
  archived: 'archived',
  'do-not-contact': 'not to be contacted',
  complaint: 'open complaint',
  declined: 'asked not to be disturbed',
  snoozed: 'put off',
  came: 'came already',
  already: 'had it already',
  'not-due': 'no reason for it today',
  'too-early': 'the day has not come',
  relation: 'contacted only when needed',
  unhappy: 'not satisfied: talk first',
  question: 'wait for an answer: answer first',
  recent: 'heard from you lately',
  enough: 'had enough messages for now',
  refused: 'refused this way',
  'not-asked': 'never asked whether they agree (sms, email)',
  'no-address': 'no number or address for it',
  'same-address': 'one of the family has it',
  unknown: 'the text needs what is not known',
  'held-out': 'held out to compare',
  'quiet-hours': 'quiet hours',
}

const fields: Readonly<Record<Field, string>> = {
  salutation: 'salutation',
  name: 'name',
  shop: 'name of the shop',
  item: 'item',
  amount: 'amount',
  last: 'last purchase',
  owed: 'owes nothing',
  'owed-since': 'debt',
  credit: 'no credit',
  wish: 'wish',
  points: 'points',
  'points-day': 'points',
  coupon: 'coupon',
  'coupon-day': 'coupon',
  privilege: 'privilege',
  birthday: 'birthday',
  occasion: 'occasion',
  'occasion-day': 'occasion',
  festival: 'festival',
  event: 'event',
  'event-day': 'event',
  'event-note': 'note of the event',
  fact: 'that fact',
}

/** What `message` says, and the texts it has of its own. */
export const message = {
  templates,
  why,
  fields,
  salutation: {
    person: (name: string) => `Dear ${name}`,
    firm: (name: string) => `Dear all at ${name}`,
    everyone: 'Dear all',
  },
  and: ' and ',
  day: (month: number, date: number, weekday: string) => `${weekday} ${date} ${months[month - 1]}`,
  field: (field: string) => `{${field}}`,
  fieldOr: (field: string, otherwise: string) => `{${field}|${otherwise}}`,
  own: (name: string, file: string) => `${name}  (${file})`,
  count: (count: number) => counted(count, 'message'),
  toCome: (said: string, waiting: number) => `${said}, ${waiting} to come`,
  noted: (count: number, campaign: string) => `${counted(count, 'message')} noted as sent, campaign ${campaign}`,
  leftOut: (count: number) => `${counted(count, 'customer')} left out:`,
  leftOutFor: (reason: string, count: number, names: string) => `  ${reason}: ${count} (${names})`,
  lacks: (who: string, field: string) => `${who}: ${field}`,
  quiet: (at: string, from: number, until: number) =>
    `It is ${at}: quiet hours from ${from}:00 to ${until}:00. ` +
    `Send them later; to change the hours: regulars policy set message.quietFrom ${from}`,
  nextLog: (log: string, next: string) => `Sent them? ${log}   one by one: ${next}`,
  nextOne: (log: string) => `Sent it? ${log}`,
  nextGroup: (template: string) =>
    `A text for a group. To customers: regulars message ${template} --to due   --tier A,B   --to NAME`,
  nobody: 'Nobody fits.   Customers: regulars list   whom to call today: regulars due',
  nextList:
    'One of them: regulars message birthday --to due   ' +
    'your own: a file messages/NAME.txt beside the ledger, with {salutation}, {item|our tea} …',
  next: {
    question: (at: number, count: number) => `${at} of ${count}: y sent, Return next, q stop`,
    sent: ['y', 'yes', 's', 'sent'],
    quit: ['q', 'quit', 'stop'],
    done: (sent: number, left: number) => `${counted(sent, 'message')} noted as sent, ${grouped(left)} left.`,
  },
}
