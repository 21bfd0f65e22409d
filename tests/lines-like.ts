/** The pattern of several lines, one under the other. */
export const linesLike = (...lines: readonly string[]) => new RegExp(lines.join('\\n'))
