/** Tells sentences from code, headings and other lines by their shape. */

/** A line that ends as a sentence or a clause does, its closing quotes included. */
export const SENTENCE_END = /[。！？；…][”’"'」』）)】]*\s*$/u;

const COMMENT = /^\s*(?:#|\/\/|\/?\*|--|;|"|%)/u;

/** A Chinese sentence, where code is expected; comments are code. */
export function isSentence(line: string): boolean {
  return /\p{Script=Han}{4}/u.test(line) && SENTENCE_END.test(line) && !COMMENT.test(line);
}
