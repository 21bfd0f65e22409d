import { noteOf } from '../../store/open.ts'
import { unwiped } from '../book/wiping.ts'
import type { Finding } from './doctor.ts'

/** Whether somebody was forgotten and the file not yet written anew without them. */
export async function isWipeDue(path: string): Promise<boolean> {
  return (await noteOf(path, [unwiped]))[0] !== null
}

/** What became of it now. */
export function tellWiping(done: boolean): Finding {
  return { check: 'wiped', state: done ? 'note' : 'fault', facts: { done } }
}
