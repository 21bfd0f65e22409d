import { stateWord } from './row/state-words.ts'
import type { SampleRows } from './sample.ts'

/** States and provinces as addresses shorten them, of the countries that write them. */
const states = new Set(
  (
    'al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ' +
    'ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc pr ab bc mb nb nl ns nt nu on pe qc sk yt nsw vic qld sa ' +
    'tas act ac ap am ba ce df es go mg ms mt pb pr pi rj rn rs ro rr sp se to ag bs bcs cdmx jal gto mex nle'
  ).split(' '),
)
const names = new Set(
  (
    'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho ' +
    'illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota ' +
    'mississippi missouri montana nebraska nevada newhampshire newjersey newmexico newyork northcarolina ' +
    'northdakota ohio oklahoma oregon pennsylvania rhodeisland southcarolina southdakota tennessee texas utah ' +
    'vermont virginia washington westvirginia wisconsin wyoming ontario quebec britishcolumbia alberta manitoba ' +
    'saskatchewan novascotia newsouthwales victoria queensland tasmania maharashtra karnataka tamilnadu kerala ' +
    'gujarat delhi punjab telangana bayern berlin hamburg hessen sachsen niedersachsen nordrheinwestfalen ' +
    'badenwurttemberg bavaria'
  ).split(' '),
)

/**
 * Whether what a column called state has in it is where people live, with no other column of an address beside it: each
 * cell a state of a country, and none of them a word that an order may stand at.
 */
export function isStateOfCountry(sample: SampleRows, at: number): boolean {
  const cells = sample.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '')
  return cells.length > 0 && cells.every((cell) => isCountryState(cell) && stateWord(cell) === null)
}

function isCountryState(cell: string): boolean {
  const plain = cell
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
  return /^[A-Z]{2,4}$/.test(cell) ? states.has(plain) : names.has(plain)
}
