/**
 * What is typed all day, `tree.daily`: for these `dist/counter.cjs` is the program, which has no other verb and is half
 * as large.
 */
const daily = 'add buy refund pay due done round plan snooze want arrived wants find show'.split(' ')

/**
 * The most typed words: each has a piece of its own, `dist/find.cjs`, which V8 takes 2 ms less to read. That of `help`,
 * which tells of all verbs, has none of them.
 */
export const withOwnPiece = ['find', 'show', 'buy', 'due', 'help']

/** Which piece of `dist/` answers a command line: help of one command may be of any. */
export function pieceFor(argv: readonly string[]): `./${string}.cjs` {
  const [verb = ''] = argv
  // On a terminal that is the shop at a glance, else help.
  if (argv.length === 0) return './counter.cjs'
  if (argv.length === 1 && /^(help|--help|-h)$/.test(verb)) return './help.cjs'
  const asksHelp = argv.some((word) => word === '--help' || word === '-h')
  // `buy -` reads a file of any kind, for which the small piece would grow by a twentieth.
  const readsLines = argv.includes('-')
  if (asksHelp || readsLines || !daily.includes(verb)) return './session.cjs'
  return withOwnPiece.includes(verb) ? `./${verb}.cjs` : './counter.cjs'
}
