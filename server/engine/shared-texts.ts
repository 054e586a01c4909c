/** Knows which articles print the same paragraph, while articles come and go. */

import type { Article } from '../corpus/article.ts';

/** Only paragraphs of the body count: titles and headings stand for their articles. */
export class SharedTexts {
  /** Text → its article, or all of them where several print it. */
  readonly #articles = new Map<string, Article | Article[]>();

  add(article: Article): void {
    for (const text of bodyTexts(article)) {
      const known = this.#articles.get(text);
      if (Array.isArray(known)) known.push(article);
      else this.#articles.set(text, known === undefined ? article : [known, article]);
    }
  }

  /** Takes back what `add` of the very same object did. */
  remove(article: Article): void {
    for (const text of bodyTexts(article)) {
      const known = this.#articles.get(text);
      if (!Array.isArray(known)) this.#articles.delete(text);
      else if (known.length > 2) known.splice(known.indexOf(article), 1);
      else this.#articles.set(text, known[known[0] === article ? 1 : 0]!);
    }
  }

  /** The articles that print this text; empty unless there are at least two. */
  articlesWith(text: string): readonly Article[] {
    const known = this.#articles.get(text);
    return Array.isArray(known) ? known : [];
  }
}

function* bodyTexts({ paragraphs }: Article): Generator<string> {
  for (const { kind, text, repeatOf } of paragraphs) {
    if (kind === 'body' && repeatOf === null) yield text;
  }
}
