/** Asks every reader of a list at once, as none depends on another; what each found stands under its name. */
export async function askAll<
  Asked extends readonly unknown[],
  Readers extends Readonly<Record<string, (...asked: Asked) => Promise<unknown>>>,
>(
  readers: Readers,
  ...asked: Asked
): Promise<{ readonly [Name in keyof Readers]: Awaited<ReturnType<Readers[Name]>> }> {
  const found = Object.entries(readers).map(async ([name, read]) => [name, await read(...asked)] as const)
  return Object.fromEntries(await Promise.all(found)) as Awaited<ReturnType<typeof askAll<Asked, Readers>>>
}
