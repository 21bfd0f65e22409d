/** One-byte encodings, and the letters beyond ASCII of languages written in them. */
export interface Alphabet {
  readonly encoding: OneByte
  /** Both cases. */
  readonly letters: ReadonlySet<string>
  /** Written in Latin letters, so that ASCII ones stand in the same word. */
  readonly latin: boolean
  /** Considered only where the shop is in one of these. */
  readonly only?: readonly string[]
}

export type OneByte =
  | 'windows-1252'
  | 'windows-1250'
  | 'windows-1254'
  | 'windows-1251'
  | 'windows-1253'
  | 'windows-1257'
  | 'iso-8859-2'
  | 'koi8-r'
  | 'macintosh'

const polish = 'ąćęłńóśźż'
const czech = 'áčďéěíňóřšťúůýž'
const slovak = 'áäčďéíĺľňóôŕšťúýž'
const hungarian = 'áéíóöőúüű'
const croatian = 'čćđšž'
const russian = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'
const german = 'äöüßéèàç'
const french = 'àâæçéèêëîïôœùûü'
const spanish = 'áéíóúñü'

/** The likelier first: where several fit alike and the shop's region says nothing, the first of them is taken. */
export const alphabets: readonly Alphabet[] = [
  latin('windows-1252', german),
  latin('windows-1252', french),
  latin('windows-1252', spanish),
  latin('windows-1252', 'ãõáâàçéêíóôúü'),
  latin('windows-1252', 'àèéìíîòóùú'),
  latin('windows-1252', 'åäöæøéü'),
  latin('windows-1252', 'ëïöüéèóáç'),
  latin('windows-1252', 'áðéíóúýþæö', ['IS', 'FO']),
  latin('windows-1250', polish),
  latin('windows-1254', 'çğıiöşüâîû'),
  latin('windows-1250', czech),
  latin('windows-1250', slovak),
  latin('windows-1250', hungarian),
  latin('windows-1250', 'ăâîşţ'),
  latin('windows-1250', croatian),
  latin('windows-1257', 'ąčęėįšųūž', ['LT']),
  latin('windows-1257', 'āčēģīķļņōŗšūž', ['LV']),
  latin('windows-1257', 'äõöüšž', ['EE']),
  other('windows-1251', russian),
  other('windows-1251', 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'),
  other('windows-1251', 'абвгдђежзијклљмнњопрстћуфхцчџш'),
  other('windows-1253', 'αάβγδεέζηήθιίϊκλμνξοόπρσςτυύϋφχψωώ'),
  other('koi8-r', russian),
  latin('iso-8859-2', polish),
  latin('iso-8859-2', czech),
  latin('iso-8859-2', hungarian),
  latin('macintosh', german),
  latin('macintosh', french),
  latin('macintosh', spanish),
]

function latin(encoding: OneByte, letters: string, only?: readonly string[]): Alphabet {
  return { encoding, letters: bothCases(letters), latin: true, ...(only ? { only } : {}) }
}

function other(encoding: OneByte, letters: string): Alphabet {
  return { encoding, letters: bothCases(letters), latin: false }
}

function bothCases(letters: string): Set<string> {
  const all = new Set([...letters, ...letters.toUpperCase()])
  // The Turkish capital of i; that of ß is SS.
  if (letters.includes('ı')) all.add('İ')
  return new Set([...all].filter((letter) => letter > '\x7f'))
}

/** Where the shop is, and what the files of its neighbours are written in. */
export const encodingOfRegion: Readonly<Record<string, OneByte>> = {
  ...of('windows-1250', 'PL CZ SK HU RO HR SI BA ME AL'),
  ...of('windows-1251', 'RU UA BY BG RS MK KZ KG MN'),
  ...of('windows-1253', 'GR CY'),
  ...of('windows-1254', 'TR AZ'),
  ...of('windows-1257', 'LT LV EE'),
}

function of(encoding: OneByte, regions: string): Record<string, OneByte> {
  return Object.fromEntries(regions.split(' ').map((region) => [region, encoding]))
}
