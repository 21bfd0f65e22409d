/** `day` or `days`, as the count asks. */
export const plural = (count: number, one: string, many = `${one}s`) => (count === 1 ? one : many)

/** `1 day`, `5 days`. */
export const counted = (count: number, one: string, many?: string) => `${count} ${plural(count, one, many)}`
