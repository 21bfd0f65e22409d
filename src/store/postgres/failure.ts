import { LedgerError } from '../../ledger/errors.ts'
import { isServerAddress, readAddress } from './address.ts'

/** What a server, or the way to it, says by its codes; null where it is neither. */
export function fromServer(
  { code = '', message = '', syscall }: Partial<NodeJS.ErrnoException>,
  path: string,
): LedgerError | null {
  if (!isServerAddress(path)) return null
  const { host, database } = readAddress(path)
  if (
    /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT)/.test(code) ||
    message === 'timeout expired' ||
    syscall === 'connect'
  )
    return new LedgerError('engine.unreachable', { host })
  if (/^(SELF_SIGNED|DEPTH_|UNABLE_TO|CERT_|ERR_TLS)/.test(code) || /does not support SSL/.test(message))
    return new LedgerError('engine.untrusted', { host })
  if (/^28/.test(code) || /password must be a (?:non-empty )?string|no password/.test(message))
    return new LedgerError('engine.refused', { host })
  if (/^22(?:021|P05)$/.test(code)) return new LedgerError('engine.no-zero', {})
  if (code === '3D000') return new LedgerError('engine.no-database', { database })
  // A schema that somebody may not use is, to them, one without tables; a standby takes nothing.
  if (/^(42501|42P01|3F000|25006)$/.test(code)) return new LedgerError('engine.not-allowed', {})
  // A schema of this name that is something else.
  if (code === '42P06') return new LedgerError('file.not-a-ledger', { path })
  // Waited in vain, was chosen to give way, or found all places taken.
  if (/^(55P03|40001|40P01|53300)$/.test(code)) return new LedgerError('file.busy', { path })
  if (code === '53100') return new LedgerError('file.full', { path })
  if (/^(57|25P03|08|EPIPE)/.test(code) || /^Connection (?:terminated|ended)|not queryable/.test(message))
    return new LedgerError('engine.lost', { host })
  return null
}
