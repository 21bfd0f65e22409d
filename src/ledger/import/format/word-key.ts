/** A word of a row folded for comparison with a format's: width and case make no difference. */
export function wordKey(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
}
