import { whom, whomFlags, whomInput } from '../../cli/audience-flags.ts'
import { verb as declare } from '../../cli/verb.ts'
import { audienceOf } from '../../ledger/audience/audience.ts'
import { countStages } from '../../ledger/report/rates.ts'
import { countWallet } from '../../ledger/report/wallet-share.ts'
import { stagesScreen } from '../../screens/stages.ts'

export const verb = declare({
  name: 'report stages',
  options: [...whomFlags, '--explain'],
  book: 'read',
  input: (read) => read.object({ ...whomInput(read), explain: read.flag }),
  screen: stagesScreen,
  async run({ book }, { explain, ...asked }) {
    const only = await audienceOf(book, whom(asked), { forgotten: true })
    const wallet = await countWallet(book.db, only)
    const report = { ...(await countStages(book, only)), ...(wallet.firms > 0 ? { wallet } : {}) }
    return { report, explain, everyone: only === undefined }
  },
})
