import { quoted } from '../../asked.ts'
import type { CodesOf, ErrorWords, InAnyLanguage } from '../../error-message.ts'

const said = {
  'complaint.not-found': ({ asked }) => ({
    message: `No complaint ${asked}.`,
    hint: 'All of them: regulars complaint list --all',
  }),
  'complaint.not-theirs': ({ id, who }) => ({
    message: `Entry ${id} is not of ${who.name} #${who.id}.`,
    hint: `Theirs: regulars purchases ${who.id}`,
  }),
  'complaint.promise-first': ({ promised, on }) => ({
    message: `The day promised (${promised}) is before the day itself (${on}).`,
    hint: 'Example: --promise 3d',
  }),
  'complaint.before-opened': ({ id, on, opened }) => ({
    message: `Complaint ${id} was opened on ${opened}: nothing can be done about it on ${on}.`,
    hint: `All of it: regulars complaint show ${id}`,
  }),
  'complaint.resolved': ({ id, on }) => ({
    message: `Complaint ${id} was settled on ${on}.`,
    hint: `To ask how it went: regulars complaint step ${id} 6   Something new: regulars help complaint open`,
  }),
  'complaint.no-steps': ({ id }) => ({
    message: `${id} is a suggestion: it has no steps.`,
    hint: `When it is answered: regulars complaint resolve ${id}`,
  }),
  'occasion.not-found': {
    several: (who: string, text: string) => `“${text}” is several of the occasions of ${who}.`,
    none: (who: string, text: string) => `${who} has no occasion “${text}”.`,
    add: 'To note one: regulars help occasion add',
    known: (occasions: readonly string[]) => `There are: ${occasions.join(', ')}`,
  },
  'event.taken': ({ name, on }) => ({
    message: `There is an event “${name}” already, on ${on}.`,
    hint: 'All of them: regulars event list',
  }),
  'event.not-found': {
    message: (asked: string) => `No event “${asked}”.`,
    none: 'To open it: regulars help event open',
    all: 'The events: regulars event list',
  },
  'event.to-come': ({ name, on }) => ({
    message: `“${name}” is on ${on}: nobody can have come yet.`,
    hint: 'It was held earlier: --on DAY',
  }),
  'message.unknown-template': {
    message: (asked: string) => `No message “${asked}”.`,
    all: (known: readonly string[]) => `There are: ${known.join(', ')}   what they say: regulars message`,
  },
  'message.unknown-field': {
    message: (template: string, asked: string) =>
      `The message “${template}” has {${asked}}, which is nothing that can be filled in.`,
    fact: '{fact:KEY}',
    known: (fields: readonly string[]) => `There are: ${fields.join(' ')}`,
  },
  'message.personal': {
    reasoned: (template: string) =>
      `“${template}” is for those who have a reason for it: ` +
      'it is written to one customer after another, not to a group.',
    filled: (template: string, field: string) =>
      `“${template}” has {${field}}: it is written to one customer after another, not to a group.`,
    hint: (template: string) => `To whom: regulars message ${template} --to due   or --to NAME, --tier A, --group NAME`,
  },
  'message.nobody-asked': ({ template, flag }) => ({
    message: `${flag} needs to be told to whom.`,
    hint: `Examples: regulars message ${quoted(template)} --to due ${flag}   --tier A,B   --to NAME   --group NAME`,
  }),
  'message.no-event': ({ template }) => ({
    message: `“${template}” speaks of an event.`,
    hint: 'Which one: --event NAME   those there are: regulars event list',
  }),
  'message.event-over': ({ name, on }) => ({
    message: `“${name}” was on ${on}.`,
    hint: 'Who came: regulars help event came   A new one: regulars help event open',
  }),
  'message.festival-away': {
    unkept: (festival: string) => `The shop does not keep “${festival}”.`,
    keep: 'To keep it: regulars policy set festival.calendar chinese',
    away: (festival: string, on: string, days: number) =>
      `“${festival}” is on ${on}: greetings go out from ${days} days before to 3 days after.`,
    earlier: (days: number) => `To begin today: regulars policy set festival.days ${days}`,
    others: 'What there is to send now: regulars message',
  },
  'message.empty': ({ file }) => ({
    message: `${file} has no text.`,
    hint: 'A first line `subject: …` and the text after it; {salutation} is filled in.',
  }),
  'want.not-found': {
    message: (name: string, id: number, text: string) => `${name} #${id} does not wait for “${text}”.`,
    note: (id: number, text: string) => `To note it: regulars want ${id} "${text}"`,
    waits: (texts: readonly string[]) => `They wait for: ${texts.join(', ')}`,
  },
  'loss.never-bought': ({ id, name }) => ({
    message: `${name} #${id} has not bought yet: there is nobody to lose.`,
    hint: `To note something: regulars help note`,
  }),
  'contact.not-found': ({ asked }) => ({
    message: `No contact ${asked}.`,
    hint: 'Contacts and their numbers: regulars contacts',
  }),
  'contact.no-amount': ({ id, command }) => ({
    message: `${command}: c${id} is a contact, no amount stands in it.`,
    hint: `A wrong contact: regulars void c${id}   numbers of purchases: regulars purchases`,
  }),
  'contact.already-void': ({ id }) => ({
    message: `Contact c${id} is void already.`,
    hint: 'To take the voiding back, undo its change: regulars log',
  }),
} satisfies ErrorWords<CodesOf<'complaint' | 'occasion' | 'event' | 'message' | 'want' | 'loss' | 'contact'>>

/** Complaints, occasions, events, messages, wishes and contacts that cannot be so. */
export const careErrors: InAnyLanguage<typeof said> = said
