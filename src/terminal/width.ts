import stringWidth from 'string-width'

/** Columns a text takes on a terminal: Chinese counts two. */
export function widthOf(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text)
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
  for (const { segment } of graphemes.segment(text)) {
    const wide = widthOf(segment)
    if (used + wide > width - 1) break
    kept += segment
    used += wide
  }
  return `${kept}…`
}

/** Text broken into lines of at most `width` columns, at blanks where it has them, between any two Chinese characters else. */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[ ]*(?:[\u0021-\u02ff]+|[^\u0021-\u02ff ])[，。、；：！？”’）】》]*/gu) ?? []) {
    const begun = lines.length > 0 || line !== ''
    if (begun && widthOf(line + piece) > width) {
      lines.push(line)
      line = indent + piece.trimStart()
    } else line += piece
  }
  return [...lines, line]
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
