/** Joins the lines of one paragraph: with a blank between words, without one between Chinese characters. */

const WIDE_END =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef“”‘’…—]$/u;
const WIDE_START =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef“”‘’…—]/u;

/** Whether the end of one line and the beginning of the next are written without a blank between. */
function isWide(last: string, next: string): boolean {
  return WIDE_END.test(last.slice(-2)) && WIDE_START.test(next.slice(0, 2));
}

export function joinLines(lines: readonly string[]): string {
  const parts: string[] = [];
  let last = '';
  for (const line of lines) {
    const text = line.replace(/\s+/gu, ' ').trim();
    if (text === '') continue;
    if (last !== '' && !isWide(last, text)) parts.push(' ');
    parts.push(text);
    last = text;
  }
  return parts.join('');
}
