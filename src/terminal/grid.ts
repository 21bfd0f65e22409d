import Table from 'cli-table3'

const none = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
    'mid-mid',
    'right',
    'right-mid',
  ].map((part) => [part, '']),
)

/**
 * Cells of one line or several side by side, without borders: for a screen of some rows. What may have thousands is
 * drawn by `table`.
 */
export function grid(rows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  if (rows.length === 0) return []
  const columns = Math.max(...rows.map((row) => row.length))
  const drawn = new Table({
    chars: { ...none, middle: '  ' },
    colAligns: Array.from({ length: columns }, (_, at) => (right.includes(at) ? 'right' : 'left')),
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
  })
  drawn.push(...rows.map((row) => [...row]))
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
}
