import type { Words } from './en.ts'

type Terms = Pick<Words['terms'], 'reason' | 'festivalName' | 'message'>

/** What people call a message: of the program's own its word, of the owner's the name it was given. */
export function templateSaid(name: string, { reason, festivalName, message }: Terms): string {
  const words: Readonly<Record<string, string>> = { ...reason, ...festivalName, ...message }
  return words[name] ?? name
}

/** The same as one word that can be typed. */
export function templateTyped(name: string, terms: Terms): string {
  const said = templateSaid(name, terms)
  return /\s/.test(said) ? name : said
}
