/** What people and tills write where there is nothing. */
const nothing = new Set([
  '无',
  '無',
  '暂无',
  '暫無',
  '没有',
  '沒有',
  '-',
  '--',
  '---',
  '—',
  '——',
  '/',
  'n/a',
  'null',
  '#n/a',
])

/** Whether a text would be read as nothing. */
export function saysNothing(text: string): boolean {
  return text.length < 5 && nothing.has(text.trim().toLowerCase())
}

/**
 * A cell as text, '' where it says that there is nothing. An apostrophe that an export put there (see `guard`) is taken
 * off.
 */
export function textIn(cell: string | undefined): string {
  if (cell === undefined || cell === '') return ''
  let text = cell.trim()
  if (isUnseen(text.charCodeAt(0)) || isUnseen(text.charCodeAt(text.length - 1)))
    text = text.replace(rightToLeft.test(text) ? unseenBlanks : unseenEdges, '')
  if (saysNothing(text)) return ''
  const first = text.charCodeAt(0)
  // An apostrophe, a sign of equality: what spreadsheets and exports put before a text.
  if (first === 39) return unguarded(text)
  if (first === 61 && wrapped.test(text)) return text.slice(2, -1).replaceAll('""', '"').trim()
  return first === 96 && text.length > 1 ? text.slice(1).trim() : text
}

/** Letters written from right to left: around them a mark of direction is part of the text. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const unseenBlanks = /^[\s\u00ad\u200b\u2060\ufeff]+|[\s\u00ad\u200b\u2060\ufeff]+$/g

/** Marks of width and direction that web pages and chats leave around what is copied out of them. */
const unseenEdges =
  /^[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+|[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+$/g

function isUnseen(code: number): boolean {
  return (code >= 0x200b && code <= 0x206f) || code === 0xad || code === 0xfeff
}

/** `="007"`: a text that a spreadsheet must not take for a number. */
const wrapped = /^="[\s\S]*"$/

/**
 * A text without the apostrophe that an export put before = + - @, a tab, an apostrophe, or a word that says that there
 * is nothing.
 */
export function unguarded(text: string): string {
  return /^'[=+\-@\t'\d]/.test(text) || (text.startsWith("'") && saysNothing(text.slice(1))) ? text.slice(1) : text
}

/** A number that a spreadsheet cut down to what fits its column: 4.2E+27. */
export function isBrokenBySheet(text: string): boolean {
  return /^\d(?:[.,]\d+)?e\+\d{2,}$/i.test(text)
}
