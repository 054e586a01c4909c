/** Keeps a built index on disk so that a reader finds either a whole one or none. */

import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import {
  FORMAT_VERSION,
  MANIFEST_NAME,
  type Manifest,
  manifestSchema,
  type SnapshotFile,
  type SnapshotPart,
} from './manifest.ts';

export interface Snapshot {
  readonly manifest: Manifest;
  /** The engine's own text, opaque here. */
  readonly engine: string;
  /** Term → the number of paragraphs that carry it. */
  readonly documentFrequencies: ReadonlyMap<string, number>;
  /** Where tokens begin and end, opaque here. */
  readonly boundaries: Uint8Array;
}

/** What a caller knows of a snapshot before it is written; the rest of the manifest follows from it. */
export type SnapshotContent = Omit<Snapshot, 'manifest'> & {
  readonly about: Omit<Manifest, 'format' | 'version' | 'files'>;
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
 * comes last, so that at any moment the folder holds the old snapshot or the new one. The files of
 * the snapshot it replaces are removed afterwards; nothing that is not ours is touched.
 *
 * @returns the manifest, and the snapshot's size on disk in bytes
 * @throws the file system's error when the folder cannot be written
 */
export async function saveSnapshot(
  indexDir: string,
  { engine, documentFrequencies, boundaries, about }: SnapshotContent,
): Promise<{ manifest: Manifest; bytes: number }> {
  await mkdir(indexDir, { recursive: true });
  const replaced = await readManifest(indexDir);
  const files = {
    engine: await writePart(indexDir, 'engine', engine),
    frequencies: await writePart(indexDir, 'frequencies', JSON.stringify([...documentFrequencies])),
    boundaries: await writePart(indexDir, 'boundaries', boundaries),
  };
  const manifest: Manifest = {
    format: 'zhaowen-index',
    version: FORMAT_VERSION,
    ...about,
    files,
  };
  const json = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeDurably(indexDir, MANIFEST_NAME, Buffer.from(json));
  await removeLeftovers(indexDir, manifest, typeof replaced === 'string' ? null : replaced);
  const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, json.length);
  return { manifest, bytes };
}

/** Reads the snapshot back, or says why there is none to be used. Never throws for what is on disk. */
export async function loadSnapshot(indexDir: string): Promise<LoadResult> {
  const manifest = await readManifest(indexDir);
  if (typeof manifest === 'string') return { problem: manifest };
  try {
    const { files } = manifest;
    const [engine, frequencies, boundaries] = await Promise.all([
      readPart(indexDir, files.engine),
      readPart(indexDir, files.frequencies),
      readPart(indexDir, files.boundaries),
    ]);
    return {
      snapshot: {
        manifest,
        engine: engine.toString(),
        documentFrequencies: new Map(JSON.parse(frequencies.toString()) as [string, number][]),
        boundaries,
      },
    };
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

async function writePart(
  indexDir: string,
  part: SnapshotPart,
  content: string | Uint8Array,
): Promise<SnapshotFile> {
  const bytes = await compress(content, BROTLI);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const name = `${part}-${sha256.slice(0, 16)}.br`;
  await writeDurably(indexDir, name, bytes);
  return { name, bytes: bytes.length, sha256 };
}

/** @throws Error when the file is missing, or is not the one the manifest speaks of */
async function readPart(indexDir: string, file: SnapshotFile): Promise<Buffer> {
  const bytes = await readFile(join(indexDir, file.name));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== file.sha256) throw new Error(`${file.name}: checksum mismatch`);
  return decompress(bytes);
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
  /^(?:(?:articles|engine|frequencies|boundaries)-[0-9a-f]{16}(?:\.json)?\.br|zhaowen-index\.json)(?:\.[0-9a-f]{8}\.tmp)?$/;

/** Milliseconds after which an unfinished file cannot be another process's work under way. */
const ABANDONED = 60 * 60 * 1000;

/** Removes what the replaced snapshot had, and our files that nobody has touched for long. */
async function removeLeftovers(
  indexDir: string,
  current: Manifest,
  replaced: Manifest | null,
): Promise<void> {
  const names = ({ files }: Manifest): string[] => Object.values(files).map(({ name }) => name);
  const wanted = new Set([MANIFEST_NAME, ...names(current)]);
  const old = new Set(replaced ? names(replaced) : []);
  for (const name of await readdir(indexDir)) {
    if (!OURS.test(name) || wanted.has(name)) continue;
    const path = join(indexDir, name);
    if (old.has(name) || (await isAbandoned(path))) await rm(path, { force: true });
  }
}

/** A file that is gone by now is not ours to remove. */
async function isAbandoned(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => null);
  return info !== null && Date.now() - info.mtimeMs > ABANDONED;
}
