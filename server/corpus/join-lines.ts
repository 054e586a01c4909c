/** Joins the lines of one paragraph: with a blank between words, without one between Chinese characters. */

const WIDE_END =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef“”‘’…—]$/u;
const WIDE_START =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef“”‘’…—]/u;

export function joinLines(lines: readonly string[]): string {
  const parts: string[] = [];
  let last = '';
  for (const line of lines) {
    const text = line.replace(/\s+/gu, ' ').trim();
    if (text === '') continue;
    const isWide = WIDE_END.test(last.slice(-2)) && WIDE_START.test(text.slice(0, 2));
    if (last !== '' && !isWide) parts.push(' ');
    parts.push(text);
    last = text;
  }
  return parts.join('');
}
