/** All folded texts one behind the other, kept in pieces: a change copies the piece that it is in, not all. */

import { lastUpTo } from './sorted-lists.ts';

/** Stands behind each text; no paragraph contains a line break. */
export const SEPARATOR = '\n';

/** UTF-16 units of a piece, about: enough to make a scan of long strings, few enough to be copied in no time. */
const PIECE = 1 << 18;
/** Smaller pieces are joined with their neighbours when next something changes. */
const SMALL = PIECE / 2;

/** Some of the text with the offset at which it stands. */
export interface TextPart {
  readonly text: string;
  readonly start: number;
}

/** Some of a text, by UTF-16 offsets: from `start` up to, not including, `end`, both where a paragraph begins. */
export interface TextStretch {
  readonly joined: JoinedText;
  readonly start: number;
  readonly end: number;
}

/** Immutable; every piece ends with a separator, so that nothing that is looked for lies across two. */
export class JoinedText {
  readonly #pieces: readonly string[];
  /** Offset at which each begins, and the end. */
  readonly #starts: Uint32Array;

  private constructor(pieces: readonly string[]) {
    this.#pieces = pieces;
    this.#starts = new Uint32Array(pieces.length + 1);
    pieces.forEach((piece, i) => {
      this.#starts[i + 1] = this.#starts[i]! + piece.length;
    });
  }

  static of(texts: Iterable<string>): JoinedText {
    const pieces = new Pieces();
    for (const text of texts) {
      pieces.add(text);
      pieces.add(SEPARATOR);
      pieces.endIfLong();
    }
    return new JoinedText(pieces.end());
  }

  /** Some stretches of texts as a new one; shares their pieces where it can. */
  static join(stretches: readonly TextStretch[]): JoinedText {
    const pieces = new Pieces();
    for (const { joined, start, end } of stretches) {
      for (const { part, isWhole } of joined.#partsBetween(start, end)) {
        if (isWhole) pieces.share(part);
        else pieces.addCut(part);
      }
    }
    return new JoinedText(pieces.end());
  }

  /** UTF-16 units, those of the separators included. */
  get length(): number {
    return this.#starts.at(-1)!;
  }

  slice(start: number, end: number): string {
    let text = this.partFrom(start, end);
    while (text.length < end - start) text += this.partFrom(start + text.length, end);
    return text;
  }

  /**
   * As much of the same as one piece has: what is long is best looked through piece by piece.
   *
   * @returns empty only where there is nothing
   */
  partFrom(start: number, end: number): string {
    const i = lastUpTo(this.#starts, start);
    const base = this.#starts[i]!;
    return this.#pieces[i]?.slice(start - base, Math.max(start, end) - base) ?? '';
  }

  /** The pieces that are between, whole or in part. */
  *#partsBetween(
    start: number,
    end: number,
  ): Generator<{ readonly part: string; readonly isWhole: boolean }, void, void> {
    for (let i = 0; i < this.#pieces.length; i++) {
      const piece = this.#pieces[i]!;
      const base = this.#starts[i]!;
      const part = piece.slice(Math.max(0, start - base), Math.max(0, end - base));
      if (part !== '') yield { part, isWhole: part.length === piece.length };
    }
  }
}

/** Gathers what pieces are made of. */
class Pieces {
  readonly #done: string[] = [];
  #open: string[] = [];
  #length = 0;

  add(text: string): void {
    this.#open.push(text);
    this.#length += text.length;
  }

  endIfLong(): void {
    if (this.#length >= PIECE) this.#endOpen();
  }

  /** Adds what may be long, in several pieces then. */
  addCut(text: string): void {
    let from = 0;
    while (from < text.length) {
      const end = text.indexOf(SEPARATOR, from + PIECE - this.#length) + 1 || text.length;
      this.add(text.slice(from, end));
      this.endIfLong();
      from = end;
    }
  }

  /** Takes over a piece as it is, unless it or what stands before it is small. */
  share(piece: string): void {
    if (this.#length > 0 && this.#length < SMALL) this.addCut(piece);
    else {
      this.#endOpen();
      if (piece.length < SMALL) this.add(piece);
      else this.#done.push(piece);
    }
  }

  end(): readonly string[] {
    this.#endOpen();
    return this.#done;
  }

  #endOpen(): void {
    const [first, ...others] = this.#open;
    if (first !== undefined) {
      // What is cut off a string keeps all of it in memory, what is joined does not.
      this.#done.push(others.length === 0 ? copyOf(first) : this.#open.join(''));
    }
    this.#open = [];
    this.#length = 0;
  }
}

function copyOf(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
