import { quoted } from '../locales/asked.ts'
import { verbs } from './tree.ts'

/** These speak of no ledger, or of one of their own. */
const elsewhere = new Set(['help', 'demo', 'config', 'completion', 'ledgers'])

const command =
  /\bregulars (?=([a-z]+))((?:"[^"]*"|'[^']*'|[^\s，。；、：（）！？”]+)(?: (?:"[^"]*"|'[^']*'|[^\s，。；、：（）！？”]+))*)/gu

/**
 * What is said to people, with the ledger that the command line named in every command they are told to type next: it
 * is pasted as it stands. An address with a password in it is not printed. What begins by setting REGULARS_DB has named
 * it already.
 */
export function inNamedLedger(text: string, named: string | null): string {
  if (named === null || !text.includes('regulars ') || text.includes('REGULARS_DB=')) return text
  return text.replace(command, (whole, verb: string, words: string) =>
    isVerb(verb) && !/(^| )--(db|shop)\b/.test(words) ? `regulars ${named} ${words}` : whole,
  )
}

/** The flag by which the command line named its ledger; null where the next one finds the same without it. */
export function namedBy(db: string | null, shop: string | null): string | null {
  if (shop !== null) return `--shop ${quoted(shop)}`
  return db === null || /^\w+:\/\/[^/]*:[^/]*@/.test(db) ? null : `--db ${quoted(db)}`
}

function isVerb(word: string): boolean {
  return (
    !elsewhere.has(word) &&
    (Object.hasOwn(verbs, word) || Object.keys(verbs).some((name) => name.startsWith(`${word} `)))
  )
}
