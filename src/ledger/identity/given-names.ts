import { plainLetters } from './spelling.ts'

/** Names that people are called by, most of them only people: no list of all, enough to tell a couple from a firm. */
const given = new Set(
  (
    'adam adele adrian agnes aisha alan albert alejandro alex alexander alexandra alice alina amanda amelia amy ' +
    'ana andre andrea andreas andrew andy angela angelika anita anja ann anna anne anneliese annette anthony ' +
    'anton antonia antonio arthur barbara beate beatrice ben benjamin bernd bernhard bertha betty bianca birgit ' +
    'bob brian brigitte bruno camille carl carla carlos carmen carol carolina caroline catherine cecile chantal ' +
    'charles charlotte chris christian christina christine christoph christopher clara claire claudia claus ' +
    'cornelia cristina dan daniel daniela dave david debbie denis dennis diana diego dieter dirk dominic dominik ' +
    'dorothea edith eduardo edward elena eleanor elisabeth elizabeth elke ella ellen emil emily emma eric erik ' +
    'erika ernst eva evelyn fabian fatima felix fernando florian francesca francesco francis frank franz frederic ' +
    'frieda friedrich fritz gabi gabriel gabriele gary george georg gerd gerhard gertrud gina giovanni giulia ' +
    'gisela grace greg greta guillaume gustav hanna hannah hannes hans harald harry heather heidi heike heinrich ' +
    'heinz helen helena helga helmut henri henry herbert hermann hilde horst hugo ian ines ingrid irene isabel ' +
    'isabella isabelle jack jacob jacqueline jakob james jan jane janet jason javier jean jeff jennifer jens ' +
    'jessica jim joan joe joel johan johanna johannes john jonas jonathan jorge jose josef joseph juan judith ' +
    'julia julian julie julien jurgen karen karin karl karla kate katharina kathrin kathy katja kevin kim klara ' +
    'klaus kristin kurt lara laura lars lea lena leo leon leonie lewis lily linda lisa liz lothar louis louise ' +
    'luca lucas lucia lucy luis luisa lukas lydia maggie manfred manuel manuela marc marcel marco marcus margaret ' +
    'margarete maria marie marina mario marion mark marko markus marta martha martin martina mary mathias matteo ' +
    'matthew matthias maurice max maximilian megan melanie mia michael michel michelle miguel mike mohammed ' +
    'monica monika moritz nadine nancy natalie nicholas nick nicola nicole nina noah nora olaf oliver olivia ' +
    'oscar otto pablo pamela paola patricia patrick paul paula pedro peter petra philip philipp philippe pierre ' +
    'rachel rafael rainer ralf rebecca regina rene renate richard rita robert roberto robin roger roland rolf ' +
    'rosa rosemarie rudolf ruth ryan sabine sally sam samuel sandra sara sarah sebastian sergio silke silvia ' +
    'simon simone sofia sonja sophia sophie stefan stefanie stella stephan stephanie stephen steve steven sue ' +
    'susan susanne sven sylvia tanja tania teresa theo theresa thomas tim timothy tina tobias tom tony ulrich ' +
    'ulrike ursula ute uwe valentina vanessa vera veronica victor victoria vincent vivian volker walter waltraud ' +
    'wendy werner wilhelm will william wolfgang yvonne zoe'
  ).split(' '),
)

/** Whether a word is what people are called, in whatever case and with its accents or without. */
export function isGivenName(word: string): boolean {
  return given.has(plainLetters(word.toLowerCase()))
}
