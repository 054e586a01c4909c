/** MiniSearch's tree of terms with a hash table in front: whole terms are found without the tree. */

import SearchableMap from 'minisearch/SearchableMap';

/**
 * The tree compares what is asked for with each of its branches in turn. Chinese has thousands of
 * first characters, so that a look-up passes by thousands of branches, and filling the tree takes as
 * long as reading everything else. It is grown when something is asked that only a tree can answer.
 */
export class TermTable<T> extends SearchableMap<T> {
  /** Null once the tree has all. */
  #table: Map<string, T> | null = new Map();

  override get size(): number {
    return this.#table?.size ?? super.size;
  }

  override get(term: string): T | undefined {
    return this.#table ? this.#table.get(term) : super.get(term);
  }

  override has(term: string): boolean {
    return this.#table ? this.#table.has(term) : super.has(term);
  }

  override set(term: string, value: T): this {
    if (this.#table) this.#table.set(term, value);
    else super.set(term, value);
    return this;
  }

  override fetch(term: string, initial: () => T): T {
    const known = this.get(term);
    if (known !== undefined) return known;
    const made = initial();
    this.set(term, made);
    return made;
  }

  override update(term: string, change: (value: T | undefined) => T): this {
    return this.set(term, change(this.get(term)));
  }

  override delete(term: string): void {
    if (this.#table) this.#table.delete(term);
    else super.delete(term);
  }

  override clear(): void {
    this.#table?.clear();
    super.clear();
  }

  override atPrefix(prefix: string): SearchableMap<T> {
    this.#grow();
    return super.atPrefix(prefix);
  }

  override fuzzyGet(
    term: string,
    maxEditDistance: number,
  ): ReturnType<SearchableMap<T>['fuzzyGet']> {
    this.#grow();
    return super.fuzzyGet(term, maxEditDistance);
  }

  override entries(): ReturnType<SearchableMap<T>['entries']> {
    this.#grow();
    return super.entries();
  }

  override keys(): ReturnType<SearchableMap<T>['keys']> {
    this.#grow();
    return super.keys();
  }

  override values(): ReturnType<SearchableMap<T>['values']> {
    this.#grow();
    return super.values();
  }

  #grow(): void {
    const entries = this.#table ?? [];
    this.#table = null;
    for (const [term, value] of entries) super.set(term, value);
  }
}
