/** What is counted over all paragraphs, kept exact while articles come and go. */

import { CharacterStatistics } from './character-statistics.ts';
import type { ParagraphStore } from './paragraph-store.ts';
import { SharedTexts } from './shared-texts.ts';

/** Some articles with what is counted of them. */
export interface CountedPart {
  readonly paragraphs: ParagraphStore;
  /** Term → the number of these paragraphs that carry it. */
  readonly documentFrequencies: ReadonlyMap<string, number>;
}

/** Every number follows from the articles that are in, in whatever order they came. */
export class IndexStatistics {
  readonly #documentFrequencies = new Map<string, number>();
  readonly characters = new CharacterStatistics();
  readonly sharedTexts = new SharedTexts();

  /** Term → the number of paragraphs that carry it, of terms that some paragraph carries. */
  get documentFrequencies(): ReadonlyMap<string, number> {
    return this.#documentFrequencies;
  }

  add({ paragraphs, documentFrequencies }: CountedPart): void {
    const totals = this.#documentFrequencies;
    for (const [term, count] of documentFrequencies) {
      totals.set(term, (totals.get(term) ?? 0) + count);
    }
    this.characters.add(paragraphs.foldedTexts());
    for (const article of paragraphs.articles) this.sharedTexts.add(article);
  }

  /** Takes back what `add` of the same articles did. */
  remove({ paragraphs, documentFrequencies }: CountedPart): void {
    const totals = this.#documentFrequencies;
    for (const [term, count] of documentFrequencies) {
      const left = (totals.get(term) ?? 0) - count;
      if (left > 0) totals.set(term, left);
      else totals.delete(term);
    }
    this.characters.remove(paragraphs.foldedTexts());
    for (const article of paragraphs.articles) this.sharedTexts.remove(article);
  }
}
