import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Keeps standard input in a file only its owner reads, since a roster is looked through before it is taken. `drop` removes it. */
export async function spool(input: AsyncIterable<Uint8Array | string>, folder: string): Promise<{ path: string; drop(): void }> {
  const place = mkdtempSync(join(folder, 'regulars-import-'))
  const drop = () => rmSync(place, { recursive: true, force: true })
  try {
    const path = join(place, 'stdin')
    const out = createWriteStream(path, { mode: 0o600 })
    for await (const piece of input) if (!out.write(piece)) await once(out, 'drain')
    out.end()
    await once(out, 'close')
    return { path, drop }
  } catch (error) {
    drop()
    throw error
  }
}
