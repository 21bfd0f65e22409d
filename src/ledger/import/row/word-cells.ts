import { LedgerError } from '../../errors.ts'
import { meaning, type Vocabulary, vocabulary } from '../../vocabulary.ts'
import { textIn } from './cells.ts'

export function wordIn<Kind extends keyof Vocabulary>(kind: Kind, text: string): Vocabulary[Kind][number] {
  const found = meaning(kind, text)
  if (found === null)
    throw new LedgerError('usage.bad-choice', { asked: text, what: kind, choices: Object.keys(vocabulary[kind]) })
  return found
}

export function countIn(text: string, least: number, most: number): number {
  const plain = text
    .normalize('NFKC')
    .replace(/[,次]|\.0+$/g, '')
    .trim()
  const count = /^\d{1,9}$/.test(plain) ? Number(plain) : Number.NaN
  if (!(count >= least && count <= most)) throw new LedgerError('usage.bad-count', { asked: text, least, most })
  return count
}

/** A share of 0 to 100 percent, with or without its sign. */
export function percentIn(text: string): number {
  const share = Number(/^(\d{1,3}(?:\.\d{1,6})?)\s*%?$/.exec(text.normalize('NFKC').trim())?.[1] ?? Number.NaN)
  if (!(share >= 0 && share <= 100)) throw new LedgerError('usage.bad-percent', { text })
  return share
}

/** Yes or no, 1 or 0; null where a text is neither. */
export function yesOrNo(text: string): 0 | 1 | null {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  if (/^(yes|y|true|1|on|是|有|对|√|✓|✔|ja|oui|s[ií]|sim|tak|はい)$/.test(plain)) return 1
  return /^(no|n|false|0|off|否|不|不是|×|✗|nein|non|não|nie|nee|いいえ)$/.test(plain) ? 0 : null
}

/** `yesOrNo`; throws row.bad-yes. */
export function yesIn(text: string): 0 | 1 {
  const said = yesOrNo(text)
  if (said === null) throw new LedgerError('row.bad-yes', { text })
  return said
}

/** `wechat=yes;sms=no`; a channel alone is one they allow. */
export function consentIn(text: string): (readonly [channel: string, given: 0 | 1])[] {
  return text
    .split(/[,，;；、|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [channel = '', said] = part.split(/[=＝:：]/)
      return [wordIn('channel', channel), said === undefined ? 1 : yesIn(said)] as const
    })
}

export function tagsIn(list: string): string[] {
  const text = list.replaceAll(':::', '\n')
  const parts = text.includes('"')
    ? (text.match(/[^\S\n]*"(?:[^"]|"")*"|[^,，;；、|\n]+/g) ?? [])
    : text.split(/[,，;；、|\n]/)
  const bare = parts.map((part) =>
    part.trim().replace(/^"((?:[^"]|"")*)"$/, (_, inside: string) => inside.replaceAll('""', '"')),
  )
  return [...new Set(bare.map(textIn))].filter((tag) => tag !== '')
}

/** A-D, as a tier is pinned by; null for a word of another shop's card. */
export function tierIn(text: string): string | null {
  return /^([A-D])(?:级|級|类|類|等|tier)?$/i.exec(text.normalize('NFKC').trim())?.[1]?.toUpperCase() ?? null
}
