/** Adds the natural parts and the joined spelling of a compound: GPT-4 is found by GPT, 4 and GPT4. */

import type { Token, TokenFilter } from '../token.ts';

const COMPOUND = /^[\p{L}\p{Nd}\p{M}]+(?:[._'’@&,:/-]|\+\+|[#%])/u;
const LETTERS_THEN_DIGITS = /^\p{L}{2,}\p{Nd}+$/u;
const DECIMAL = /^\p{Nd}+\.\p{Nd}+$/u;
const GROUPED_NUMBER = /^\p{Nd}{1,3}(?:,\p{Nd}{3})+(?:\.\p{Nd}+)?%?$/u;
const PART = /\p{Nd}+(?:\.\p{Nd}+)?|[\p{L}\p{M}]+/gu;

/** Names that people also type joined: GPT-4, Node.js, e-mail. Not addresses, nor numbers. */
const JOINABLE = /^(?=.*\p{L})[\p{L}\p{Nd}]+(?:[._'’-][\p{L}\p{Nd}]+){1,2}$/u;
const CONNECTOR = /[._'’-]/gu;

export const splitCompounds: TokenFilter = (tokens) =>
  tokens.flatMap((token) => (isCompound(token.term) ? [token, ...readings(token)] : token));

function isCompound(term: string): boolean {
  return (COMPOUND.test(term) || LETTERS_THEN_DIGITS.test(term)) && !DECIMAL.test(term);
}

function readings(token: Token): Token[] {
  const { term } = token;
  const whole = (spelling: string): Token => ({ ...token, term: spelling });
  const parts = [...term.matchAll(PART)].map((match) => ({
    term: match[0],
    start: token.start + match.index,
    end: token.start + match.index + match[0].length,
    position: token.position,
  }));
  if (GROUPED_NUMBER.test(term)) return [whole(term.replaceAll(',', '')), ...parts];
  return JOINABLE.test(term) ? [whole(term.replace(CONNECTOR, '')), ...parts] : parts;
}
