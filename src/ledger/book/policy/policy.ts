import type { Db } from '../../../store/db.ts'
import type { PolicyRule } from '../../policy-key.ts'
import { keys } from './keys.ts'

type ValueOf<K extends PolicyRule> = K extends { kind: 'choice'; choices: readonly (infer C)[] }
  ? C
  : K extends { kind: 'flag' }
    ? boolean
    : K extends { kind: 'ranges' }
      ? string
      : K extends { kind: 'reward' }
        ? string | number | null
        : K extends { kind: 'steps' | 'festivals' | 'setting' | 'text' }
          ? string | null
          : K extends { optional: true }
            ? number | null
            : number
type Keys = typeof keys

export type PolicyKey = keyof Keys

/** The shop's rules by dotted key, each at the value set or its default. */
export type Policy = { readonly [K in PolicyKey]: ValueOf<Keys[K]> }

/** Every rule of the shop: as it was set, or as it is until it is. */
export async function readPolicy(db: Db): Promise<Policy> {
  const rows = await db.selectFrom('policy').select(['key', 'value']).execute()
  const set = new Map(rows.map((row) => [row.key, row.value]))
  const values = Object.entries<PolicyRule>(keys).map(([key, rule]) => {
    const written = set.get(key)
    return [key, written === undefined ? rule.default : JSON.parse(written)]
  })
  return Object.fromEntries(values) as Policy
}
