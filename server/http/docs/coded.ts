/** Sentences with names of code in them: `page` stands between backticks. */

export interface CodedPiece {
  readonly text: string;
  readonly isCode: boolean;
}

export function codedPieces(sentence: string): readonly CodedPiece[] {
  return sentence
    .split('`')
    .map((text, i) => ({ text, isCode: i % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
