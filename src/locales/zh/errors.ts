import type { Words } from '../en.ts'
import { accountErrors } from './errors/account.ts'
import { benefitErrors } from './errors/benefit.ts'
import { careErrors } from './errors/care.ts'
import { changeErrors } from './errors/change.ts'
import { commandLineErrors } from './errors/command-line.ts'
import { customerErrors } from './errors/customer.ts'
import { fileErrors } from './errors/file.ts'
import { valueErrors } from './errors/value.ts'
import { exportErrors } from './export.ts'
import { importErrors } from './import.ts'

export const errors: Words['errors'] = {
  ...importErrors,
  ...exportErrors,
  ...commandLineErrors,
  ...fileErrors,
  ...valueErrors,
  ...customerErrors,
  ...accountErrors,
  ...benefitErrors,
  ...careErrors,
  ...changeErrors,
}
