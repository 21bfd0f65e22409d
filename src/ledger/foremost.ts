/** Sorting everybody to show a dozen takes as long as judging them. */
const few = 1_000

/** The first so many in an order, those in `but` aside. */
export function foremost<One>(
  all: readonly One[],
  count: number,
  order: (one: One, other: One) => number,
  but?: ReadonlySet<One>,
): One[] {
  if (count > few)
    return all
      .filter((one) => !but?.has(one))
      .sort(order)
      .slice(0, count)
  const found: One[] = []
  for (const one of all) {
    const last = found[count - 1]
    if (count === 0 || (last && order(one, last) > 0) || but?.has(one)) continue
    let at = found.length
    for (; at > 0 && order(one, found[at - 1] as One) < 0; at--) {}
    found.splice(at, 0, one)
    if (found.length > count) found.pop()
  }
  return found
}
