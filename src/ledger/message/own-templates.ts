import type { OwnFile } from '../../store/files/own-files.ts'

/** A template of the owner's: a text file in the folder `messages` beside the ledger, called by its name. */
export interface OwnTemplate {
  readonly name: string
  /** The reason or festival it is about, as it is written; null: as its name says. */
  readonly about: string | null
  readonly subject: string
  readonly text: string
  readonly file: string
}

const head = /^(subject|主题|标题|about|缘由)\s*[:：]\s*(.*)$/i

/**
 * The owner's templates: `NAME.txt`, or `NAME.zh.txt` and `NAME.en.txt` for one language, which goes before. The first
 * lines may say `subject: …` and `about: REASON`; the rest is the text.
 */
export function readOwnTemplates(files: readonly OwnFile[], lang: string): OwnTemplate[] {
  const found = new Map<string, OwnTemplate>()
  for (const file of files) {
    const [, name = '', of] = /^(.*?)(?:\.(en|zh))?\.txt$/i.exec(file.name) ?? []
    if (of !== undefined && of.toLowerCase() !== lang) continue
    if (of === undefined && found.has(name)) continue
    found.set(name, readOne(name, file))
  }
  return [...found.values()]
}

function readOne(name: string, { path: file, text: content }: OwnFile): OwnTemplate {
  const lines = content.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  const said: { about: string | null; subject: string } = { about: null, subject: '' }
  let at = 0
  for (; at < lines.length; at++) {
    const [, key = '', value = ''] = head.exec(lines[at] ?? '') ?? []
    if (key === '') break
    if (/^(about|缘由)$/i.test(key)) said.about = value.trim()
    else said.subject = value.trim()
  }
  const text = lines.slice(at).join('\n').trim()
  return { name, file, text, ...said }
}
