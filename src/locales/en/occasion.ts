/** What `occasion` says. */
export const occasion = {
  noted: (who: string, text: string, day: string) => `${who}: ${text}, ${day}`,
  comes: (said: string, often: string) => `${said}, ${often}`,
  already: (said: string) => `Noted already: ${said}`,
  over: 'over',
  dueOn: (day: string) => `On the list from ${day} (reason occasion).`,
  told: (text: string, day: string) => `${text} ${day}`,
  near: (said: string, away: string) => `${said} (${away})`,
  next: 'All of them: regulars occasion list',
  removed: (who: string, text: string) => `${who}: “${text}” is taken away.`,
  none: 'No occasions are noted. To note one: regulars occasion add CUSTOMER 2027-03-01 "contract ends" --ahead 30',
  another: 'One more: regulars occasion add NAME 12-24 "wedding day" --every year',
  heads: ['customer', 'occasion', 'next', '', 'comes'],
}
