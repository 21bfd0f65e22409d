/**
 * Turns what happened to a person into the words that are typed: their name after the command. A complaint is opened
 * for a person, and from then on named by its number; each of them has one at most.
 */
export function makeTyper(): (command: string, name: string, rest: readonly string[]) => string[] {
  const complained: string[] = []
  return (command, name, rest) => {
    const [verb = '', ...more] = rest
    if (command === 'arrived') return [command, ...rest]
    if (command === 'occasion') return [command, 'add', name, ...rest]
    if (command === 'points') return [command, 'adjust', name, ...rest, '--reason', 'gift']
    if (command === 'coupon') return [command, 'give', ...rest, '--to', name, '--value', '5', '--until', '2026-11-14']
    if (command === 'coupon-use') return ['coupon', 'use', ...rest, name]
    if (command !== 'complaint') return [command, name, ...rest]
    if (verb === 'open') complained.push(name)
    return [command, verb, verb === 'open' ? name : String(complained.indexOf(name) + 1), ...more]
  }
}
