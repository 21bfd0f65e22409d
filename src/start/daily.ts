/**
 * What is typed all day, `tree.daily`: for these `dist/counter.cjs` is the program, which has no other verb and is half
 * as large.
 */
const daily = 'add buy refund pay due done round plan snooze want arrived wants find show'.split(' ')

/** Which piece of `dist/` answers a command line: help of one command may be of any. */
export function pieceFor(argv: readonly string[]): './counter.cjs' | './session.cjs' {
  const asksHelp = argv.some((word) => word === '--help' || word === '-h')
  const alone = argv.length === 0 || (argv.length === 1 && argv[0] === 'help')
  // `buy -` reads a file of any kind, for which the small piece would grow by a twentieth.
  const readsLines = argv.includes('-')
  return alone || (!asksHelp && !readsLines && daily.includes(argv[0] ?? '')) ? './counter.cjs' : './session.cjs'
}
