/** A count with commas between thousands: 12,345. */
export const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** Days to a tenth, whole ones without: 13.5, 9. */
export const tenths = (days: number) => String(Math.round(days * 10) / 10)
