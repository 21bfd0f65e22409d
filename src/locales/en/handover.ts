import { grouped } from '../figure.ts'
import { counted } from './plural.ts'

/** A keeper's customers go to another. */
export const handover = {
  would: (count: number, from: string, to: string) =>
    `Would hand over ${counted(count, 'customer')} from ${from} to ${to}`,
  done: (count: number, from: string, to: string) => `Handed over ${counted(count, 'customer')} from ${from} to ${to}`,
  first: 'Reassure first, in this order: who looks after them now, and that nothing changes for them.',
  contact: (day: string) => `last contact ${day}`,
  more: (count: number) => `and ${grouped(count)} more, when their turn comes`,
  next: (id: number) => `Reached one: regulars done ${id} -n "told who looks after them now"`,
}
