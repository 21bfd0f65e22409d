import type { Opened } from '../ledger/demo/open-shop.ts'
import type { Screen } from '../terminal/screen.ts'

/** The made-up shop; it is no change that could be undone. */
export const demoScreen: Screen<Opened & { readonly path: string | null }> = {
  lines: (
    { path, customers, purchases },
    {
      words: {
        data: { demo },
      },
    },
  ) => (path === null ? demo.lookAnywhere(customers, purchases) : [demo.look(customers, purchases), `  ${path}`]),
  tellsUndo: true,
}

/** A command line, before what it shows. */
export const typedScreen: Screen<string> = {
  lines: (line, { words }) => [words.data.demo.typed(line)],
}
