/** How satisfied customers are, answer by answer. */
export const survey = {
  noted: (who: string, answer: string) => `${who}: ${answer}`,
  answer: (perceived: number, expected: number) => `${perceived} of 5, expected ${expected}`,
  about: (aspect: string, answer: string) => `${aspect} ${answer}`,
  standing: (level: string, c: string, day: string) => `Satisfaction ${c} (${day}): ${level}`,
  callBack: (id: number) =>
    `Ask what went wrong: regulars show ${id}   after it: regulars done ${id} --about unhappy -n "…"`,
  next: 'How satisfied all are: regulars report satisfaction',
}
