import type { Book } from '../book/book.ts'
import { LedgerError } from '../errors.ts'
import { festivalDays } from '../followup/festivals.ts'
import { fold } from '../identity/spelling.ts'
import { nearestWord } from '../nearest-word.ts'
import type { Reason } from '../reason/rules.ts'
import { type FestivalName, festivals, type MessageName, meaning, messageNames } from '../vocabulary.ts'
import type { OwnTemplate } from './own-templates.ts'
import { readPieces, type TemplateText } from './template.ts'

/** The reasons a message can word; of the others one talks. */
export const wordedReasons = [
  'birthday',
  'wanted',
  'welcome',
  'welcome-back',
  'thanks',
  'after-sale',
  'occasion',
  'interested',
  'restock',
  'slipping',
  'debt',
  'points',
  'coupon',
] as const satisfies readonly Reason[]
export type WordedReason = (typeof wordedReasons)[number]

/** What every template of the program is called. */
export type TemplateName = WordedReason | FestivalName | MessageName | 'festival'

/** The words of a template in the language that is spoken. */
export interface TemplateWords {
  readonly subject: string
  readonly text: string
}

/** A template as it is used: what it is about, and its words. */
export interface MessageTemplate extends TemplateText {
  readonly name: string
  /** Only those for whom this reason holds today have it. */
  readonly reason: WordedReason | null
  /** It greets on a festival, by its word or its own name, and only near it. */
  readonly festival: string | null
  /** Only those who have risen to A lately have it. */
  readonly isForRisen: boolean
  /** Where it is from: `regulars`, or a file of the owner's. */
  readonly from: string
}

/** Where templates come from: the owner's files, and the words of the language that is spoken. */
interface TemplateSources {
  readonly own: readonly OwnTemplate[]
  readonly words: Readonly<Record<TemplateName, TemplateWords>>
}

/** A template that is there; it is read only where it is used. */
interface Listed {
  readonly name: string
  read(): MessageTemplate
}

/** Every template there is by name, the owner's own in the place of the program's of the same name. */
function catalogue(book: Book, { own, words }: TemplateSources): Listed[] {
  const ours = [...wordedReasons, ...festivals, ...messageNames].filter(
    (name) => !own.some((one) => builtInName(one.name) === name),
  )
  const named = festivalDays(book)
    .map(({ festival }) => festival)
    .filter((festival) => !festivals.some((one) => one === festival) && !own.some(({ name }) => name === festival))
  return [
    ...ours.map((name) => ({ name, read: () => ofProgram(name, words[name]) })),
    ...named.map((festival) => ({
      name: festival,
      read: () => ({ ...ofProgram('festival', words.festival), name: festival, festival }),
    })),
    ...own.map((one) => ({ name: one.name, read: () => ofOwner(one) })),
  ]
}

/** Every template as it is used. Throws message.unknown-field, message.empty of one of the owner's. */
export function listTemplates(book: Book, sources: TemplateSources): MessageTemplate[] {
  return catalogue(book, sources).map((one) => one.read())
}

/** The template of a name in either language. Throws message.unknown-template with the nearest, and as `listTemplates`. */
export function findTemplate(book: Book, asked: string, sources: TemplateSources): MessageTemplate {
  const all = catalogue(book, sources)
  const plain = asked.normalize('NFKC').trim()
  const builtIn = builtInName(plain)
  const found =
    all.find(({ name }) => fold(name) === fold(plain)) ??
    all.find(({ name }) => builtIn !== null && (name === builtIn || builtInName(name) === builtIn))
  if (found) return found.read()
  throw new LedgerError('message.unknown-template', {
    asked,
    near: nearestWord(
      asked,
      all.map(({ name }) => name),
      { key: fold },
    ),
    known: all.map(({ name }) => name),
  })
}

/** What the program calls a template that is named so, in either language; null where it has none. */
function builtInName(typed: string): TemplateName | null {
  const reason = meaning('reason', typed)
  return (
    wordedReasons.find((one) => one === reason) ??
    meaning('festivalName', typed) ??
    meaning('message', typed) ??
    (fold(typed) === 'arrived' ? 'wanted' : null)
  )
}

function ofProgram(name: TemplateName, words: TemplateWords): MessageTemplate {
  return {
    name,
    reason: wordedReasons.find((one) => one === name) ?? null,
    festival: festivals.find((one) => one === name) ?? null,
    isForRisen: name === 'risen',
    from: 'regulars',
    subject: readPieces(words.subject, name),
    text: readPieces(words.text, name),
  }
}

/** One of the owner's that has the name of one of the program's is about the same, unless it says otherwise. */
function ofOwner({ name, about, subject, text, file }: OwnTemplate): MessageTemplate {
  if (text === '') throw new LedgerError('message.empty', { file })
  const same = builtInName(about ?? name)
  return {
    name,
    reason: wordedReasons.find((one) => one === same) ?? null,
    festival: festivals.find((one) => one === same) ?? null,
    isForRisen: same === 'risen',
    from: file,
    subject: readPieces(subject, name),
    text: readPieces(text, name),
  }
}
