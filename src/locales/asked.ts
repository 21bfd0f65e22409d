/** Named by id, code or phone: no name to add or to search for. */
export const exactly = (asked: string) => /^(id:|#|code:|@|phone:|name:)/i.test(asked.normalize('NFKC'))

/** A text as a shell takes it for one word. */
export const quoted = (text: string) =>
  /^[\w.+@:=/,-]+$/.test(text) || /^[\p{L}\p{N}._+@:=/,-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`

/** A word that can only be meant as a phone. */
export const phoneLike = (text: string) => /^\+?\d[\d\s-]{5,}\d$/.test(text.normalize('NFKC'))
