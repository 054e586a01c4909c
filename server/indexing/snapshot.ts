/** Keeps a built index on disk so that a reader finds either a whole one or none. */

import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { makeFolder } from '../make-folder.ts';
import { isShortage } from '../shortage.ts';
import { syncFolder, writeDurably } from './durable-files.ts';
import {
  FORMAT_VERSION,
  MANIFEST_NAME,
  type Manifest,
  parseManifest,
  type SnapshotFile,
  type SnapshotPart,
  type SnapshotProblem,
} from './manifest.ts';

/** What a caller knows of a snapshot before it is written; the rest of the manifest follows from it. */
export interface SnapshotContent {
  readonly about: Omit<Manifest, 'format' | 'version' | 'generation' | 'files'>;
  /** Opaque here. Each is asked for when its turn comes: no two are in memory at once. */
  readonly parts: Readonly<Record<SnapshotPart, () => string | Uint8Array>>;
}

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Higher qualities take several times as long for a few per cent. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/**
 * Bytes that are unpacked at a time, at least: in many small pieces most of the time goes into joining
 * them, and between two of them this thread is waited for.
 */
const CHUNK = 4 << 20;
/** So many times its packed size a part has at most, mostly. */
const USUAL_RATIO = 5;

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
  { about, parts }: SnapshotContent,
): Promise<{ manifest: Manifest; bytes: number }> {
  await makeFolder(indexDir);
  const replaced = await readManifest(indexDir);
  const manifest: Manifest = {
    format: 'zhaowen-index',
    version: FORMAT_VERSION,
    generation: randomBytes(8).toString('hex'),
    ...about,
    files: {
      articles: await writePart(indexDir, 'articles', parts.articles()),
      catalog: await writePart(indexDir, 'catalog', parts.catalog()),
      engine: await writePart(indexDir, 'engine', parts.engine()),
      statistics: await writePart(indexDir, 'statistics', parts.statistics()),
      characters: await writePart(indexDir, 'characters', parts.characters()),
      boundaries: await writePart(indexDir, 'boundaries', parts.boundaries()),
    },
  };
  await syncFolder(indexDir);
  const json = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeDurably(indexDir, MANIFEST_NAME, Buffer.from(json));
  await syncFolder(indexDir);
  // The new snapshot is in force: what is left of the old one does no harm.
  await removeLeftovers(indexDir, manifest, typeof replaced === 'string' ? null : replaced).catch(
    () => {},
  );
  const bytes = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, json.length);
  return { manifest, bytes };
}

/**
 * Never throws for what is on disk.
 *
 * @throws the system's error when it has run out of what reading takes: that says nothing of the index
 */
export async function readManifest(indexDir: string): Promise<Manifest | SnapshotProblem> {
  try {
    return parseManifest(await readFile(join(indexDir, MANIFEST_NAME), 'utf8'));
  } catch (error) {
    if (isShortage(error)) throw error;
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'damaged';
  }
}

/** @throws Error when the file is missing, or is not the one the manifest speaks of */
export async function readPart(indexDir: string, file: SnapshotFile): Promise<Buffer> {
  return unpack(await readPacked(indexDir, file));
}

/**
 * Several parts, unpacked beside each other in other threads.
 *
 * @param meanwhile what this thread does while the others unpack
 * @throws Error as `readPart`
 */
export async function readParts(
  indexDir: string,
  files: readonly SnapshotFile[],
  meanwhile: () => void,
): Promise<Buffer[]> {
  const packed = await Promise.all(files.map((file) => readPacked(indexDir, file)));
  const unpacked = Promise.all(packed.map(unpack));
  const [parts] = await Promise.all([unpacked, new Promise(setImmediate).then(meanwhile)]);
  return parts;
}

async function readPacked(indexDir: string, file: SnapshotFile): Promise<Buffer> {
  const bytes = await readFile(join(indexDir, file.name));
  if (!isOf(file, bytes)) throw new Error(`${file.name}: checksum mismatch`);
  return bytes;
}

function unpack(bytes: Buffer): Promise<Buffer> {
  return decompress(bytes, { chunkSize: Math.max(CHUNK, bytes.length * USUAL_RATIO) });
}

/** The names of the files that are missing, or are not those the manifest speaks of. */
export async function damagedFiles(indexDir: string): Promise<string[]> {
  const manifest = await readManifest(indexDir);
  if (typeof manifest === 'string') return manifest === 'damaged' ? [MANIFEST_NAME] : [];
  const files = Object.values(manifest.files);
  const areIntact = await Promise.all(files.map((file) => isIntact(indexDir, file)));
  return files.filter((_, i) => !areIntact[i]).map(({ name }) => name);
}

/** Whether the file is the one the manifest speaks of. */
export async function isIntact(indexDir: string, file: SnapshotFile): Promise<boolean> {
  const bytes = await readFile(join(indexDir, file.name)).catch(() => null);
  return bytes !== null && isOf(file, bytes);
}

function isOf({ sha256 }: SnapshotFile, bytes: Uint8Array): boolean {
  return createHash('sha256').update(bytes).digest('hex') === sha256;
}

/** The journal of what changed since the snapshot was written. */
export function journalName({ generation }: Manifest): string {
  return `journal-${generation}.log`;
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

/** Names that this and earlier versions give to their files. */
const OURS =
  /^(?:(?:articles|boundaries|catalog|characters|engine|frequencies|statistics)-[0-9a-f]{16}(?:\.json)?\.br|journal-[0-9a-f]{16}\.log|zhaowen-(?:index|report)\.json)(?:\.[0-9a-f]{8}\.tmp)?$/;

/** Milliseconds after which an unfinished file cannot be another process's work under way. */
const ABANDONED = 60 * 60 * 1000;

/** Removes what the replaced snapshot had, and our files that nobody has touched for long. */
async function removeLeftovers(
  indexDir: string,
  current: Manifest,
  replaced: Manifest | null,
): Promise<void> {
  const wanted = new Set([MANIFEST_NAME, ...namesOf(current)]);
  const old = new Set(replaced ? namesOf(replaced) : []);
  for (const name of await readdir(indexDir)) {
    if (!OURS.test(name) || wanted.has(name)) continue;
    const path = join(indexDir, name);
    if (old.has(name) || (await isAbandoned(path))) await rm(path, { force: true });
  }
}

function namesOf(manifest: Manifest): string[] {
  return [journalName(manifest), ...Object.values(manifest.files).map(({ name }) => name)];
}

/** A file that is gone by now is not ours to remove. */
async function isAbandoned(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => null);
  return info !== null && Date.now() - info.mtimeMs > ABANDONED;
}
