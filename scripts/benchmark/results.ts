/** What the processes that measure say. Times are milliseconds. */

import type { Memory } from './timing.ts';

export interface BuildResult {
  /** Finding, reading and parsing the files. */
  readonly reading: number;
  readonly segmentation: number;
  /** From tokens to an index that answers and is on disk. */
  readonly build: number;
  readonly indexBytes: number;
  /** Of the articles that are kept with it. */
  readonly textBytes: number;
}

export interface OpenResult {
  /** Of the index alone. */
  readonly opening: number;
  /** From the start of the process, the segmenter loaded, to the first answer. */
  readonly coldStart: number;
  /** After some hundred answers. */
  readonly memory: Memory;
}

export interface QueryResult {
  /** By group, of each query. */
  readonly latencies: Readonly<Record<string, readonly number[]>>;
  /** Natural queries that bring anything at all. */
  readonly answered: number;
  /** Queries with other hits than the plain scan has; none where that was not looked at. */
  readonly wrong: readonly string[];
}

export interface PagesResult {
  /** Of each query. */
  readonly times: readonly number[];
  /** Queries whose page marks nothing. */
  readonly wrong: readonly string[];
}

export interface UpdateResult {
  /** The bytes of a file parsed, segmented and taken over. */
  readonly applied: readonly number[];
  /** The folder looked at, what changed taken over and stored. */
  readonly refreshed: readonly number[];
  /** Articles whose change is not found. */
  readonly wrong: readonly string[];
}
