import type { Words } from '../locales/en.ts'
import type { Columns } from '../terminal/columns.ts'
import type { Screen } from '../terminal/screen.ts'
import { padEnd, widthOf } from '../terminal/width.ts'

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

interface EffectiveValue extends ConfigValue {
  readonly origin: keyof Words['data']['config']['origin']
}

/** What holds for every command here, who settled it, and the file of what is settled once. */
export const configListScreen: Screen<
  { readonly config: readonly EffectiveValue[]; readonly file: string },
  EffectiveValue
> = {
  data: ({ config }) => config,
  lines({ config }, { words }) {
    const { origin } = words.data.config
    const wide = Math.max(...config.map(({ key }) => widthOf(key)))
    const longest = Math.max(...config.map(({ value }) => widthOf(value ?? '-')))
    return config.map(
      (one) => `  ${padEnd(one.key, wide)}  ${padEnd(one.value ?? '-', longest)}  ${origin[one.origin]}`,
    )
  },
  next: ({ file }, { words }) => [words.data.config.kept(file)],
  columns: { ...columns, origin: 'text' },
}

export const configSetScreen: Screen<ConfigValue<string>> = {
  lines: ({ key, value }, { words }) => [words.data.config.set(key, value)],
  columns,
}

export const configUnsetScreen: Screen<ConfigValue<null>> = {
  lines: ({ key }, { words }) => [words.data.config.unset(key)],
  columns,
}
