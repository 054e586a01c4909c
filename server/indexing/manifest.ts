/** The manifest of a snapshot: what is in it, what it was made from, and how to tell that it is whole. */

import { z } from 'zod';

export const MANIFEST_NAME = 'zhaowen-index.json';

/** Raise when the files of a snapshot or a journal change their meaning; other versions are rebuilt. */
export const FORMAT_VERSION = 10;

const PARTS = ['articles', 'catalog', 'engine', 'statistics', 'characters', 'boundaries'] as const;
export type SnapshotPart = (typeof PARTS)[number];

const snapshotFile = z.object({
  /** A plain name in the index folder: no path can lead out of it. */
  name: z.string().regex(/^[a-z]+-[0-9a-f]{16}\.br$/),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const manifestSchema = z.object({
  format: z.literal('zhaowen-index'),
  version: z.number().int(),
  /** Another one for every snapshot; its journal has it in its name. */
  generation: z.string().regex(/^[0-9a-f]{16}$/),
  builtAt: z.iso.datetime(),
  /** Fingerprint of the analyzer with its dictionaries. */
  analyzer: z.string(),
  /** Version of the code that made articles of files. */
  parser: z.number().int(),
  articles: z.number().int().nonnegative(),
  paragraphs: z.number().int().nonnegative(),
  terms: z.number().int().nonnegative(),
  files: z.record(z.enum(PARTS), snapshotFile),
});

export type Manifest = Readonly<z.infer<typeof manifestSchema>>;
export type SnapshotFile = Manifest['files'][SnapshotPart];

/** What can be wrong with what lies in the index folder. */
export type SnapshotProblem = 'missing' | 'damaged' | 'foreign' | 'other_version';

/** @param text the content of a manifest file */
export function parseManifest(text: string): Manifest | SnapshotProblem {
  try {
    const json: unknown = JSON.parse(text);
    const { version, format } = (json ?? {}) as Partial<Manifest>;
    if (format !== 'zhaowen-index') return 'foreign';
    if (version !== FORMAT_VERSION) return 'other_version';
    return manifestSchema.parse(json);
  } catch {
    return 'damaged';
  }
}
