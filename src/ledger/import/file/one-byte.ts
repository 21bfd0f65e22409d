import type { OneByte } from './alphabets.ts'

/** What Windows-1252 has where Latin-1 has control characters. */
const between80And9F = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/**
 * Text of an encoding with a byte for every character. Windows-1252 by hand: some releases of Node take it for Latin-1
 * and turn its quotes and the euro into control characters.
 */
export function decodeOneByte(bytes: Buffer, encoding: OneByte): string {
  if (encoding !== 'windows-1252') return new TextDecoder(encoding).decode(bytes)
  return bytes
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => between80And9F.charAt(character.charCodeAt(0) - 0x80))
}
