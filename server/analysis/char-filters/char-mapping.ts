/** Turns mappings of single characters into one fast char filter that keeps every offset valid. */

import type { CharFilter } from '../token.ts';

/** What one character (code point) becomes; the character itself where nothing changes. */
export type CharMapping = (char: string) => string;

const BMP_SIZE = 0x10000;

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

  return (text) => {
    const wellFormed = text.toWellFormed();
    let folded = '';
    let copied = 0;
    for (let i = 0; i < wellFormed.length; i++) {
      const unit = wellFormed.charCodeAt(i);
      if (unit >= 0xd800 && unit <= 0xdbff) {
        const pair = wellFormed.slice(i, i + 2);
        const mapped = mapPair(pair);
        if (mapped !== pair) {
          folded += wellFormed.slice(copied, i) + mapped;
          copied = i + 2;
        }
        i++;
      } else if (bmp[unit] !== unit) {
        folded += wellFormed.slice(copied, i) + String.fromCharCode(bmp[unit] as number);
        copied = i + 1;
      }
    }
    return copied === 0 ? wellFormed : folded + wellFormed.slice(copied);
  };
}
