/** Spans: stretches of a text, as data. HTML is made of them last, in the view. */

/** `text.slice(start, end)`, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of a text that is marked, or is not. */
export interface MarkedPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** In order, with overlapping and touching spans made one. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** The part of the spans inside `window`, counted from its start. Expects merged spans. */
export function clipSpans(spans: readonly Span[], window: Span): Span[] {
  return spans
    .filter(({ start, end }) => start < window.end && end > window.start)
    .map(({ start, end }) => ({
      start: Math.max(start, window.start) - window.start,
      end: Math.min(end, window.end) - window.start,
    }));
}

/** The text cut at the borders of merged spans; the pieces joined are the text. */
export function cutAtSpans(text: string, spans: readonly Span[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}
