import { isWalkIn } from '../../vocabulary.ts'
import type { Layout } from '../format/layout.ts'
import { isMasked, isMaskedCard, isNoOnesPhone } from './masks.ts'
import { isAddressOnly, isNobodysName } from './nobody.ts'
import { type Buyer, isNobody, type Payer } from './purchase.ts'
import type { PurchaseCells, ReadColumn } from './purchase-cells.ts'

type Cells = readonly string[]

/** Reads whom a row of purchases names, and by what its service knows them. */
export function buyerReader({ place, text }: PurchaseCells, { service }: Pick<Layout, 'service'>) {
  const met = new Map<string, boolean>()

  function isNobodyNamed(name: string): boolean {
    const known = met.get(name)
    if (known !== undefined) return known
    const found = isNobodysName(name)
    if (met.size > 20_000) met.clear()
    met.set(name, found)
    return found
  }

  /** Whichever column a till has for whose it is: 散客 in it is nobody. */
  function markIn(cells: Cells, column: ReadColumn): string {
    const said = place[column] < 0 ? '' : text(cells, column)
    return said !== '' && isWalkIn(said) ? '' : said
  }

  function nameIn(cells: Cells, column: ReadColumn): string {
    const said = place[column] < 0 ? '' : text(cells, column)
    // #1050 in a column of names is the order's.
    const nobody = isMasked(said) || isNobodyNamed(said) || (column === 'name' && /^#\d+$/.test(said))
    return said !== '' && nobody ? '' : said
  }

  function buyerOf(cells: Cells): Buyer {
    const phone = markIn(cells, 'phone')
    const code = markIn(cells, 'code')
    const customer = nameIn(cells, 'customer')
    const buyer = {
      customer,
      code: code !== '' && isMaskedCard(code) ? '' : code,
      phone: phone !== '' && isNoOnesPhone(phone) ? '' : phone,
      name: nameIn(cells, 'name'),
      email: markIn(cells, 'email'),
    }
    // Beside a card or a phone of its own the cell is the name of whoever has them.
    return customer !== '' && buyer.name === '' && buyer.code + buyer.phone !== ''
      ? { ...buyer, customer: '', name: customer }
      : buyer
  }

  /** A name that is hidden, of somebody the row does not name otherwise. */
  function maskedName(cells: Cells): string {
    for (const column of ['customer', 'name'] as const) {
      const said = place[column] < 0 ? '' : text(cells, column)
      if (said !== '' && isMasked(said)) return said
    }
    return ''
  }

  function payerOf(cells: Cells, buyer: Buyer): Payer | null {
    if (service === null) {
      // 张先生 may be anybody: whoever the ledger does not have by that name is kept by it, and made by nobody.
      const hidden = isNobody(buyer)
        ? maskedName(cells)
        : [buyer.customer, buyer.name].find(
            (name) => isAddressOnly(name) && buyer.code + buyer.phone + buyer.email === '',
          )
      return hidden ? { key: `name:${hidden}`, name: null, called: null, address: null } : null
    }
    const name = text(cells, 'payer_name')
    return {
      key: text(cells, 'payer') || null,
      name: name === '' || isMasked(name) || isNobodyNamed(name) || isAddressOnly(name) ? null : name,
      called: text(cells, 'called') || null,
      address: text(cells, 'address') || null,
    }
  }

  function isBlank(cells: Cells): boolean {
    return (['customer', 'name', 'code', 'phone'] as const).every(
      (column) => place[column] < 0 || (cells[place[column]] ?? '') === '',
    )
  }

  return { buyerOf, payerOf, maskedName, isBlank }
}
