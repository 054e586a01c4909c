/** Tells for one word of a query which paragraphs carry it, as a word or inside others. */

import { hasAllBits, uniteBits } from '../engine/bits.ts';
import type { BlockSet } from '../engine/block-signatures.ts';
import { isFrequent } from '../engine/frequent-terms.ts';
import { merge, selectFrom, uncounted, unite } from '../engine/scan-results.ts';
import type { NeedleKind, Occurrences, ScanResult } from '../engine/scan-text.ts';
import type { SearchIndex } from '../engine/search-index.ts';
import { indexIn, placeOf } from '../engine/sorted-lists.ts';
import type { WordQuery } from '../query/query.ts';
import { isAlphabetic } from './alphabetic.ts';
import { ABSENT, INSIDE, type Matcher, type Presence, WHOLE } from './matcher.ts';

/** So many Chinese characters in a row are no accident: they stand in other words as themselves. */
const LONG_HAN = /^\p{Script=Han}{3,}$/u;

/** So many are looked through in a row in the time that one document is looked up and counted in. */
const BLOCKS_A_DOCUMENT = 2;

const NO_DOCS = new Uint32Array(0);
const NONE: Occurrences = { whole: 0, inside: 0 };
/** Of equal texts the one that spells the word as typed goes first: 8,999 before 8999. */
const OTHER_SPELLING = 0.9;

export class WordLookup implements Matcher {
  readonly listsAll = true;
  readonly word: WordQuery;
  readonly #index: SearchIndex;
  readonly #kind: NeedleKind;
  /**
   * Whether it counts as a whole word wherever it stands: 国产化 in 国产化率, and above all a name that
   * segmentation took together with its neighbour (林若溪来).
   */
  readonly #isAlwaysWhole: boolean;
  /** Whether the text may spell it otherwise: then only the engine knows where it is. */
  readonly #mayDiffer: boolean;
  #hits: Uint32Array | undefined;
  #blocks: BlockSet | undefined;
  #found: ScanResult | undefined;
  /** The blocks that this is all of; null: all. */
  #foundIn: BlockSet | null = null;
  /** In the documents of the last `presences`: in some perhaps not at all. */
  #verified: ScanResult | undefined;
  /** Where in these lists the last look-up ended: documents are mostly asked for in order. */
  #foundCursor = 0;
  #verifiedCursor = 0;
  /** What was looked up last, in fields: very many are looked up in a row. */
  #doc = -1;
  #whole = 0;
  #inside = 0;

  /** Paragraphs that carry it as a word; where no count is known, those that its rarest pair allows. */
  readonly frequency: number;

  /** @param onlyWhole leaves hits inside other words out */
  constructor(index: SearchIndex, word: WordQuery, onlyWhole: boolean = word.onlyWhole) {
    this.#index = index;
    this.word = word;
    this.#kind = word.kind === 'prefix' ? 'prefix' : onlyWhole ? 'whole' : 'any';
    this.#isAlwaysWhole = word.kind !== 'prefix' && LONG_HAN.test(word.terms[0] as string);
    this.#mayDiffer = word.kind === 'word' && word.terms.some(isAlphabetic);
    this.frequency = Math.max(...word.terms.map((term) => frequencyOf(index, term)));
  }

  blocks(): BlockSet {
    this.#blocks ??= this.#blocksWithIt();
    return this.#blocks;
  }

  #blocksWithIt(): BlockSet {
    const { paragraphs } = this.#index;
    const sets = this.word.terms.map((term) => paragraphs.text.blocksWith(term));
    if (this.#mayDiffer) sets.push(paragraphs.text.blocksOf(this.#engineHits()));
    return uniteBits(sets)!;
  }

  /** Where the engine may know of more than the text says it is not known. */
  members(): Uint32Array | null {
    if (this.#mayDiffer) return null;
    const { text } = this.#index.paragraphs;
    return uniteBits(this.word.terms.map((term) => text.membersOf(term, this.#kind)));
  }

  /** Every document that has the word: as the engine knows it, or anywhere in its text. */
  documents(within: BlockSet | null = null): Uint32Array {
    if (!this.#found || !this.#hasFoundIn(within)) {
      this.#found = this.#find(within, true);
      this.#foundIn = within;
    }
    return this.#index.paragraphs.text.documentsIn(this.#found.docs, within);
  }

  presences(docs: Uint32Array, within: BlockSet | null): Uint8Array {
    this.#verified = this.#countsIn(docs, within);
    const { whole, inside } = this.#verified;
    const presences = new Uint8Array(docs.length);
    for (let i = 0; i < presences.length; i++) {
      presences[i] = this.#presenceOf(whole[i]!, inside[i]!);
    }
    return presences;
  }

  #presenceOf(whole: number, inside: number): Presence {
    if (whole > 0) return WHOLE;
    if (inside === 0) return ABSENT;
    return this.#isAlwaysWhole ? WHOLE : INSIDE;
  }

  #countsIn(docs: Uint32Array, within: BlockSet | null): ScanResult {
    const { paragraphs } = this.#index;
    if (this.#found?.docs === docs) return this.#found;
    if (this.#found && this.#hasFoundIn(within)) return selectFrom(this.#found, docs);
    // One pass over the blocks, unless they are many more than the documents.
    const isPass =
      paragraphs.text.countBlocks(within) <= docs.length * BLOCKS_A_DOCUMENT ||
      this.word.terms.every((term) => paragraphs.text.hasScanned(term, this.#kind));
    if (isPass) return selectFrom(this.#find(within, this.#mayDiffer), docs);
    const counted = uncounted(docs);
    docs.forEach((doc, i) => {
      const { whole, inside } = this.#count(doc);
      counted.whole[i] = whole;
      counted.inside[i] = inside;
    });
    return counted;
  }

  get #isComplete(): boolean {
    return this.#found !== undefined && this.#foundIn === null;
  }

  #hasFoundIn(within: BlockSet | null): boolean {
    if (this.#found === undefined) return false;
    return this.#foundIn === null || (within !== null && hasAllBits(this.#foundIn, within));
  }

  presence(doc: number): Presence {
    this.#lookUp(doc);
    return this.#presenceOf(this.#whole, this.#inside);
  }

  /** Occurrences in the document, those inside other words counting half. */
  weight(doc: number): number {
    this.#lookUp(doc);
    return this.#whole + this.#inside / 2;
  }

  /**
   * The weights in many documents at once.
   *
   * @param docs ascending
   */
  weights(docs: Uint32Array): Float64Array {
    const weights = new Float64Array(docs.length);
    const { docs: known, whole, inside } = this.#verified ?? uncounted(NO_DOCS);
    let at = 0;
    for (let i = 0; i < docs.length; i++) {
      const doc = docs[i]!;
      while (at < known.length && known[at]! < doc) at++;
      weights[i] = known[at] === doc ? whole[at]! + inside[at]! / 2 : this.weight(doc);
    }
    return weights;
  }

  /** Whether a folded text outside the index contains it. */
  isIn(text: string): boolean {
    return this.word.terms.some((term) => text.includes(term));
  }

  /** Ascending. */
  #engineHits(): Uint32Array {
    this.#hits ??= Uint32Array.from(
      this.word.kind === 'word' ? this.#index.engine.documentsWith(this.word.terms) : [],
    ).sort();
    return this.#hits;
  }

  #lookUp(doc: number): void {
    if (this.#doc === doc) return;
    this.#doc = doc;
    let at = this.#verified ? placeOf(this.#verified.docs, doc, this.#verifiedCursor) : -1;
    if (at !== -1) {
      this.#verifiedCursor = at;
      this.#take(this.#verified!, at);
      return;
    }
    at = this.#found ? placeOf(this.#found.docs, doc, this.#foundCursor) : -1;
    // Elsewhere, of several spellings some were perhaps looked for, and others not.
    if (at !== -1 && this.#index.paragraphs.text.isIn(doc, this.#foundIn)) {
      this.#foundCursor = at;
      this.#take(this.#found!, at);
      return;
    }
    const { whole, inside } = this.#isComplete ? NONE : this.#count(doc);
    this.#whole = whole;
    this.#inside = inside;
  }

  #take({ whole, inside }: ScanResult, at: number): void {
    this.#whole = whole[at]!;
    this.#inside = inside[at]!;
  }

  #count(doc: number): Occurrences {
    const { paragraphs } = this.#index;
    const { terms } = this.word;
    let count = paragraphs.text.count(doc, terms[0] as string, this.#kind);
    for (let i = 1; i < terms.length; i++) {
      const { whole, inside } = paragraphs.text.count(doc, terms[i] as string, this.#kind);
      count = {
        whole: count.whole + whole * OTHER_SPELLING,
        inside: count.inside + inside * OTHER_SPELLING,
      };
    }
    if (count.whole === 0 && this.#mayDiffer && indexIn(this.#engineHits(), doc) !== -1) {
      count = { whole: OTHER_SPELLING, inside: count.inside };
    }
    return count;
  }

  /**
   * What a scan of these blocks finds, and what only the engine knows.
   *
   * @param asksEngine needless where the text spells the word as it is
   */
  #find(within: BlockSet | null, asksEngine: boolean): ScanResult {
    const { paragraphs, characters } = this.#index;
    let all = this.word.terms
      .map((term) => paragraphs.text.scan(term, this.#kind, within, characters.most(term)))
      .reduce((a, b) => merge(a, b, OTHER_SPELLING));
    if (this.word.kind === 'word' && asksEngine) {
      const docs = paragraphs.text.documentsIn(this.#engineHits(), within).filter((doc) => {
        const at = indexIn(all.docs, doc);
        return at === -1 || all.whole[at] === 0;
      });
      const known = uncounted(docs);
      known.whole.fill(1);
      all = merge(all, known, OTHER_SPELLING);
    }
    return all;
  }
}

/** The documents that carry a term as a word: by its postings, or read off the text where it has none. */
export function documentsWithTerm(index: SearchIndex, term: string): ArrayLike<number> {
  const frequency = index.documentFrequencies.get(term) ?? 0;
  if (frequency === 0) return [];
  const posted = index.engine.documentsWith([term]);
  // Frequent by now counts like frequent when the index was built: both give the same documents.
  const isPosted = !index.unposted.has(term) && !isFrequent(frequency, index.paragraphs.size);
  if (isPosted) return posted;
  const { docs } = index.paragraphs.text.scan(term, 'whole');
  return posted.length === 0
    ? docs
    : unite([docs, Uint32Array.from(posted)], index.paragraphs.size);
}

/**
 * Inverse document frequency as BM25 has it, above 0 even for what every paragraph has:
 * ln(1 + (N − df + 0.5) / (df + 0.5)).
 */
export function inverseFrequency(paragraphs: number, documentFrequency: number): number {
  const df = Math.min(documentFrequency, paragraphs);
  return Math.log(1 + (paragraphs - df + 0.5) / (df + 0.5));
}

/** Exact where the term is indexed; else how many paragraphs may have it. */
function frequencyOf({ documentFrequencies, characters }: SearchIndex, term: string): number {
  return documentFrequencies.get(term) ?? characters.most(term);
}
