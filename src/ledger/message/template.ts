import { LedgerError } from '../errors.ts'
import { type Field, fieldNamed, fields, isPersonal } from './fields.ts'

/**
 * A piece of a text: words as they stand, or what is filled in of a customer, with what stands where nothing is known.
 */
export type TemplatePiece =
  | { readonly words: string }
  | { readonly field: Field; readonly key: string | null; readonly otherwise: string | null }

/** A text with its blanks, as it is filled in for one customer after another. */
export interface TemplateText {
  readonly subject: readonly TemplatePiece[]
  readonly text: readonly TemplatePiece[]
}

/**
 * Reads `{salutation}, your {item|order} is here`: a field between braces, in either language, after a bar what stands
 * where it is not known. Throws message.unknown-field.
 */
export function readPieces(text: string, template: string): TemplatePiece[] {
  const pieces: TemplatePiece[] = []
  let from = 0
  for (const found of text.matchAll(/\{([^{}|]*)(?:\|([^{}]*))?\}/g)) {
    if (found.index > from) pieces.push({ words: text.slice(from, found.index) })
    const named = fieldNamed(found[1] ?? '')
    if (named === null)
      throw new LedgerError('message.unknown-field', { template, asked: found[1] ?? '', known: Object.keys(fields) })
    pieces.push({ ...named, otherwise: found[2] ?? null })
    from = found.index + found[0].length
  }
  if (from < text.length) pieces.push({ words: text.slice(from) })
  return pieces
}

/** The fields a text has to know of everybody it is for: those with nothing to stand in their place. */
export function neededFields({ subject, text }: TemplateText): Extract<TemplatePiece, { field: Field }>[] {
  return [...subject, ...text].flatMap((piece) => ('field' in piece && piece.otherwise === null ? [piece] : []))
}

/** Whether a text asks for a field at all. */
export function usesField({ subject, text }: TemplateText, wanted: readonly Field[]): boolean {
  return [...subject, ...text].some((piece) => 'field' in piece && wanted.includes(piece.field))
}

/** The first field that is about one customer, which a text for a whole group cannot have; null where there is none. */
export function personalField(text: TemplateText): Field | null {
  return neededFields(text).find(({ field }) => isPersonal(field))?.field ?? null
}
