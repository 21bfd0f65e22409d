/** As V8 has them where nobody says otherwise. */
const usual = ['--semi-space-growth-factor=2', '--heap-growing-percent=0']
const small = ['--semi-space-growth-factor=1', '--heap-growing-percent=20']

/**
 * Does work whose rows are born and die by the thousand: left alone, V8 lets the nursery for them grow to 48 MB and the
 * heap to three times what lives in it (measured, no row slower without). Put back in the end: compiled code that is
 * kept under other flags is refused by the next start, as are pieces loaded in the midst of it.
 */
export async function inSmallHeap<Result>(work: () => Promise<Result>): Promise<Result> {
  // Loaded where it is needed: it takes 3 ms of every start otherwise.
  const { setFlagsFromString } = await import('node:v8')
  small.forEach(setFlagsFromString)
  try {
    return await work()
  } finally {
    usual.forEach(setFlagsFromString)
  }
}
