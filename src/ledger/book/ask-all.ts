/** What was asked at once, when all of it is answered; each answer under its name. */
export async function allOf<Asked extends Readonly<Record<string, unknown>>>(
  asked: Asked,
): Promise<{ readonly [Name in keyof Asked]: Awaited<Asked[Name]> }> {
  const found = Object.entries(asked).map(async ([name, one]) => [name, await one] as const)
  return Object.fromEntries(await Promise.all(found)) as Awaited<ReturnType<typeof allOf<Asked>>>
}

/** Asks every reader of a list at once, as none depends on another; what each found stands under its name. */
export async function askAll<
  Asked extends readonly unknown[],
  Readers extends Readonly<Record<string, (...asked: Asked) => Promise<unknown>>>,
>(
  readers: Readers,
  ...asked: Asked
): Promise<{ readonly [Name in keyof Readers]: Awaited<ReturnType<Readers[Name]>> }> {
  const names = Object.entries(readers).map(([name, read]) => [name, read(...asked)] as const)
  return (await allOf(Object.fromEntries(names))) as Awaited<ReturnType<typeof askAll<Asked, Readers>>>
}
