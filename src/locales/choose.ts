import type { Language } from '../ledger/vocabulary.ts'
import type { Words } from './en.ts'

/** The language a locale name asks for: any Chinese is zh, anything else English. */
export function languageOf(locale: string | undefined): Language | null {
  if (!locale || /^(C|POSIX)(\.|$)/.test(locale)) return null
  return /^zh\b|^zh[_-]/i.test(locale) ? 'zh' : 'en'
}

/** Loads one language, and only that one. */
export async function loadWords(language: Language): Promise<Words> {
  return language === 'zh' ? (await import('./zh.ts')).zh : (await import('./en.ts')).en
}
