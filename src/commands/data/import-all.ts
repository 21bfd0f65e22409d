import { verb as declare } from '../../cli/verb.ts'
import { importAllScreen } from '../../screens/import-all.ts'
import { importWhole } from './import-whole.ts'

export const verb = declare({
  name: 'import all',
  args: '<file>',
  book: 'own',
  confirms: true,
  input: (read) => read.object({ file: read.text }),
  screen: importAllScreen,
  run: (context, { file }) => importWhole(context, file),
})
