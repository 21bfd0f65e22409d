import type { ErrorWords } from '../error-message.ts'
import { accountErrors } from './errors/account.ts'
import { benefitErrors } from './errors/benefit.ts'
import { careErrors } from './errors/care.ts'
import { changeErrors } from './errors/change.ts'
import { commandLineErrors } from './errors/command-line.ts'
import { customerErrors } from './errors/customer.ts'
import { fileErrors } from './errors/file.ts'
import { importFileErrors } from './errors/import-file.ts'
import { importRowErrors } from './errors/import-row.ts'
import { valueErrors } from './errors/value.ts'
import { exportErrors } from './export.ts'

/** A sentence for every error, or the pieces of those that are said in several ways. */
export const errors = {
  ...importFileErrors,
  ...importRowErrors,
  ...exportErrors,
  ...commandLineErrors,
  ...fileErrors,
  ...valueErrors,
  ...customerErrors,
  ...accountErrors,
  ...benefitErrors,
  ...careErrors,
  ...changeErrors,
} satisfies ErrorWords
