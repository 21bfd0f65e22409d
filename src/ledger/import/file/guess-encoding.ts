import { columnNamed } from '../columns.ts'
import { type Alphabet, alphabets, encodingOfRegion, type OneByte } from './alphabets.ts'
import { decodeOneByte } from './one-byte.ts'

/** An encoding that was found by what it makes of the text. */
export interface Guess {
  readonly encoding: OneByte | 'gb18030' | 'big5' | 'shift_jis' | 'euc-kr'
  /** Whether a heading of the file says so; else people should be shown what was read. */
  readonly certain: boolean
}

/** What a text in no Unicode encoding shows of itself: its beginning, and lines of it with bytes beyond ASCII. */
export interface Sample {
  readonly head: Buffer
  readonly lines: Buffer
  /** Lines end in CR alone, as on a Mac of old. */
  readonly carriageReturns: boolean
}

const chineseRegions: readonly string[] = ['CN', 'TW', 'HK', 'MO', 'SG']
const traditionalRegions: readonly string[] = ['TW', 'HK', 'MO']
const kinds = ['customers', 'purchases', 'contacts'] as const
/** Scores are of 1 at most; nearer than this, either may be right. */
const near = 0.25

/**
 * Tells Asian encodings from Western ones by what each makes of the text. A recognised heading in Chinese or Japanese
 * decides. Else every candidate is scored from -4 to 1 a character: common characters of Chinese that stand together,
 * or letters of one language in words with the letters and capitals words have. Where both can be, the shop's region
 * decides.
 */
export function guessEncoding(sample: Sample, region: string | null): Guess {
  const heading = (['gb18030', 'big5'] as const).find((encoding) => hasHeading(sample.head, encoding))
  if (heading) return { encoding: heading, certain: true }
  const guess = (encoding: Guess['encoding']): Guess => ({ encoding, certain: false })
  const japanese = decodes(sample.lines, 'shift_jis')
  if (japanese && hasHeading(sample.head, 'shift_jis')) return { encoding: 'shift_jis', certain: true }
  if (region === 'JP' && japanese) return guess('shift_jis')
  if (region === 'KR' && decodes(sample.lines, 'euc-kr')) return guess('euc-kr')
  const han = chineseGuess(sample.lines, region)
  const western = westernGuess(sample, region)
  if (western.score < -0.5 && han.score < -0.5) return guess(han.encoding)
  if (Math.abs(han.score - western.score) >= near)
    return guess(han.score > western.score ? han.encoding : western.encoding)
  return guess(region !== null && chineseRegions.includes(region) ? han.encoding : western.encoding)
}

function decodes(bytes: Buffer, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Whether one of the first lines names a column in Chinese or Japanese: title lines may stand above it. */
function hasHeading(head: Buffer, encoding: 'gb18030' | 'big5' | 'shift_jis'): boolean {
  const lines = new TextDecoder(encoding)
    .decode(head)
    .split(/[\r\n]+/)
    .slice(0, 60)
  const cells = lines.flatMap((line) => line.slice(0, 4000).split(/[,;\t|]/))
  return cells
    .map((cell) => cell.trim().replace(/^"|"$/g, ''))
    .some((cell) => /\p{Script=Han}/u.test(cell) && kinds.some((kind) => columnNamed(kind, cell) !== null))
}

function chineseGuess(bytes: Buffer, region: string | null) {
  const gb = { encoding: 'gb18030', score: chineseScore(bytes, gbWorth) } as const
  const big5 = { encoding: 'big5', score: chineseScore(bytes, big5Worth) } as const
  if (Math.abs(gb.score - big5.score) < 0.05) return region !== null && traditionalRegions.includes(region) ? big5 : gb
  return gb.score > big5.score ? gb : big5
}

const invalid = -4

/** What two bytes are worth as a character; the first is beyond ASCII. Null when they are none. */
type Worth = (lead: number, trail: number) => number | null

/** GB18030: the everyday characters, the rarer, signs, and what GBK added, which names have. */
function gbWorth(lead: number, trail: number): number | null {
  if (lead < 0x81 || lead === 0xff || trail < 0x40 || trail === 0x7f || trail === 0xff) return null
  if (trail < 0xa1) return lead < 0xa1 || lead >= 0xa8 ? 0 : -2
  if (lead < 0xa1) return 0
  if (lead < 0xaa) return lead < 0xa4 ? 0.6 : 0
  if (lead < 0xb0 || lead > 0xf7) return -2
  return lead < 0xd8 ? 1 : 0.3
}

function big5Worth(lead: number, trail: number): number | null {
  if (lead < 0x81 || lead === 0xff || trail < 0x40 || (trail > 0x7e && trail < 0xa1) || trail === 0xff) return null
  if (lead < 0xa1 || lead > 0xf9) return -1
  if (lead < 0xa4) return 0.6
  if (lead < 0xc6 || (lead === 0xc6 && trail < 0x7f)) return 1
  return lead < 0xc9 ? -1 : 0.3
}

function chineseScore(bytes: Buffer, worth: Worth): number {
  let sum = 0
  let count = 0
  // The second byte of a character may look like a letter.
  let before = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] as number
    const letterBefore = before
    before = lead < 0x80 ? lead : 0
    if (lead < 0x80) continue
    count++
    const trail = bytes[at + 1] ?? 0
    const value = worth(lead, trail)
    if (value === null) {
      // Four bytes: rare, and never what Western letters look like.
      const isLong = worth === gbWorth && isDigit(trail) && (bytes[at + 2] ?? 0) > 0x80 && isDigit(bytes[at + 3] ?? 0)
      sum += isLong ? 0 : invalid
      if (isLong) at += 3
      continue
    }
    sum += value - Math.max(besideLetter(letterBefore), besideLetter(bytes[at + 2] ?? 0))
    at++
  }
  return count === 0 ? 0 : sum / count
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

/**
 * What it costs a Chinese character to stand beside a Latin letter: a small one seldom does, a capital sometimes (VIP卡,
 * T恤).
 */
function besideLetter(byte: number): number {
  if (byte >= 0x61 && byte <= 0x7a) return 1.2
  return byte >= 0x41 && byte <= 0x5a ? 0.6 : 0
}

function westernGuess({ lines, carriageReturns }: Sample, region: string | null): { encoding: OneByte; score: number } {
  const home = region === null ? undefined : (encodingOfRegion[region] ?? 'windows-1252')
  const decoded = new Map<OneByte, readonly string[]>()
  let best: { encoding: OneByte; score: number } = { encoding: 'windows-1252', score: Number.NEGATIVE_INFINITY }
  for (const alphabet of alphabets) {
    const { encoding, only } = alphabet
    if (only && !only.includes(region ?? '')) continue
    if (encoding === 'macintosh' && !carriageReturns) continue
    const words = decoded.get(encoding) ?? wordsIn(decodeOneByte(lines, encoding))
    decoded.set(encoding, words)
    const score = weighed(westernScore(words, alphabet), words, alphabet, home)
    const lead = score - best.score
    if (lead > 0.02 || (lead > -0.02 && encoding === home && best.encoding !== home)) best = { encoding, score }
  }
  return best
}

/**
 * A few Chinese names make words of Greek or Cyrillic letters as they will: those scripts are likelier where they are
 * at home. Four different words, every one with its capital in front, are no chance (of 9,000 rosters of 5 to 12
 * Chinese names, none).
 */
function weighed(score: number, words: readonly string[], alphabet: Alphabet, home: OneByte | undefined): number {
  if (alphabet.latin) return score
  if (score === 1 && new Set(words).size >= 4) return score + near
  return isForeign(alphabet, home) ? score - 0.3 : score
}

function isForeign({ encoding, latin }: Alphabet, home: OneByte | undefined): boolean {
  return !latin && encoding !== home && !(encoding === 'koi8-r' && home === 'windows-1251')
}

/** What stands between blanks, commas and digits, where it has anything beyond ASCII: letters and signs. */
function wordsIn(text: string): string[] {
  return (text.match(/[A-Za-z\u0080-\uffff]+/g) ?? [])
    .filter((word) => /[\u0080-\uffff]/.test(word))
    .map((word) => word.slice(0, 60))
}

/** Signs that stand at words, and those that stand apart from them, in every one of these encodings. */
const signs = { at: new Set('“”„‘’‚…–—«»©®™¿¡ºª´·\u00a0'), apart: new Set('•°§£€×²³½¼¾±№') }

function westernScore(words: readonly string[], alphabet: Alphabet): number {
  let sum = 0
  let count = 0
  for (const word of words) {
    const characters = [...word]
    const far = characters.filter((character) => character > '\x7f')
    count += far.length
    const letters = word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    const odd = oddness(letters, alphabet)
    for (const [at, character] of characters.entries())
      if (character > '\x7f') sum += worthOf(character, characters, at, alphabet) - odd
  }
  return count === 0 ? 0 : sum / count
}

function worthOf(character: string, word: readonly string[], at: number, { letters }: Alphabet): number {
  // œ stands before u or i; elsewhere it is what another encoding makes of a Polish ś.
  if (/œ/i.test(character)) return letters.has(character) && /[ui]/i.test(word[at + 1] ?? '') ? 1 : -1
  if (letters.has(character)) return 1
  if (/[\p{Cc}\p{Cn}\ufffd]/u.test(character)) return -3
  if (/\p{L}/u.test(character)) return -1
  const [before, after] = [/\p{L}/u.test(word[at - 1] ?? ''), /\p{L}/u.test(word[at + 1] ?? '')]
  if (signs.apart.has(character)) return before || after ? -1 : 0.5
  return signs.at.has(character) && (!(before && after) || character === '’') ? 0.5 : -1
}

/** Scripts do not mix in a word, a Latin word has Latin letters, and capitals come first or throughout. */
function oddness(word: string, { latin }: Alphabet): number {
  const hasAscii = /[A-Za-z]/.test(word)
  if (latin && !hasAscii && word.length > 1) return word.length > 4 ? 1 : 0.5
  if (!latin && hasAscii) return 1
  // Latin names have a capital within them: McDonald, DiCaprio.
  const isOdd = latin ? /\p{Ll}\p{Lu}\p{Lu}|\p{Ll}\p{Lu}$/u.test(word) : /\p{Ll}\p{Lu}/u.test(word)
  return isOdd ? 1 : 0
}
