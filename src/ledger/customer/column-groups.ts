// Columns of `customer` that go together wherever a whole row is read, written, merged or forgotten.

/** Where somebody is reached and wished well. */
export const contactColumns = ['phone', 'email', 'wechat', 'company', 'address', 'birthday'] as const

/** What an old roster said of the time before this ledger. */
export const openingColumns = ['opening_visits', 'opening_spent', 'opening_last_on'] as const

/** A tier set by hand. */
export const pinColumns = ['pinned_tier', 'pin_reason', 'pinned_on'] as const
