const special = { ',': /["\r\n,]|^\s|\s$/, ';': /["\r\n;]|^\s|\s$/, '\t': /["\r\n\t]|^\s|\s$/, '|': /["\r\n|]|^\s|\s$/ }

/** Cells as a line of CSV or TSV, without its end: in quotes what would be read otherwise, blanks at its ends too. */
export function csvLine(cells: readonly string[], delimiter: keyof typeof special = ','): string {
  return cells.map((cell) => (special[delimiter].test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)
}
