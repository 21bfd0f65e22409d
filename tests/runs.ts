/** How long the long run is; 0 in `npm test`. */
export const soak = Number(process.env['REGULARS_SOAK'] ?? 0)

/** How often chance is tried: so often in `npm test`, `REGULARS_RUNS` times in the long run. */
export const runs = (usual: number) => Number(process.env['REGULARS_RUNS'] ?? usual)

/** A figure of the long run, as one line. */
export function report(line: string): void {
  if (soak > 0) console.log(`soak: ${line}`)
}
