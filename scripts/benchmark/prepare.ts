/** Cuts a corpus into tokens for all engines, draws the queries, and counts by a plain scan what each must find. */

import { createAnalyzer } from '../../server/analysis/analyzer.ts';
import { loadJieba } from '../../server/analysis/jieba.ts';
import type { Article } from '../../server/corpus/article.ts';
import { scanCorpus } from '../../server/corpus/scan-corpus.ts';
import { parseQuery } from '../../server/query/parse-query.ts';
import { drawQueries, frequenciesOf, USUAL_COUNTS } from '../measuring/draw-queries.ts';
import type { Group, SampleQuery } from '../measuring/queries.ts';
import { createRandom, type Random, shuffled } from '../measuring/random.ts';
import { countHits, digestOf, hasTerms, type PlainDocument, requirementsOf } from './plain-scan.ts';
import type { CheckedQuery } from './queries.ts';
import type { ArticleUpdate, Workspace } from './workspace.ts';

export interface PrepareOptions {
  readonly seed: number;
  /** As people type them. */
  readonly natural: readonly string[];
  /** Articles to change. */
  readonly updates: number;
}

interface Document extends PlainDocument {
  readonly text: string;
}

export async function prepare(workspace: Workspace, options: PrepareOptions): Promise<void> {
  const { seed, natural, updates } = options;
  const analyzer = createAnalyzer(loadJieba());
  const { put: articles, catalog } = await scanCorpus(workspace.corpusDir);
  const documents: Document[] = [];
  const places: ArticleUpdate[] = [];
  for (const article of articles) {
    const firstDocument = documents.length;
    for (const paragraph of article.paragraphs) {
      if (paragraph.repeatOf !== null) continue;
      const { text } = paragraph;
      const terms = analyzer.analyze(text).map(({ term }) => term);
      documents.push({
        text,
        folded: analyzer.fold(text),
        terms,
        carried: new Set(terms),
        identity: identityOf(article, paragraph),
      });
    }
    const count = documents.length - firstDocument;
    places.push({ path: article.path, firstDocument, documents: count });
  }

  const random = createRandom(seed);
  const texts = documents.map(({ text }) => text);
  const source = {
    texts,
    frequencies: frequenciesOf(documents.map(({ carried }) => carried)),
    analyzer,
  };
  const typed = natural.map((q): SampleQuery => ({ group: 'natural', q, terms: termsOf(q) }));
  const drawn = [...drawQueries(source, random), ...typed].map(check);
  const canGrow = ({ path }: ArticleUpdate): boolean =>
    /\.(?:txt|md)$/u.test(path) && catalog.get(path)?.encoding === 'utf-8';
  await workspace.write(
    documents.map(({ terms }) => terms),
    {
      articles: articles.length,
      characters: texts.reduce((sum, { length }) => sum + length, 0),
      queries: (['relaxed', 'none'] as const).reduce(
        (queries, group) => keepWithoutHits(queries, group, random),
        drawn,
      ),
      updates: shuffled(random, places.filter(canGrow)).slice(0, updates),
    },
  );

  /** One a stretch of the text. */
  function termsOf(text: string): string[] {
    const byPosition = new Map<number, string>();
    for (const { term, position } of analyzer.analyze(text)) {
      if (!byPosition.has(position)) byPosition.set(position, term);
    }
    return [...new Set(byPosition.values())];
  }

  function check(query: SampleQuery): CheckedQuery {
    const requirements = requirementsOf(parseQuery(query.q, { analyzer }));
    const inRow = query.group === 'phrases';
    const carrying = documents.flatMap((document, doc) =>
      hasTerms(document, query.terms, inRow) ? doc : [],
    );
    return {
      ...query,
      hits: requirements && countHits(documents, requirements),
      documents: digestOf(carrying),
    };
  }
}

/** A text of the body counts once wherever it stands, a title or heading once an article. */
function identityOf({ path }: Article, { kind, text }: Article['paragraphs'][number]): string {
  return kind === 'body' ? text : `${kind} of ${path}\n${text}`;
}

/** More were drawn than are needed: those that turned out to stand somewhere go. */
function keepWithoutHits(
  queries: readonly CheckedQuery[],
  group: Group,
  random: Random,
): CheckedQuery[] {
  const fit = queries.filter((query) => query.group === group && query.hits === 0);
  const kept = new Set(shuffled(random, fit).slice(0, USUAL_COUNTS.others));
  return queries.filter((query) => query.group !== group || kept.has(query));
}
