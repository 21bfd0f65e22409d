/** Named by id, code or phone: no name to add or to search for. */
export const exactly = (asked: string) => /^(id:|#|code:|@|phone:|name:)/i.test(asked.normalize('NFKC'))

/** A text as a shell takes it for one word. */
export const quoted = (text: string) =>
  /^[\w.+@:=/,-]+$/.test(text) || /^[\p{L}\p{N}._+@:=/,-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`

/** Digits too few for a phone: an id, a card or the end of a phone, and nobody's name. */
export const numberLike = (text: string) => /^\d+$/.test(text.normalize('NFKC')) && !phoneLike(text)

/** A word that can only be meant as a phone. */
export const phoneLike = (text: string) => /^\+?\d[\d\s-]{5,}\d$/.test(text.normalize('NFKC'))
