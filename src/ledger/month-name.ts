const months = 'january february march april may june july august september october november december'.split(' ')

const monthFirst = /^([a-z]{3,9})\.? ?(\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/
const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ -]?(?:of )?([a-z]{3,9})\.?(?:[ ,-]+(\d{4}))?$/

/** The month of an English name, or of what it is shortened to (`oct`, `sept`), from 1; null for anything else. */
export function monthOfName(name: string): number | null {
  const found = months.findIndex((month) => month.startsWith(name === 'sept' ? 'sep' : name))
  return name.length < 3 || found < 0 ? null : found + 1
}

/** `dec 5`, `5th december`, `dec 5, 2026` in digits, the year first: `12-5`, `2026-12-5`; other texts as they are. */
export function inDigits(text: string): string {
  const [first, second] = [monthFirst.exec(text), dayFirst.exec(text)]
  const month = monthOfName(first?.[1] ?? second?.[2] ?? '')
  if (month === null) return text
  const [date, year] = first ? [first[2], first[3]] : [second?.[1], second?.[3]]
  return `${year === undefined ? '' : `${year}-`}${month}-${date}`
}
