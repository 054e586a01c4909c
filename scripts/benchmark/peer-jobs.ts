/** Measures an engine that is compared, on the same tokens, queries and changes as 找文. */

import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createAnalyzer } from '../../server/analysis/analyzer.ts';
import { loadJieba } from '../../server/analysis/jieba.ts';
import { parseArticle } from '../../server/corpus/read-corpus.ts';
import { editedArticle, markerOf } from '../measuring/edited-article.ts';
import type { Group, SampleQuery } from '../measuring/queries.ts';
import { PEERS } from './peers/all.ts';
import { type NumberedDocument, type Peer, type Question, TOP } from './peers/peer.ts';
import { digestOf } from './plain-scan.ts';
import { type CheckedQuery, TOKEN_GROUPS } from './queries.ts';
import type { BuildResult, OpenResult, QueryResult, UpdateResult } from './results.ts';
import { memoryInUse, timed, timeQueries } from './timing.ts';
import { sizeOf, someWords, type Workspace } from './workspace.ts';

function peerOf(id: string): Peer {
  return PEERS.find((peer) => peer.id === id)!;
}

function loadAnalyzer() {
  const analyzer = createAnalyzer(loadJieba());
  analyzer.load();
  return analyzer;
}

function questionOf({ group, terms }: SampleQuery): Question {
  return { terms, inRow: group === 'phrases' };
}

/** Reading and segmentation are the same for all; what they take is measured once. */
export async function build(
  workspace: Workspace,
  id: string,
): Promise<Pick<BuildResult, 'build' | 'indexBytes'>> {
  const folder = workspace.indexDir(id);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const documents = workspace.documents();
  const milliseconds = await timed(() => peerOf(id).build(folder, documents));
  return { build: milliseconds, indexBytes: await sizeOf(folder) };
}

/** The segmenter is loaded here too: without it nobody can ask. */
export async function open(workspace: Workspace, id: string): Promise<OpenResult> {
  const queries = someWords(workspace.drawn());
  const analyzer = loadAnalyzer();
  const loaded = performance.now();
  const index = await peerOf(id).open(workspace.indexDir(id));
  const opened = performance.now();
  analyzer.analyze(queries[0]!.q);
  await index.search(questionOf(queries[0]!));
  const coldStart = performance.now();
  for (const query of queries) await index.search(questionOf(query));
  return { opening: opened - loaded, coldStart, memory: await memoryInUse() };
}

/** @param isChecked whether the answers are held against the plain scan */
export async function query(
  workspace: Workspace,
  id: string,
  isChecked: boolean,
): Promise<QueryResult> {
  const peer = peerOf(id);
  const index = await peer.open(workspace.indexDir(id));
  const canAnswer = (group: Group): boolean =>
    TOKEN_GROUPS.has(group) && (group !== 'phrases' || peer.hasPhrases);
  const { queries } = workspace.drawn();
  const latencies: Record<string, number[]> = {};
  const wrong: string[] = [];
  let answered = 0;
  for (const group of [...TOKEN_GROUPS].filter(canAnswer)) {
    const own = queries.filter((each) => each.group === group);
    const results = await timeQueries(own, (each) => index.search(questionOf(each)));
    latencies[group] = results.map(({ milliseconds }) => milliseconds);
    if (group === 'natural') answered = results.filter(({ answer }) => answer.length > 0).length;
    for (const [i, each] of isChecked ? own.entries() : []) {
      const matching = await index.matching(questionOf(each));
      if (!isRight(each, matching, results[i]!.answer)) wrong.push(each.q);
    }
  }
  return { latencies, answered, wrong };
}

function isRight(
  { documents }: CheckedQuery,
  matching: readonly number[],
  best: readonly number[],
): boolean {
  return (
    digestOf(matching).digest === documents.digest &&
    best.length === Math.min(TOP, matching.length) &&
    best.every((document) => matching.includes(document))
  );
}

/** The bytes of a file parsed, segmented, and its documents replaced. */
export async function update(workspace: Workspace, id: string): Promise<UpdateResult> {
  const analyzer = loadAnalyzer();
  const documents = workspace.documents();
  const index = await peerOf(id).open(workspace.indexDir(id));
  const applied: number[] = [];
  const wrong: string[] = [];
  let next = documents.length;
  for (const [change, place] of workspace.drawn().updates.entries()) {
    const before = await readFile(join(workspace.corpusDir, place.path));
    const bytes = editedArticle(before, change);
    const removed = numbered(
      documents.slice(place.firstDocument, place.firstDocument + place.documents),
      place.firstDocument,
    );
    applied.push(
      await timed(() => {
        const parsed = parseArticle(place.path, place.path, bytes);
        if (!('article' in parsed)) return;
        const added = parsed.article.paragraphs
          .filter(({ repeatOf }) => repeatOf === null)
          .map(({ text }) => analyzer.analyze(text).map(({ term }) => term));
        index.replace(removed, numbered(added, next));
        next += added.length;
      }),
    );
    const found = await index.matching({ terms: [markerOf(change)], inRow: false });
    if (found.length !== 1) wrong.push(place.path);
  }
  return { applied, refreshed: [], wrong };
}

function numbered(documents: readonly (readonly string[])[], first: number): NumberedDocument[] {
  return documents.map((terms, i) => ({ number: first + i, terms }));
}
