import { exportVerb, jsonOf, sheetOf } from '../../cli/export-verb.ts'
import { balanceRows } from '../../ledger/export/balances.ts'
import { balanceColumns } from '../../ledger/export/columns.ts'

export const verb = exportVerb({
  what: 'balances',
  formats: { sheet: sheetOf(balanceRows, balanceColumns), ...jsonOf(balanceRows) },
})
