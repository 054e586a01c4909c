/** Turns mappings of single characters into one fast char filter that keeps every offset valid. */

import { endianness } from 'node:os';
import type { CharFilter } from '../token.ts';

/** What one character (code point) becomes; the character itself where nothing changes. */
export type CharMapping = (char: string) => string;

const BMP_SIZE = 0x10000;

/** UTF-16 units: hardly a paragraph is longer. */
const ROOM = 1 << 12;

/**
 * Applies the mappings to each character, in order. A step that would change the number of UTF-16
 * units is not taken, so that an offset in the result is an offset in the input.
 *
 * Lone surrogates become U+FFFD first. Results are remembered per character: folding a text is one
 * table look-up a unit.
 */
export function composeCharMappings(mappings: readonly CharMapping[]): CharFilter {
  const mapChar = (char: string): string =>
    mappings.reduce((mapped, mapping) => {
      const next = mapping(mapped);
      return next.length === mapped.length ? next : mapped;
    }, char);

  const bmp = new Uint16Array(BMP_SIZE);
  for (let unit = 0; unit < BMP_SIZE; unit++) {
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
    bmp[unit] = isSurrogate ? unit : mapChar(String.fromCharCode(unit)).charCodeAt(0);
  }
  const astral = new Map<string, string>();
  const mapPair = (pair: string): string => {
    const known = astral.get(pair);
    if (known !== undefined) return known;
    const mapped = mapChar(pair);
    astral.set(pair, mapped);
    return mapped;
  };

  /** Where the units of a result are gathered; a mapping may be a filter that is folding itself. */
  const room = new Uint16Array(ROOM);

  return (text) => {
    const units = text.length <= ROOM ? room : new Uint16Array(text.length);
    let changed = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit >= 0xd800 && unit <= 0xdfff) {
        const char = text.slice(i, i + 2);
        const isPair = PAIR.test(char);
        const mapped = isPair ? mapPair(char) : LONE;
        changed |= +(mapped !== char);
        units[i] = mapped.charCodeAt(0);
        if (isPair) units[++i] = mapped.charCodeAt(1);
        continue;
      }
      const mapped = bmp[unit]!;
      units[i] = mapped;
      changed |= mapped ^ unit;
    }
    return changed === 0 ? text : stringOf(units.subarray(0, text.length));
  };
}

/** Two surrogates that belong together. */
const PAIR = /^[\ud800-\udbff][\udc00-\udfff]$/;
const LONE = '\ufffd';

/** Several times as fast as joining what changed with what did not, which is mostly a comma away. */
function stringOf(units: Uint16Array): string {
  const bytes = Buffer.from(units.buffer, units.byteOffset, units.byteLength);
  if (endianness() === 'BE') bytes.swap16();
  return bytes.toString('utf16le');
}
