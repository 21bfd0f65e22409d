/** As V8 has them where nobody says otherwise. */
const usual = {
  heap: ['--semi-space-growth-factor=2', '--heap-growing-percent=0'],
  nursery: ['--min-semi-space-size=0'],
  smallNursery: ['--min-semi-space-size=0'],
  compiler: ['--turbo-filter=*'],
  compilers: ['--max-optimized-bytecode-size=61440'],
}
const changed = {
  heap: ['--semi-space-growth-factor=1', '--heap-growing-percent=20'],
  nursery: ['--min-semi-space-size=8'],
  smallNursery: ['--min-semi-space-size=4'],
  // Where `--no-opt` is taken back, Node 22 still refuses the code it has kept.
  compiler: ['--turbo-filter=none'],
  // No function is short enough for either of the two that optimize.
  compilers: ['--max-optimized-bytecode-size=0'],
}

/**
 * Does work whose rows are born and die by the thousand: left alone, V8 lets the nursery for them grow to 48 MB and the
 * heap to three times what lives in it (measured, no row slower without).
 */
export function inSmallHeap<Result>(work: () => Promise<Result>): Promise<Result> {
  return withFlags('heap', work)
}

/** In MB, what a thread is to be limited to that begins with one of them: three times a half, of which one is empty. */
const nurseries = { nursery: 24, smallNursery: 12 }

/**
 * Begins a thread that has its whole nursery from the start: beside `inSmallHeap` its halves would stay at a megabyte,
 * which is emptied once a millisecond (20,000 customers took an eighth longer, 200,000 a sixth). The flag holds until
 * the thread `hasBegun`; who uses the thread hears why it did not.
 */
export function inNursery<Thread>(
  which: keyof typeof nurseries,
  begin: (megabytes: number) => Thread,
  hasBegun: (thread: Thread) => Promise<unknown>,
): Promise<Thread> {
  return new Promise((resolve, reject) => {
    withFlags(which, async () => {
      const thread = begin(nurseries[which])
      resolve(thread)
      await hasBegun(thread)
    }).catch(reject)
  })
}

/**
 * Does work that ends before V8's last compiler has paid for itself: 20,000 rows of an import take a tenth to a sixth
 * less of the processor without it, 200,000 a fifth to a third more (measured).
 */
export function soonDone<Result>(work: () => Promise<Result>): Promise<Result> {
  return withFlags('compiler', work)
}

/**
 * Does work that weighs every customer of a ledger of so many bytes, once. Of 10,000 purchases (2 MB) it takes a
 * quarter less of the processor where nothing is optimized, of 200,000 (28 MB) where V8's last compiler is left out
 * (measured); a few are weighed before the flags are set, and many are worth them all.
 */
export function weighingAll<Result>(bytes: number | null, work: () => Promise<Result>): Promise<Result> {
  if (bytes === null || bytes < 1_000_000 || bytes > 30_000_000) return work()
  return withFlags(bytes < 10_000_000 ? 'compilers' : 'compiler', work)
}

/**
 * Put back in the end: compiled code that is kept under other flags is refused by the next start, as are pieces loaded
 * in the midst of it.
 */
async function withFlags<Result>(which: keyof typeof usual, work: () => Promise<Result>): Promise<Result> {
  // Loaded where it is needed: it takes 3 ms of every start otherwise.
  const { setFlagsFromString } = await import('node:v8')
  for (const flag of changed[which]) setFlagsFromString(flag)
  try {
    return await work()
  } finally {
    for (const flag of usual[which]) setFlagsFromString(flag)
  }
}
