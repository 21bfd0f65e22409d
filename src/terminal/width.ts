import { eastAsianWidth } from 'get-east-asian-width'
import stripAnsi from 'strip-ansi'
import { someText } from './some-text.ts'

// string-width wakes ICU to find grapheme clusters, a third of a bare start: only what has clusters waits for it.
let clusterWidth: ((text: string) => number) | null = null

// The classes below take a millisecond to make; ASCII and Chinese have none of them.
const simple = /^[\x20-\x7e\u2010-\u203b\u2500-\u25ff\u3000-\u3029\u4e00-\u9fff\uff01-\uff60\s]*$/

const hasClusters = (text: string) =>
  !simple.test(text) && /[\p{M}\p{Emoji_Modifier}\p{Regional_Indicator}\u200d]/u.test(text)

/** Gets ready for emoji and combining marks where a text of the value has some. */
export async function prepareWidth(value: unknown): Promise<void> {
  if (clusterWidth === null && someText(value, hasClusters)) clusterWidth = (await import('string-width')).default
}

/** Columns a text takes on a terminal: Chinese counts two. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  if (clusterWidth !== null && hasClusters(text)) return clusterWidth(text)
  let width = 0
  for (const letter of text) width += eastAsianWidth(letter.codePointAt(0) ?? 0)
  return width
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text
}

/** The text cut to a width, with … where something is gone. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  let used = 0
  for (const cluster of clustersOf(text)) {
    const wide = widthOf(cluster)
    if (used + wide > width - 1) break
    kept += cluster
    used += wide
  }
  return `${kept}…`
}

/**
 * Text broken into lines of at most `width` columns, at blanks where it has them, between any two Chinese characters
 * else.
 */
export function wrap(text: string, width: number, indent = ''): string[] {
  // Most fit as they are, and where they might be broken takes long to find.
  if (widthOf(text) <= width) return [text.replace(/ +$/, '')]
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text, width - widthOf(indent))) {
    const begun = lines.length > 0 || line !== ''
    if (begun && widthOf(line + piece) > width) {
      lines.push(line)
      line = indent + piece.trimStart()
    } else line += widthOf(line + piece) > width ? piece.trimStart() : piece
  }
  return [...lines, line]
}

/**
 * The same with what is continued set in by four; in a pipe (`width` null) no line is broken. What stands apart by wide
 * gaps is broken there; a line of things to type goes on at its edge.
 */
export function hung(text: string, width: number | null): string[] {
  return width === null ? [text] : broken(text, width, (plain) => hungPlain(plain, width))
}

function hungPlain(text: string, width: number): string[] {
  const parts = text.trimEnd().split(/(?<=\S) {3,}/)
  const indent = parts.every((part) => part.includes('regulars ')) ? '' : '    '
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last}   ${part}`) <= width) lines[lines.length - 1] = `${last}   ${part}`
    else lines.push(last === undefined ? part : indent + part)
  }
  return lines.flatMap((line) => wrap(line, width, '    '))
}

// A command with its words, a number with what it counts, a bracket with what it holds: nothing of these is parted at a
// line's end. A command is not even parted where it is longer than the line: what is copied from there is typed as it
// stands.
const opening = '[（“‘「『《【]*'
const closing = '[，。、；：！？”’）】》」』,.;:!?)]*'
const command = `regulars(?: (?:"[^"]*"|'[^']*'|[^\\s，。；、：（）！？”]+))+`
const whole = new RegExp(
  ` *${opening}(?:${command}|单 \\d+|[\\u0021-\\u02ff]+(?: %)?|[^\\u0021-\\u02ff ])${closing}`,
  'gu',
)
const isCommand = new RegExp(`^ *${opening}${command}`, 'u')
const smallest = new RegExp(` *${opening}(?:[\\u0021-\\u02ff]+|[^\\u0021-\\u02ff ])${closing}`, 'gu')

/** What a text may be broken between; a piece no line could hold is taken apart. */
function piecesOf(text: string, room: number): string[] {
  return (text.match(whole) ?? []).flatMap((piece) =>
    widthOf(piece.trimStart()) <= room || isCommand.test(piece) ? [piece] : (piece.match(smallest) ?? []),
  )
}

function clustersOf(text: string): readonly string[] {
  return hasClusters(text)
    ? Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), ({ segment }) => segment)
    : [...text]
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const paint = /^(\u001b\[[\d;]*m)[^\u001b]*(\u001b\[[\d;]*m)$/u

/**
 * A line too long for the terminal, broken as a plain one is. Paint that begins and ends with the line is put on each
 * of its parts; what is painted within it is said without.
 */
function broken(line: string, width: number, inParts: (plain: string) => string[]): string[] {
  const plain = stripAnsi(line)
  if (widthOf(plain) <= width) return [line]
  const painted = paint.exec(line)
  return painted ? inParts(plain).map((part) => `${painted[1]}${part}${painted[2]}`) : inParts(plain)
}

/**
 * A line too long for the terminal, continued under itself: at wide gaps where it has them, at blanks else; never in
 * mid-word.
 */
export function continued(line: string, width: number): string[] {
  return broken(line, width, (plain) => continuedPlain(plain, width))
}

function continuedPlain(line: string, width: number): string[] {
  const indent = /^ */.exec(line)?.[0] ?? ''
  const lines: string[] = []
  let begun = indent
  for (const part of line.trim().match(/\S+(?: {1,2}\S+)*| {3,}/g) ?? []) {
    if (widthOf(begun + part) <= width) begun += part
    else if (part.trim() === '') {
      // A gap that ends a line: what follows begins the next.
      lines.push(begun.trimEnd())
      begun = indent
    } else {
      if (begun.trim() !== '') lines.push(begun.trimEnd())
      const [first = '', ...rest] = wrap(indent + part, width, indent)
      lines.push(...[first, ...rest].slice(0, -1))
      begun = rest.at(-1) ?? first
    }
  }
  return begun.trim() === '' ? lines : [...lines, begun.trimEnd()]
}

/**
 * Pieces on as few indented lines as hold them: a line breaks between pieces, inside one only when it alone is too
 * long.
 */
export function flow(pieces: readonly string[], between: string, width: number, indent = '    '): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    const longer = line === '' ? piece : line + between + piece
    if (line !== '' && widthOf(indent + longer) > width) {
      lines.push(line)
      line = piece
    } else line = longer
  }
  return [...lines, line].flatMap((one) => wrap(indent + one.replace(/\s*\n\s*/g, ' '), width, indent))
}
