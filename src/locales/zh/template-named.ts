import { terms } from './terms.ts'

const names: Readonly<Record<string, string>> = { ...terms.reason, ...terms.festivalName, ...terms.message }

/** A message of the program by the Chinese it is also typed by; one of the shop's own as it is called. */
export const templateNamed = (template: string): string => names[template] ?? template
