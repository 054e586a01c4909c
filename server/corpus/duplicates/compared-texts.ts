/** Takes from articles the texts that are compared: long paragraphs, and the short lines together. */

import type { Article, Paragraph } from '../article.ts';
import { lettersOf } from './letters.ts';

/** Shorter lines are alike by chance, and too many to list: captions, dates, commands, “（完）”. */
const MIN_LETTERS = 30;

export interface ComparedText {
  /** The paragraph's, or null for the short lines together. */
  readonly ordinal: number | null;
  readonly text: string;
  readonly letters: Uint16Array;
}

/**
 * The texts of one article, each in the order of the file: body paragraphs of at least 30 letters and
 * digits, then everything shorter, and the headings, as one text. Repetitions within the article
 * (`repeatOf`) are left out. So that short articles can be told from one another, one with fewer than
 * 30 letters in all is a single text with its title; one without any letters is none.
 */
export function* comparedTexts({ paragraphs }: Article): Generator<ComparedText> {
  const [title, ...rest] = paragraphs.filter(({ repeatOf }) => repeatOf === null);
  const short: Paragraph[] = [];
  for (const paragraph of rest) {
    const { kind, ordinal, text } = paragraph;
    const letters = lettersOf(text);
    if (kind === 'body' && letters.length >= MIN_LETTERS) yield { ordinal, text, letters };
    else short.push(paragraph);
  }
  const together = linesTogether(short);
  if (together.letters.length >= MIN_LETTERS) {
    yield together;
  } else if (short.length === rest.length) {
    const whole = linesTogether(title ? [title, ...short] : short);
    if (whole.letters.length > 0) yield whole;
  }
}

function linesTogether(lines: readonly Paragraph[]): ComparedText {
  const text = lines.map((line) => line.text).join('\n');
  return { ordinal: null, text, letters: lettersOf(text) };
}
