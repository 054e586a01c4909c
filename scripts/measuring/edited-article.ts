/** An article with one more paragraph: the change whose cost is measured. */

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A word that stands nowhere, another for every change, and is cut whole. */
export function markerOf(change: number): string {
  const letters = [...change.toString(26)].map((digit) => LETTERS[Number.parseInt(digit, 26)]);
  return `zqxupdate${letters.join('')}`;
}

/** The bytes of an article's file in UTF-8 with a paragraph behind that has the marker. */
export function editedArticle(bytes: Uint8Array, change: number): Buffer {
  const addition = `\n\n这一段是后来加的，里面有一个哪里都没有的词：${markerOf(change)}。\n`;
  return Buffer.concat([bytes, Buffer.from(addition)]);
}
