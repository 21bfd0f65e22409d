/** What a number format makes of a number. */
export type NumberLook =
  /** A number, whatever its signs of money and grouping; `decimals` where it is shown with two or more of them. */
  | { readonly as: 'number'; readonly decimals: number | null }
  | { readonly as: 'percent' }
  /** Digits with leading noughts and what stands between them: 00000, 000-0000-0000. */
  | { readonly as: 'padded'; readonly parts: readonly string[] }
  | { readonly as: 'day' }
  /** A day whose year is not shown. */
  | { readonly as: 'month-day' }
  | { readonly as: 'time' }
  /** Hours past 24 and their like: [h]:mm. */
  | { readonly as: 'elapsed' }

const number: NumberLook = { as: 'number', decimals: null }

/**
 * The formats that stand in no file, by their ids (ECMA-376 18.8.30). 27-36 and 50-58 are those of a Chinese Excel; a
 * Japanese one has a day at 34 and 35 where this has a time: a whole number is then a day all the same. Written for
 * what they tell, not how they look.
 */
const builtIn: Readonly<Record<number, string>> = {
  2: '0.00',
  4: '#,##0.00',
  7: '"$"#,##0.00',
  8: '"$"#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  39: '#,##0.00',
  40: '#,##0.00',
  43: '#,##0.00',
  44: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
  67: '0%',
  68: '0.00%',
  71: 'd/m/yyyy',
  72: 'd-mmm-yy',
  73: 'd-mmm',
  74: 'mmm-yy',
  75: 'h:mm',
  76: 'h:mm:ss',
  77: 'd/m/yyyy h:mm',
  78: 'mm:ss',
  79: '[h]:mm:ss',
  80: 'mm:ss.0',
  81: 'd/m/bb',
}

/** Reads a number format, once for the many cells that have it: `code` is what the file says of the id, or null. */
export function numberFormat(id: number, code: string | null): (value: number) => NumberLook {
  const sections = sectionsOf((code ?? builtIn[id] ?? '').slice(0, 1000))
    .slice(0, 4)
    .map(readSection)
  const [first] = sections
  if (!first) return () => number
  const conditional = sections.some(({ holds }) => holds !== null)
  return (value) => {
    if (conditional) return (sections.find(({ holds }) => holds === null || holds(value)) ?? first).look
    const [positive, negative = positive, zero = positive] = sections.slice(0, 3)
    return (value > 0 ? positive : value < 0 ? negative : zero)?.look ?? number
  }
}

interface Section {
  readonly look: NumberLook
  /** The condition it stands under: [<100]. */
  readonly holds: ((value: number) => boolean) | null
}

/** A format's letters and digits, and what is written as it stands. */
type Part = { readonly kind: 'code' | 'literal' | 'bracket'; readonly text: string }

function sectionsOf(code: string): (readonly Part[])[] {
  const sections: Part[][] = [[]]
  const add = (kind: Part['kind'], text: string) => sections.at(-1)?.push({ kind, text })
  for (let at = 0; at < code.length; at++) {
    const character = code.charAt(at)
    const closing = character === '"' ? code.indexOf('"', at + 1) : character === '[' ? code.indexOf(']', at) : -1
    if (closing >= 0) {
      add(character === '"' ? 'literal' : 'bracket', code.slice(at + 1, closing))
      at = closing
    } else if (character === '\\') add('literal', code.charAt(++at))
    // A blank as wide as the next character, and one repeated to fill the cell.
    else if (character === '_' || character === '*') at++
    else if (character === ';') sections.push([])
    else add('code', character)
  }
  return sections
}

function readSection(parts: readonly Part[]): Section {
  return { look: lookOf(parts), holds: conditionIn(parts) }
}

function conditionIn(parts: readonly Part[]): Section['holds'] {
  for (const { kind, text } of parts) {
    const [, sign, limit] =
      kind === 'bracket' ? (/^(<=|>=|<>|<|>|=)(-?\d{1,15}(?:\.\d{1,15})?)$/.exec(text.trim()) ?? []) : []
    if (sign === undefined) continue
    const bound = Number(limit)
    const comparisons: Record<string, (value: number) => boolean> = {
      '<': (value) => value < bound,
      '<=': (value) => value <= bound,
      '>': (value) => value > bound,
      '>=': (value) => value >= bound,
      '=': (value) => value === bound,
      '<>': (value) => value !== bound,
    }
    return comparisons[sign] ?? null
  }
  return null
}

function lookOf(parts: readonly Part[]): NumberLook {
  const elapsed = parts.some(({ kind, text }) => kind === 'bracket' && /^(h+|m+|s+)$/i.test(text))
  const code = parts
    .map(({ kind, text }) => (kind === 'code' ? text : ' '))
    .join('')
    .replace(/general|g\/通用格式|g\/標準|am\/pm|a\/p|e[+-]/gi, (found) => (/^e/i.test(found) ? 'E' : ' '))
  const scientific = code.includes('E') && /[0#?]/.test(code)
  const digits = /[0#?]/.test(code.replace(/s\.0+/gi, 's'))
  if (!digits && elapsed) return { as: 'elapsed' }
  const clock = digits || scientific ? null : clockIn(code)
  if (clock) return clock
  if (code.includes('%')) return { as: 'percent' }
  return paddedIn(parts, code) ?? (scientific ? number : { as: 'number', decimals: decimalsIn(code) })
}

/** How many decimals a code shows, where they are two or more: fewer may hide what is worth money. */
function decimalsIn(code: string): number | null {
  const [, shown = ''] = /^[^.]*[0#?][^.]*\.([0#?]{2,})[^.,0#?/]*$/.exec(code) ?? []
  return shown === '' ? null : shown.length
}

/** The day or time a code shows, by its letters; `m` beside hours or seconds is minutes. */
function clockIn(code: string): NumberLook | null {
  const letters = code.toLowerCase().match(/y+|e+|g+|b+|m+|d+|a{3,}|h+|s+/g) ?? []
  const kinds = letters.map((run, at) => {
    const [letter = ''] = run
    if (letter !== 'm') return letter
    return run.length <= 2 && (letters[at - 1]?.startsWith('h') || letters[at + 1]?.startsWith('s'))
      ? 'minute'
      : 'month'
  })
  const has = (...wanted: readonly string[]) => kinds.some((kind) => wanted.includes(kind))
  if (has('y', 'e', 'g', 'b')) return { as: 'day' }
  if (has('month', 'd', 'a')) return has('month') && has('d') ? { as: 'month-day' } : { as: 'day' }
  return has('h', 's', 'minute') ? { as: 'time' } : null
}

/** Whole digits with at least two noughts, and nothing but signs between them that are written as they stand. */
function paddedIn(parts: readonly Part[], code: string): NumberLook | null {
  if (!/^[\s0#()\-+/:!&'~{}<>=^$]*$/.test(code) || (code.match(/0/g) ?? []).length < 2) return null
  const shown = parts.flatMap(({ kind, text }) => {
    if (kind === 'bracket')
      return text.startsWith('$') ? [{ kind: 'literal', text: text.slice(1).split('-')[0] ?? '' }] : []
    return [{ kind, text }]
  })
  return {
    as: 'padded',
    parts: shown.map(({ kind, text }) => (kind === 'code' && /[0#]/.test(text) ? text : `"${text}`)),
  }
}

/** A whole number in a padded format: its digits from the right, what is left over before the first place. */
export function padded(value: number, parts: readonly string[]): string {
  const digits = String(Math.abs(value))
  const places = parts.filter((part) => part === '0' || part === '#')
  const firstNought = places.indexOf('0')
  let shown = ''
  let place = 0
  for (const part of parts) {
    if (part.startsWith('"')) {
      shown += part.slice(1)
      continue
    }
    const at = digits.length - (places.length - place)
    if (place === 0 && at > 0) shown += digits.slice(0, at)
    shown += digits[at] ?? (place >= firstNought && firstNought >= 0 ? '0' : '')
    place++
  }
  return value < 0 ? `-${shown}` : shown
}
