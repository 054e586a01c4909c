/** Reduces a text to what makes it the same text: its letters and digits, whatever their width and case. */

/** Code unit → the letter it counts as, or 0 for white space, punctuation, symbols and marks. */
const LETTERS = letterTable();

/** Addresses are no wording: lists of links would be near one another wherever they lead. */
const ADDRESS = /https?:\/\/[!-~]+/gu;

/** Surrogate pairs from U+1F000 on are pictures: emoji, cards, arrows. */
const FIRST_PICTURE = 0xd83c;
const LAST_PICTURE = 0xd83e;

/**
 * The letters and digits of a text, addresses apart, as code units, folded as in Unicode's NFKD as far as one unit becomes
 * one unit: full width to half width, capitals to small letters, accents off. Takes linear time.
 */
export function lettersOf(original: string): Uint16Array {
  const text = original.includes('://') ? original.replace(ADDRESS, '') : original;
  const letters = new Uint16Array(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= FIRST_PICTURE && unit <= LAST_PICTURE) {
      i++;
      continue;
    }
    const letter = LETTERS[unit]!;
    if (letter !== 0) letters[length++] = letter;
  }
  return letters.subarray(0, length);
}

function letterTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < table.length; unit++) table[unit] = letterOf(unit);
  return table;
}

function letterOf(unit: number): number {
  // Ideographs and halves of surrogate pairs stand for themselves.
  if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xd800 && unit <= 0xdfff)) return unit;
  const character = String.fromCharCode(unit);
  if (!/[\p{L}\p{N}]/u.test(character)) return 0;
  const folded = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (folded === '') return 0;
  return (folded.length === 1 ? folded : character).charCodeAt(0);
}
