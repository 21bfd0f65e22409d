import { verb as declare } from '../../cli/verb.ts'
import { importScreen } from '../../screens/import.ts'
import { runImport } from './import-file.ts'
import { importFlags, importInput, makingFlags, surveyFlags } from './import-flags.ts'

export const verb = declare({
  name: 'import surveys',
  args: '<file>',
  options: [
    ...importFlags.filter(
      (flag) => flag !== '--keep-unknown' && flag !== '--no-classify' && flag !== '--decimal <mark>',
    ),
    ...makingFlags,
    ...surveyFlags,
  ],
  book: 'own',
  confirms: true,
  input: (read) => read.object(importInput(read)),
  screen: importScreen,
  run: (context, typed) => runImport(context, 'surveys', typed),
})
