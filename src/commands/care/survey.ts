import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { recordSurvey } from '../../ledger/care/survey/record-survey.ts'
import { parseExpected, parseScore, readAspect } from '../../ledger/care/survey/score.ts'
import { surveyScreen } from '../../screens/survey.ts'

export const verb = declare({
  name: 'survey',
  args: '<customer> <perceived>',
  options: ['--expected <score>', '--aspect <aspect>', '--on <day>', '-n, --note <text>'],
  book: 'write',
  input: (read) =>
    read.object({
      customer: read.text,
      perceived: read.from((typed) => parseScore(typed)),
      expected: read.optional(read.from((typed) => parseExpected(typed))),
      aspect: read.optional(read.from(readAspect)),
      on: read.optional(read.pastDay),
      note: read.optional(read.text),
    }),
  screen: surveyScreen,
  async run(context, { customer, note, ...said }) {
    const { id, name } = await customerArgument(context, customer, 'survey')
    return { name, ...(await recordSurvey(context.book, id, { ...said, comment: note })) }
  },
})
