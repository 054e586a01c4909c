/** Relates a text to the same characters as their writer laid them out, with other white space between. */

const SPACE = /\s/u;

/**
 * For each UTF-16 unit of the text its offset in `verbatim`. White space that the text does not have
 * is passed over; white space that only the text has stands where the next character does.
 */
export function placesIn(verbatim: string, text: string): number[] {
  const places: number[] = [];
  let at = 0;
  for (const unit of text.split('')) {
    const isSpace = SPACE.test(unit);
    if (!isSpace) while (isSpaceAt(verbatim, at)) at++;
    places.push(at);
    if (!isSpace || isSpaceAt(verbatim, at)) at++;
  }
  return places;
}

/**
 * The parts of `verbatim` that belong to these pieces of the text, none of them empty; white space
 * between two belongs to the second.
 */
export function cutVerbatim(verbatim: string, pieces: readonly string[]): string[] {
  const places = placesIn(verbatim, pieces.join(''));
  let [start, length] = [0, 0];
  return pieces.map((piece) => {
    length += piece.length;
    const end = length === places.length ? verbatim.length : places[length - 1]! + 1;
    const part = verbatim.slice(start, end);
    start = end;
    return part;
  });
}

function isSpaceAt(text: string, at: number): boolean {
  return at < text.length && SPACE.test(text[at]!);
}
