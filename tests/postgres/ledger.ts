import { onTestFinished } from 'vitest'

const address = process.env['REGULARS_TEST_SERVER']

/**
 * A server of PostgreSQL that the tests run on instead of files, where `npm run test:postgres` has begun one. What is
 * about a file, or writes into one past the program, is skipped there.
 */
export const server = address === undefined ? null : { ledger: () => ledgerOn(address) }

/** An address for a ledger that is not there yet; its schema goes when the test ends. */
async function ledgerOn(base: string): Promise<string> {
  const { default: pg } = await import('pg')
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  onTestFinished(async () => {
    const client = new pg.Client({ connectionString: base })
    await client.connect()
    await client.query(`set client_min_messages to warning; drop schema if exists ${name} cascade`)
    await client.end()
  })
  return `${base}?ledger=${name}`
}
