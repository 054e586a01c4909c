/** What the reader shows of a paragraph: its text, or the lines or cells that it stands for, with marks. */

import type { Layout, Paragraph, ParagraphKind } from '../corpus/article.ts';
import { cellStarts } from '../corpus/cells.ts';
import { placesIn } from '../corpus/verbatim.ts';
import { clipSpans, cutAtSpans, type MarkedPiece, type Span } from '../search/spans.ts';

export interface ParagraphView {
  readonly ordinal: number;
  readonly kind: ParagraphKind;
  /** Without a Chinese character, such as a name or a source. */
  readonly isWestern: boolean;
  /** What stands apart from the text: the number of a step, blank lines above code. */
  readonly before: readonly NumberedPiece[];
  readonly pieces: readonly NumberedPiece[];
  /** Of a row, in place of `pieces`. */
  readonly cells: readonly (readonly NumberedPiece[])[];
  /** The first number of its marks. */
  readonly firstNumber: number | null;
  readonly layout: Layout;
}

export interface NumberedPiece extends MarkedPiece {
  /** Of a mark, from 1 in the order of reading; null where it has none, or goes on in another cell. */
  readonly number: number | null;
}

/** How the parser of Markdown begins the text of a step. */
const STEP = /^\d+[.)] /u;

/**
 * @param spans in the text; merged
 * @param nextNumber asked once for every mark; null leaves it without a number
 */
export function toParagraphView(
  { ordinal, kind, text, layout }: Paragraph,
  spans: readonly Span[],
  nextNumber: () => number | null,
): ParagraphView {
  const { verbatim, cells } = layout;
  const shown = verbatim ?? text;
  const marks = verbatim === undefined ? spans : spansIn(verbatim, text, spans);
  const numbered = new Set<Span>();
  let firstNumber: number | null = null;

  const cut = (start: number, end: number): NumberedPiece[] => {
    const inside = marks.filter((mark) => mark.start < end && mark.end > start);
    const pieces = cutAtSpans(shown.slice(start, end), clipSpans(inside, { start, end }));
    return pieces.map((piece) => ({
      ...piece,
      number: piece.marked ? number(inside.shift()!) : null,
    }));
  };
  const number = (mark: Span): number | null => {
    if (numbered.has(mark)) return null;
    numbered.add(mark);
    const given = nextNumber();
    firstNumber ??= given;
    return given;
  };

  const apart = apartOf(shown, layout).length;
  const before = cut(0, apart);
  const pieces = cells ? [] : cut(apart, shown.length);
  const starts = cellStarts(cells ?? []);
  return {
    ordinal,
    kind,
    isWestern: !/\p{Script=Han}/u.test(text),
    before,
    pieces,
    cells: (cells ?? []).map((cell, i) => cut(starts[i]!, starts[i]! + cell.length)),
    firstNumber,
    layout,
  };
}

function apartOf(shown: string, { within, opens, number, verbatim, cells }: Layout): string {
  if (verbatim !== undefined) return /^\n*/u.exec(verbatim)![0];
  const isStep = within.at(-1) === 'step' && opens > 0 && number === undefined;
  return (isStep && !cells && STEP.exec(shown)?.[0]) || '';
}

/** Spans of the text as spans of its verbatim form: from character to character, white space between. */
function spansIn(verbatim: string, text: string, spans: readonly Span[]): readonly Span[] {
  if (spans.length === 0) return spans;
  const places = placesIn(verbatim, text);
  return spans.map(({ start, end }) => ({ start: places[start]!, end: places[end - 1]! + 1 }));
}
