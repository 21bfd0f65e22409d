/** Named by id, code or phone: no name to add or to search for. */
export const exactly = (asked: string) => /^(id:|#|code:|@|phone:|name:)/i.test(asked.normalize('NFKC'))
