/** What is counted over all paragraphs, kept exact while articles come and go. */

import type { Article } from '../corpus/article.ts';
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
  readonly #documentFrequencies: Map<string, number>;
  readonly characters: CharacterStatistics;
  readonly sharedTexts = new SharedTexts();

  private constructor(
    documentFrequencies: Map<string, number>,
    characters: CharacterStatistics,
    articles: readonly Article[],
  ) {
    this.#documentFrequencies = documentFrequencies;
    this.characters = characters;
    for (const article of articles) this.sharedTexts.add(article);
  }

  static of({ paragraphs, documentFrequencies }: CountedPart): IndexStatistics {
    const characters = new CharacterStatistics();
    characters.add(paragraphs.foldedTexts());
    return new IndexStatistics(new Map(documentFrequencies), characters, paragraphs.articles);
  }

  /**
   * Those of the same articles as they were stored.
   *
   * @param documentFrequencies its own from now on
   * @param characters the bytes of `CharacterStatistics`
   * @throws RangeError when they are anything else
   */
  static ofStored(
    articles: readonly Article[],
    documentFrequencies: Map<string, number>,
    characters: Uint8Array,
  ): IndexStatistics {
    return new IndexStatistics(documentFrequencies, new CharacterStatistics(characters), articles);
  }

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
