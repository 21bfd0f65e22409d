import type { Columns } from '../terminal/columns.ts'
import type { Screen } from '../terminal/screen.ts'

/** What is settled once on this computer, by its key; null is not settled. */
interface ConfigValue<Value = string | null> {
  readonly key: string
  readonly value: Value
}

const columns: Columns<ConfigValue> = { key: 'text', value: 'text' }

export const configValueScreen: Screen<ConfigValue> = {
  lines: ({ value }) => (value === null ? [] : [value]),
  columns,
}

/** All of it, and the file it is kept in. */
export const configListScreen: Screen<{ readonly config: readonly ConfigValue[]; readonly file: string }, ConfigValue> =
  {
    data: ({ config }) => config,
    lines: ({ config, file }, { words }) => [
      ...config.map(({ key, value }) => `  ${key.padEnd(5)} ${value ?? '-'}`),
      words.data.config.kept(file),
    ],
    columns,
  }

export const configSetScreen: Screen<ConfigValue<string>> = {
  lines: ({ key, value }, { words }) => [words.data.config.set(key, value)],
  columns,
}

export const configUnsetScreen: Screen<ConfigValue<null>> = {
  lines: ({ key }, { words }) => [words.data.config.unset(key)],
  columns,
}
