/** Shortens a text for a place that has no room for all of it. */

/** At most `length` characters (code points, so that no emoji is cut in two), an ellipsis among them. */
export function shorten(text: string, length: number): string {
  // A code point has at most two units: a text this short needs no counting.
  if (text.length <= length) return text;
  const characters = [...text.slice(0, length * 2 + 2)];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
