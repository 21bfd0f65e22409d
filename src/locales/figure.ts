/** A count with commas between thousands: 12,345. */
export const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** Counts that make up another: 1,234+17. */
export const addedUp = (counts: readonly number[]) => counts.map(grouped).join('+')

/** Days to a tenth, whole ones without: 13.5, 9. */
export const tenths = (days: number) => String(Math.round(days * 10) / 10)
