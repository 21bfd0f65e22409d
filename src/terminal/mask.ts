/** Surnames of two characters; all others have one. */
const compound =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|司徒|夏侯|端木|独孤|獨孤|南宫|南宮|司空|轩辕|軒轅|长孙|長孫|宇文|闻人|聞人|太史|申屠|澹台|百里|呼延)/u

/** Surnames as they stand first in a name that is spelled: Wang Xiaoming. */
const spelled = new Set(
  (
    'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song ' +
    'tang han feng ' +
    'deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu lv ding ren shen yao lu jiang ' +
    'cui zhong ' +
    'tan wang fan shi jia xia bai fu zou meng xiong qin qiu hou jiang yin xue yan duan lei long tao shao qian ' +
    'kong xiang ouyang sima zhuge'
  ).split(' '),
)

/** A name without its surname: `*小明`, `* Xiaoming`, `John *`; of one word its first letter. */
export function withoutSurname(name: string): string {
  const text = name.trim()
  if (text.includes('*')) return text
  if (!/^[ -~]/.test(text) && /^\p{Script=Han}/u.test(text)) {
    const surname = compound.exec(text)?.[0] ?? [...text][0] ?? ''
    return `*${text.slice(surname.length)}`
  }
  const words = text.split(/\s+/)
  if (words.length === 1) return `${[...text][0] ?? ''}*`
  const at = spelled.has((words[0] ?? '').toLowerCase()) ? 0 : words.length - 1
  return words.map((word, nth) => (nth === at ? '*' : word)).join(' ')
}

/** A phone of which the ends are left: `138****8000`. */
export function withoutMiddle(phone: string): string {
  const chinese = /^(?:\+86)?(1\d{2})\d{4}(\d{4})$/.exec(phone)
  return chinese ? `${chinese[1]}****${chinese[2]}` : `${phone.slice(0, 3)}****${phone.slice(-2)}`
}

const phones = /(?<![\d.])(?:\+\d{7,15}|1[3-9]\d{9}|1[3-9]\d[ -]\d{4}[ -]\d{4})(?![\d.]*\d)/g

/** A text in which phones are hidden, and the surnames in these names. */
function withoutNames(text: string, names: readonly string[]): string {
  const hidden = names.reduce(
    (rest, name) => (rest.includes(name) ? rest.replaceAll(name, withoutSurname(name)) : rest),
    text,
  )
  return hidden.replace(phones, (phone) => withoutMiddle(phone.replace(/[ -]/g, '')))
}

/**
 * More names are looked for only in the row that is about them: a list of thousands would be read thousands of times.
 */
const few = 300

/** The same value with the surnames and phones of people hidden, in every text of it. */
export function masked<Value>(value: Value): Value {
  const names = new Set<string>()
  collect(value, names)
  const everywhere = names.size <= few ? longestFirst(names) : []
  return hide(value, everywhere) as Value
}

/** The same of a text that stands beside such a value. */
export function maskedText(text: string): string {
  return withoutNames(text, [])
}

const longestFirst = (names: Iterable<string>) => [...names].sort((one, other) => other.length - one.length)

/** The texts of an object that are what somebody is called. */
function namesIn(object: object): string[] {
  if (isNamesById(object)) return Object.values(object)
  const { name, called, who, referrer, id, customerId, phone, filter, title } = object as Record<string, unknown>
  const isPerson = (id !== undefined || customerId !== undefined || phone !== undefined) && !filter && !title
  const own = isPerson ? [name, called, referrer] : []
  return [...own, ...[who].flat()].filter((text): text is string => typeof text === 'string' && text.trim() !== '')
}

/** Amounts are kept by id as well: what is left to pay of an entry. */
const isNamesById = (object: object): object is Record<number, string> =>
  Object.entries(object).every(
    ([key, text]) => /^\d+$/.test(key) && typeof text === 'string' && !/^-?\d{1,12}(\.\d{1,3})?$/.test(text),
  )

function collect(value: unknown, names: Set<string>): void {
  if (value === null || typeof value !== 'object') return
  if (value instanceof Map) for (const part of value.values()) collect(part, names)
  for (const name of Array.isArray(value) ? [] : namesIn(value)) names.add(name)
  for (const part of Object.values(value)) collect(part, names)
}

function hide(value: unknown, names: readonly string[]): unknown {
  if (typeof value === 'string') return withoutNames(value, names)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((part) => hide(part, names))
  if (value instanceof Map) return new Map([...value].map(([key, part]) => [key, hide(part, names)]))
  if (value instanceof Set) return value
  const own = namesIn(value)
  const all = own.every((name) => names.includes(name)) ? names : longestFirst(new Set([...own, ...names]))
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      own.includes(part) && (key === 'name' || key === 'called' || /^\d+$/.test(key))
        ? withoutSurname(part)
        : hide(part, all),
    ]),
  )
}
