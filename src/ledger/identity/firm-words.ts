/** What firms have in their names. */
const firm = new RegExp(
  String.raw`(?:店|公司|厂|行|社|部|馆|館|坊|轩|楼|院|校|中心|集团)$|(?<!\p{L})(?:co|ltd|inc|llc|gmbh|kg|ag|sarl|s\.?a|bv|` +
    String.raw`sons?|söhne|company|shop|store|studio|hotel|bar|café|cafe|team|group|test)(?!\p{L})`,
  'iu',
)

/** Whether a name says of itself that it is a firm's. */
export function isFirmName(name: string): boolean {
  return firm.test(name)
}
