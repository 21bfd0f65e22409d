/**
 * The names of months by their first letters, without the marks over them: English, German, French, Spanish, Italian,
 * Portuguese, Dutch, Polish, Russian.
 */
const months: readonly (readonly [month: number, names: string])[] = [
  [1, 'jan ene gen sty янв'],
  [2, 'feb fev lut фев'],
  [3, 'mar mrt maa мар'],
  [4, 'apr abr avr kwi апр'],
  [5, 'may mai mag mei maj мая маи'],
  [6, 'jun juin giu cze июн'],
  [7, 'jul juil lug lip июл'],
  [8, 'aug ago aou sie авг'],
  [9, 'sep set wrz сен'],
  [10, 'oct okt out ott paz окт'],
  [11, 'nov lis ноя'],
  [12, 'dec dez dic gru дек'],
]
const monthNamed = new Map(months.flatMap(([month, names]) => names.split(' ').map((name) => [name, month] as const)))

/** The month a word names; null for any other word. */
export function monthOf(word: string): number | null {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '')
  return monthNamed.get(plain.slice(0, 4)) ?? monthNamed.get(plain.slice(0, 3)) ?? null
}

const weekdays = new Set(
  (
    'mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag ' +
    'lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche ' +
    'mie jue vie sab dom lunes martes miercoles jueves viernes sabado domingo ' +
    'gio lunedi martedi mercoledi giovedi venerdi sabato domenica ' +
    'seg ter qua qui sex segunda terca quarta quinta sexta segunda-feira terca-feira quarta-feira quinta-feira ' +
    'sexta-feira ma wo vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ' +
    'pon wt sr czw pt sob ndz пн вт ср чт пт сб вс'
  ).split(' '),
)

/** A day without the weekday that stands before or behind it: Di, 03.11.2026; 2026/11/03(火). */
export function withoutWeekday(text: string): string {
  const led = /^(\p{L}[\p{L}\p{M}-]{1,12})[.,]{0,2}\s+(?=\d)/u.exec(text)
  if (led && weekdays.has((led[1] as string).normalize('NFD').replace(/\p{M}/gu, ''))) return text.slice(led[0].length)
  return text.replace(/\s*[(（][月火水木金土日][)）]/, ' ')
}
