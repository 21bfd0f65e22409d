import type { Words } from '../../en.ts'

export const data: Words['help']['commands'] = {
  undo: {
    does: '撤销自己最近的一次改动，或第 N 号改动（不管谁做的）。',
    examples: ['regulars undo', 'regulars undo 1204', 'regulars undo 7 --keep-edited --yes'],
    flags: { '--keep-edited': '撤销导入时，留下后来改过的行' },
    more: '先说是什么改动，再问一声；没人回答的地方要加 --yes。后面的改动用到了它就不撤，请先撤销后面的。init、backup、restore、forget、undo 不能撤销；classify 要写改动号才撤。',
  },
  log: {
    does: '账本上做过什么，新的在前。',
    examples: ['regulars log -l 20', 'regulars log --from 昨天', 'regulars log --json'],
    flags: { '--from': '从哪一天做的改动', '--to': '到哪一天做的改动' },
  },
}
