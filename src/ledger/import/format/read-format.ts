import * as z from 'zod/mini'
import { type FileFormat, format as schema } from './schema.ts'

/** Reads the declaration of a format from JSON: the same that the program's own are checked against. */
export function readFormat(text: string): { readonly format: FileFormat } | { readonly problem: string } {
  let written: unknown
  try {
    written = JSON.parse(text)
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
  return checkFormat(written)
}

export function checkFormat(written: unknown): { readonly format: FileFormat } | { readonly problem: string } {
  const read = z.safeParse(schema, written)
  if (read.success) return { format: read.data }
  const [issue] = read.error.issues
  return { problem: `${issue?.path.join('.') || 'format'}: ${issue?.message ?? ''}` }
}
