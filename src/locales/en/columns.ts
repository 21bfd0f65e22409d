/** Heads of tables, by the stable column name. A name that is not here is shown as it is. */
export const columns: Record<string, string> = {}
