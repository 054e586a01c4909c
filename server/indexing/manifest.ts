/** The manifest of a snapshot: what is in it, what it was made from, and how to tell that it is whole. */

import { z } from 'zod';

export const MANIFEST_NAME = 'zhaowen-index.json';

/** Raise when the files of a snapshot change their meaning; other versions are rebuilt. */
export const FORMAT_VERSION = 3;

const snapshotFile = z.object({
  /** A plain name in the index folder: no path can lead out of it. */
  name: z.string().regex(/^(?:engine|frequencies|boundaries)-[0-9a-f]{16}\.br$/),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const manifestSchema = z.object({
  format: z.literal('zhaowen-index'),
  version: z.number().int(),
  builtAt: z.iso.datetime(),
  /** Fingerprints of the analyzer with its dictionaries, and of the articles. */
  analyzer: z.string(),
  corpus: z.string(),
  articles: z.number().int().nonnegative(),
  paragraphs: z.number().int().nonnegative(),
  terms: z.number().int().nonnegative(),
  files: z.object({
    engine: snapshotFile,
    frequencies: snapshotFile,
    boundaries: snapshotFile,
  }),
});

export type Manifest = Readonly<z.infer<typeof manifestSchema>>;
export type SnapshotPart = keyof Manifest['files'];
export type SnapshotFile = Manifest['files'][SnapshotPart];
