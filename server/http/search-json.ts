/** The JSON of a search answer: the shape that programs rely on. */

import type { Article } from '../corpus/article.ts';
import { collectionOf } from '../corpus/collection.ts';
import { soughtWords, type WordQuery } from '../query/query.ts';
import type { FacetDistribution, FacetName } from '../search/facets.ts';
import type { Hit, HitGroup } from '../search/present.ts';
import type { ScoreParts } from '../search/score.ts';
import type { SearchResponse } from '../search/search.ts';
import { clipSpans, cutAtSpans, type Span } from '../search/spans.ts';
import type { Suggestion } from '../suggest/suggestion.ts';
import { escapeHtml } from './escape-html.ts';
import type { HighlightTags } from './params.ts';
import type { Catalogue } from './text/catalogue.ts';
import { type Asked, articleUrl, askedOf } from './urls.ts';

export interface SearchJson {
  /** Flat; with `groupBy=article` the hits of an article stand together. */
  readonly hits: readonly HitJson[];
  readonly query: string;
  readonly processingTimeMs: number;
  readonly page: number;
  readonly hitsPerPage: number;
  /** Of the first step of the ladder that found something. */
  readonly totalHits: number;
  /** Those of them where a word stands only inside another one. */
  readonly insideWordHits: number;
  /** Hits of later steps, which follow; `relaxed` is the lowest step that gave any. */
  readonly relaxedHits: number;
  readonly relaxed: SearchResponse['relaxed'];
  readonly totalArticles: number;
  readonly totalPages: number;
  /** With `facets`: for each of them, value → what the first step found: articles; hits for `kind`. */
  readonly facetDistribution?: FacetsJson;
  /** How the query was cut: what is sought, each as typed, with the terms that stand for it. */
  readonly parsedQuery: { readonly words: readonly WordJson[] };
  /** What may have been meant; each has results. */
  readonly suggestions: readonly Suggestion[];
  /** Set when the query found nothing and this suggestion was searched instead: pinyin only. */
  readonly searchedInstead: Suggestion | null;
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
}

type FacetsJson = Readonly<Partial<Record<FacetName, Readonly<Record<string, number>>>>>;

export interface WordJson {
  readonly text: string;
  readonly kind: WordQuery['kind'];
  readonly terms: readonly string[];
}

export interface HitJson {
  /** `articleId#paragraph`. */
  readonly id: string;
  readonly articleId: string;
  readonly title: string;
  readonly date: string | null;
  /** The folder that the article lies in; null at the top of the corpus. */
  readonly collection: string | null;
  /** Ordinal in the article; 0 is the title. */
  readonly paragraph: number;
  readonly kind: string;
  /** The heading it stands under. */
  readonly section: string | null;
  readonly url: string;
  readonly text: string;
  /** Escaped for HTML, with tags around the matches; the text cropped. */
  readonly _formatted: { readonly title: string; readonly text: string };
  /** In UTF-16 units of `title` and `text`. */
  readonly _matchesPosition: {
    readonly title: readonly Position[];
    readonly text: readonly Position[];
  };
  /** The step of the ladder that found it, and the words of the query that it does without. */
  readonly step: Hit['step'];
  readonly wholeWords: boolean;
  readonly missing: readonly string[];
  /** Higher is better; comparable within one answer only. */
  readonly _rankingScore: number;
  /** The other places where the same text is printed: in the article, then in others. */
  readonly duplicates: readonly DuplicateJson[];
  /** With `explain`: how it agrees with the query, and the parts of its score. */
  readonly _explanation?: { readonly agreement: string; readonly parts: ScoreParts };
}

export interface DuplicateJson {
  readonly id: string;
  readonly articleId: string;
  readonly title: string;
  readonly paragraph: number;
  readonly url: string;
}

interface Position {
  readonly start: number;
  readonly length: number;
}

/** @param processingTimeMs milliseconds the search took */
export function toSearchJson(
  response: SearchResponse,
  tags: HighlightTags,
  processingTimeMs: number,
  text: Catalogue,
  explain = false,
): SearchJson {
  const { request, parsed, groups, totalHits, totalArticles, totalPages } = response;
  const { insideWordHits, relaxedHits, relaxed, suggestions, searchedInstead } = response;
  const { facetDistribution: facets } = response;
  const asked = askedOf(response);
  return {
    hits: groups.flatMap((group) =>
      group.hits.map((hit) => toHitJson(group, hit, asked, tags, explain)),
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
  return {
    id: hitId(article, paragraph.ordinal),
    articleId: article.id,
    title: article.title,
    date: article.date,
    collection: collectionOf(article.path),
    paragraph: paragraph.ordinal,
    kind: paragraph.kind,
    section: paragraph.section === null ? null : article.paragraphs[paragraph.section]!.text,
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
    duplicates: [
      ...placesOf(article, paragraph.alsoAt),
      ...hit.alike.flatMap((other) =>
        placesOf(other.article, [other.paragraph.ordinal, ...other.paragraph.alsoAt]),
      ),
    ],
    ...(explain ? { _explanation: { agreement: hit.agreement, parts: hit.parts } } : {}),
  };

  function placesOf(printed: Article, ordinals: readonly number[]): DuplicateJson[] {
    return ordinals.map((ordinal) => ({
      id: hitId(printed, ordinal),
      articleId: printed.id,
      title: printed.title,
      paragraph: ordinal,
      url: articleUrl(printed.id, { ...asked, ordinal }),
    }));
  }
}

function hitId(article: Article, ordinal: number): string {
  return `${article.id}#${ordinal}`;
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

function toPosition({ start, end }: Span): Position {
  return { start, length: end - start };
}
