/**
 * A heading folded for comparison with a format's: blanks, case, the width of brackets and signs make no difference.
 */
export function headingKey(heading: string): string {
  // Most headings of the West need no more.
  if (/^[ -~]*$/.test(heading)) return heading.toLowerCase().replace(/[\s"]+/g, '')
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\ufeff"]+/g, '')
    .replaceAll('¥', '')
    .replaceAll('帳', '账')
    .replaceAll('帐', '账')
}
