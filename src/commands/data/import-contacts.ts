import { verb as declare } from '../../cli/verb.ts'
import { importScreen } from '../../screens/import.ts'
import { runImport } from './import-file.ts'
import { importFlags, importInput, makingFlags } from './import-flags.ts'

export const verb = declare({
  name: 'import contacts',
  args: '<file>',
  options: [
    ...importFlags.filter(
      (flag) => flag !== '--keep-unknown' && flag !== '--no-classify' && flag !== '--decimal <mark>',
    ),
    ...makingFlags,
  ],
  book: 'own',
  confirms: true,
  input: (read) => read.object(importInput(read)),
  screen: importScreen,
  run: (context, typed) => runImport(context, 'contacts', typed),
})
