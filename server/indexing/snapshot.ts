/** Keeps a built index on disk so that a reader finds either a whole one or none. */

import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import type { Article } from '../corpus/article.ts';
import {
  FORMAT_VERSION,
  MANIFEST_NAME,
  type Manifest,
  manifestSchema,
  type SnapshotFile,
} from './manifest.ts';

export interface Snapshot {
  readonly manifest: Manifest;
  readonly articles: readonly Article[];
  /** The engine's own text, opaque here. */
  readonly engine: string;
}

/** What a caller knows of a snapshot before it is written; the rest of the manifest follows from it. */
export type SnapshotContent = Pick<Snapshot, 'articles' | 'engine'> & {
  readonly about: Pick<Manifest, 'builtAt' | 'analyzer' | 'corpus' | 'paragraphs' | 'terms'>;
};

export type LoadResult =
  | { readonly snapshot: Snapshot }
  | { readonly problem: 'missing' | 'damaged' | 'foreign' | 'other_version' };

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Higher qualities take several times as long for a few per cent. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/**
 * Writes the snapshot. Every file goes to a temporary name, is flushed and renamed; the manifest
 * comes last, so that at any moment the folder holds the old snapshot or the new one. Files of
 * older snapshots are removed afterwards; nothing that is not ours is touched.
 *
 * @returns the manifest, and the snapshot's size on disk in bytes
 * @throws the file system's error when the folder cannot be written
 */
export async function saveSnapshot(
  indexDir: string,
  { articles, engine, about }: SnapshotContent,
): Promise<{ manifest: Manifest; bytes: number }> {
  await mkdir(indexDir, { recursive: true });
  const files = {
    articles: await writeContent(indexDir, 'articles', JSON.stringify(articles)),
    engine: await writeContent(indexDir, 'engine', engine),
  };
  const manifest: Manifest = {
    format: 'zhaowen-index',
    version: FORMAT_VERSION,
    ...about,
    articles: articles.length,
    files,
  };
  const json = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeDurably(indexDir, MANIFEST_NAME, Buffer.from(json));
  await removeLeftovers(indexDir, manifest);
  return { manifest, bytes: json.length + files.articles.bytes + files.engine.bytes };
}

/** Reads the snapshot back, or says why there is none to be used. Never throws for what is on disk. */
export async function loadSnapshot(indexDir: string): Promise<LoadResult> {
  const manifest = await readManifest(indexDir);
  if (typeof manifest === 'string') return { problem: manifest };
  try {
    const [articles, engine] = await Promise.all([
      readContent(indexDir, manifest.files.articles),
      readContent(indexDir, manifest.files.engine),
    ]);
    return { snapshot: { manifest, articles: JSON.parse(articles) as Article[], engine } };
  } catch {
    return { problem: 'damaged' };
  }
}

async function readManifest(
  indexDir: string,
): Promise<Manifest | Exclude<LoadResult, { snapshot: Snapshot }>['problem']> {
  let text: string;
  try {
    text = await readFile(join(indexDir, MANIFEST_NAME), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'damaged';
  }
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

async function writeContent(
  indexDir: string,
  part: 'articles' | 'engine',
  text: string,
): Promise<SnapshotFile> {
  const bytes = await compress(text, BROTLI);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const name = `${part}-${sha256.slice(0, 16)}.json.br`;
  await writeDurably(indexDir, name, bytes);
  return { name, bytes: bytes.length, sha256 };
}

/** @throws Error when the file is missing, or is not the one the manifest speaks of */
async function readContent(indexDir: string, file: SnapshotFile): Promise<string> {
  const bytes = await readFile(join(indexDir, file.name));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== file.sha256) throw new Error(`${file.name}: checksum mismatch`);
  return (await decompress(bytes)).toString('utf8');
}

async function writeDurably(indexDir: string, name: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(indexDir, `${name}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(indexDir, name));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
}

const OURS =
  /^(?:(?:articles|engine)-[0-9a-f]{16}\.json\.br|zhaowen-index\.json)(?:\.[0-9a-f]{8}\.tmp)?$/;

async function removeLeftovers(indexDir: string, manifest: Manifest): Promise<void> {
  const wanted = new Set([MANIFEST_NAME, manifest.files.articles.name, manifest.files.engine.name]);
  for (const name of await readdir(indexDir)) {
    if (OURS.test(name) && !wanted.has(name)) await rm(join(indexDir, name), { force: true });
  }
}
