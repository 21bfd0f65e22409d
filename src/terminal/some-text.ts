/** Whether a text anywhere in a value, keys too, is such a one. */
export function someText(value: unknown, isSuch: (text: string) => boolean): boolean {
  if (typeof value === 'string') return isSuch(value)
  if (value === null || typeof value !== 'object') return false
  if (Array.isArray(value)) return value.some((part) => someText(part, isSuch))
  for (const key in value) if (isSuch(key) || someText((value as Record<string, unknown>)[key], isSuch)) return true
  return false
}
