/** A function whose answers are kept: what is asked again and again of a few. */
export function remembering<Asked, Answer>(read: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const known = new Map<Asked, Answer>()
  return (asked) => {
    let answer = known.get(asked)
    if (answer === undefined) {
      answer = read(asked)
      known.set(asked, answer)
    }
    return answer
  }
}
