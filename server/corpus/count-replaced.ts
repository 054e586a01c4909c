/** Counts the replacement characters that decoding had to put in, not those which the text had before. */

/**
 * @param genuine the bytes of a replacement character in the encoding, or null where it has none
 * @param unit bytes at whose multiples a character of the encoding can begin
 */
export function countReplaced(
  text: string,
  bytes: Uint8Array,
  genuine: readonly number[] | null,
  unit: number,
): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  if (count === 0 || genuine === null) return count;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sequence = Buffer.from(genuine);
  for (let at = buffer.indexOf(sequence); at >= 0; at = buffer.indexOf(sequence, at + 1)) {
    if (at % unit === 0) count--;
  }
  return Math.max(0, count);
}
