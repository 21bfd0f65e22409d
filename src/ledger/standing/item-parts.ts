/** One thing of an item text: its key to know it again by, and how it was written, both without quantities. */
export interface ItemPart {
  readonly key: string
  readonly item: string
}

/** What joins the things of one receipt, as an import and a hurried hand write them. */
const joints = /[、，；;\n]|,(?!\d)|\s[+＋]\s/

/** The name of one thing, with nothing in it that would part it in two: `Mug, blue` is `Mug / blue`. */
export function asOneThing(name: string): string {
  return name
    .split(joints)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' / ')
}

const units =
  '克|千克|公斤|斤|两|毫升|升|个|只|包|盒|袋|瓶|罐|件|条|支|枝|片|块|份|杯|壶|箱|桶|双|套|本|张|粒|听|提|捆|把|串|枚|对|打|饼|筒|' +
  'kg|mg|g|ml|cl|l|oz|lbs?|pcs?|pieces?|packs?|packets?|boxes|box|bags?|bottles?|cans?|tins?|cups?|jars?|rolls?|' +
  'pairs?|dozen'
/** 250g, 2 盒, x2, 2x, 半斤: a number with its unit. A number without one is a part of the name. */
const number = '\\d+(?:,\\d{3})*(?:\\.\\d+)?'
const quantitiesOf = (letter: string) =>
  new RegExp(
    [
      `(?<![${letter}\\d.,])${number}\\s*(?:${units})(?![a-z\\d])`,
      ...(letter === anyLetter ? [`(?<=\\p{Script=Han})${number}\\s*(?:${units})(?![a-z\\d])`] : []),
      `(?<![a-z\\d])[x×*]\\s*${number}(?![${letter}\\d])`,
      `^\\s*\\d+\\s*[x×*](?=\\s)`,
      `[一二两三四五六七八九十半]+(?:${units})$`,
    ].join('|'),
    'giu',
  )
// Made when a text asks for them: the letters of all the world take a millisecond.
const anyLetter = '\\p{L}'
let worldly: RegExp | undefined
let plainly: RegExp | undefined

function quantitiesIn(text: string): RegExp {
  if (!/^[ -~]*$/.test(text)) {
    worldly ??= quantitiesOf(anyLetter)
    return worldly
  }
  plainly ??= quantitiesOf('a-z')
  return plainly
}

const known = new Map<string, readonly ItemPart[]>()

/** The things an item text names, each once: `龙井 250g、茶杯 x2` is 龙井 and 茶杯. */
export function itemParts(text: string): readonly ItemPart[] {
  let parts = known.get(text)
  if (parts === undefined) {
    parts = read(text)
    // The goods of a shop are few; texts that are never the same again are not worth keeping.
    if (known.size < 20_000) known.set(text, parts)
  }
  return parts
}

function read(text: string): readonly ItemPart[] {
  const parts = new Map<string, ItemPart>()
  for (const piece of text.normalize('NFKC').split(joints)) {
    // No thing is called by so much; in a text that somebody made for it quantities are looked for for hours.
    const item = (piece.length <= 500 && plain(piece.replace(quantitiesIn(piece), ' '))) || plain(piece)
    const key = item.toLowerCase()
    if (key !== '' && !parts.has(key)) parts.set(key, { key, item })
  }
  return [...parts.values()]
}

function plain(text: string): string {
  return text
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
