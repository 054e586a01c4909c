/** The JSON of a search answer: its schema is the shape that programs rely on. */

import type { Article } from '../../corpus/article.ts';
import { collectionOf } from '../../corpus/collection.ts';
import { soughtWords } from '../../query/query.ts';
import type { Explanation } from '../../search/explain.ts';
import type { FacetDistribution } from '../../search/facets.ts';
import type { Hit, HitGroup } from '../../search/present.ts';
import type { SearchResponse } from '../../search/search.ts';
import { clipSpans, cutAtSpans, type Span } from '../../search/spans.ts';
import { escapeHtml } from '../escape-html.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { type Asked, articleUrl, askedOf } from '../urls.ts';
import type { Answer, position } from './answers/answer.ts';
import { type hit, MAX_DUPLICATES } from './answers/hit.ts';
import type { searchAnswer } from './answers/search-answer.ts';
import { headingOf, paragraphIdOf } from './article-json.ts';
import type { HighlightTags } from './parameters/search.ts';

export type SearchJson = Answer<typeof searchAnswer>;
export type HitJson = Answer<typeof hit>;
type FacetsJson = NonNullable<SearchJson['facetDistribution']>;

interface Place {
  readonly printed: Article;
  readonly ordinal: number;
}

/**
 * @param processingTimeMs milliseconds the search took
 * @param explanation where the answer is to say how it came about
 */
export function toSearchJson(
  response: SearchResponse,
  tags: HighlightTags,
  processingTimeMs: number,
  text: Catalogue,
  explanation: Explanation | null = null,
): SearchJson {
  const { request, parsed, groups, totalHits, totalArticles, totalPages } = response;
  const { insideWordHits, relaxedHits, relaxed, suggestions, searchedInstead } = response;
  const { facetDistribution: facets } = response;
  const asked = askedOf(response);
  return {
    hits: groups.flatMap((group) =>
      group.hits.map((hit) => toHitJson(group, hit, asked, tags, explanation !== null)),
    ),
    query: request.q,
    processingTimeMs: Math.round(processingTimeMs * 10) / 10,
    page: request.page,
    hitsPerPage: request.hitsPerPage,
    totalHits,
    insideWordHits,
    relaxedHits,
    relaxed,
    totalArticles,
    totalPages,
    ...(facets && { facetDistribution: toFacetsJson(facets) }),
    parsedQuery: {
      words: (parsed.query ? soughtWords(parsed.query) : []).map((word) => ({
        text: word.text,
        kind: word.kind,
        terms: word.terms,
      })),
    },
    suggestions,
    searchedInstead,
    warnings: parsed.warnings.map((warning) => ({
      code: warning.code,
      message: text.warning(warning),
    })),
    ...(explanation && { explanation }),
  };
}

function toFacetsJson(facets: FacetDistribution): FacetsJson {
  return Object.fromEntries(
    Object.entries(facets).map(([facet, counts]) => [facet, Object.fromEntries(counts)]),
  );
}

function toHitJson(
  { article, titleSpans }: HitGroup,
  hit: Hit,
  asked: Asked,
  tags: HighlightTags,
  explain: boolean,
): HitJson {
  const { paragraph, spans, snippet } = hit;
  const cropped = paragraph.text.slice(snippet.start, snippet.end);
  const before = snippet.start > 0 ? '…' : '';
  const after = snippet.end < paragraph.text.length ? '…' : '';
  const places = duplicatesOf(article, hit);
  return {
    id: paragraphIdOf(article.id, paragraph.ordinal),
    articleId: article.id,
    title: article.title,
    date: article.date,
    collection: collectionOf(article.path),
    paragraph: paragraph.ordinal,
    kind: paragraph.kind,
    section: headingOf(article, paragraph),
    url: articleUrl(article.id, { ...asked, ordinal: paragraph.ordinal }),
    text: paragraph.text,
    _formatted: {
      title: format(article.title, titleSpans, tags),
      text: before + format(cropped, clipSpans(spans, snippet), tags) + after,
    },
    _matchesPosition: { title: titleSpans.map(toPosition), text: spans.map(toPosition) },
    step: hit.step,
    wholeWords: hit.wholeWords,
    missing: hit.missing,
    _rankingScore: Math.round(hit.score * 1e6) / 1e6,
    duplicates: places.slice(0, MAX_DUPLICATES).map(({ printed, ordinal }) => ({
      id: paragraphIdOf(printed.id, ordinal),
      articleId: printed.id,
      title: printed.title,
      paragraph: ordinal,
      url: articleUrl(printed.id, { ...asked, ordinal }),
    })),
    duplicateCount: places.length,
    ...(explain ? { _explanation: { agreement: hit.agreement, parts: hit.parts } } : {}),
  };
}

/** Every other place that prints the text of a hit. */
function duplicatesOf(article: Article, { paragraph, alike }: Hit): Place[] {
  const placesOf = (printed: Article, ordinals: readonly number[]): Place[] =>
    ordinals.map((ordinal) => ({ printed, ordinal }));
  return [
    ...placesOf(article, paragraph.alsoAt),
    ...alike
      .first()
      .flatMap((other) =>
        placesOf(other.article, [other.paragraph.ordinal, ...other.paragraph.alsoAt]),
      ),
  ];
}

/** Escapes first, piece by piece; only then come the caller's tags, which are taken as they are. */
function format(text: string, spans: readonly Span[], tags: HighlightTags): string {
  return cutAtSpans(text, spans)
    .map((piece) => {
      const escaped = escapeHtml(piece.text);
      return piece.marked ? tags.pre + escaped + tags.post : escaped;
    })
    .join('');
}

function toPosition({ start, end }: Span): Answer<typeof position> {
  return { start, length: end - start };
}
