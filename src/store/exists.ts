import { isServerAddress } from './postgres/address.ts'
import { ledgerExists as fileExists } from './sqlite/file.ts'

/** Whether there is a ledger to open, by a path or an address; most who ask open none, and load nothing that would. */
export async function ledgerExists(path: string): Promise<boolean> {
  if (!isServerAddress(path)) return fileExists(path)
  return (await import('./postgres/open.ts')).ledgerExists(path)
}
