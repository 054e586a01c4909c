/** The journal: what changed since the snapshot, one checksummed entry behind the other, only ever appended to. */

import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import type { FileRecord } from '../corpus/catalog.ts';
import { isShortage } from '../shortage.ts';
import { syncFolder } from './durable-files.ts';
import type { StoredArticle } from './stored-articles.ts';

/** Changes that belong together: a reader sees all of an entry or nothing of it. */
export interface JournalEntry {
  /** ISO time of the state of the index that it leads to. */
  readonly at: string;
  /** Files that are new or known otherwise than before. */
  readonly records: readonly FileRecord[];
  /** Paths that are no longer files of the corpus. */
  readonly gone: readonly string[];
  /** The articles of those `records` that have one and whose text or id is another than before. */
  readonly articles: readonly StoredArticle[];
}

/** Where the next entry goes. */
export interface JournalEnd {
  /** Bytes of the whole entries. */
  readonly length: number;
  /** Checksum of the last entry, which the next one carries on: entries cannot change places. */
  readonly checksum: Buffer;
}

export interface Journal {
  readonly entries: readonly JournalEntry[];
  readonly end: JournalEnd;
}

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** An entry's head: bytes of its body (32 bits, little endian), SHA-256 over the last checksum and the body. */
const LENGTH_BYTES = 4;
const HEAD_BYTES = LENGTH_BYTES + 32;

/**
 * Reads all whole entries. What a crash left behind them, and what follows damage, is not read.
 *
 * @param name as given by the snapshot that it belongs to
 * @throws the system's error when it has run out of what reading takes
 */
export async function readJournal(indexDir: string, name: string): Promise<Journal> {
  const bytes = await readFile(join(indexDir, name)).catch((error: NodeJS.ErrnoException) => {
    // Nothing changed yet; what cannot be read is as good as lost, and its files are read anew.
    if (error.code && !isShortage(error)) return Buffer.alloc(0);
    throw error;
  });
  const entries: JournalEntry[] = [];
  let end: JournalEnd = { length: 0, checksum: firstChecksum(name) };
  while (end.length + HEAD_BYTES <= bytes.length) {
    const length = bytes.readUInt32LE(end.length);
    const start = end.length + HEAD_BYTES;
    const body = bytes.subarray(start, start + length);
    const checksum = bytes.subarray(end.length + LENGTH_BYTES, start);
    if (body.length < length || !checksumOf(end.checksum, body).equals(checksum)) break;
    entries.push(JSON.parse((await decompress(body)).toString()) as JournalEntry);
    end = { length: start + length, checksum: Buffer.from(checksum) };
  }
  return { entries, end };
}

/**
 * Appends an entry and flushes it; whatever stands behind the last whole entry is cut off first.
 *
 * @returns the new end
 * @throws the file system's error; the entries before are then as they were
 */
export async function appendToJournal(
  indexDir: string,
  name: string,
  end: JournalEnd,
  entry: JournalEntry,
): Promise<JournalEnd> {
  const body = await compress(JSON.stringify(entry), BROTLI);
  const checksum = checksumOf(end.checksum, body);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(body.length);
  const bytes = Buffer.concat([length, checksum, body]);
  const file = await open(join(indexDir, name), 'a');
  try {
    await file.truncate(end.length);
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    await file.truncate(end.length).catch(() => {});
    throw error;
  } finally {
    await file.close();
  }
  if (end.length === 0) await syncFolder(indexDir);
  return { length: end.length + bytes.length, checksum };
}

function firstChecksum(name: string): Buffer {
  return createHash('sha256').update(name).digest();
}

function checksumOf(previous: Buffer, body: Buffer): Buffer {
  return createHash('sha256').update(previous).update(body).digest();
}
