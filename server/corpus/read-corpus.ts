/** Reads the corpus folder into articles, with a note for every file that needs attention. */

import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article, FileNote } from './article.ts';
import { assignArticleIds } from './article-id.ts';
import { decodeText } from './decode.ts';
import { listArticleFiles } from './list-files.ts';
import { parseText } from './parse-text.ts';
import { linkParagraphs } from './repeats.ts';

export interface Corpus {
  /** In byte order of their paths. */
  readonly articles: readonly Article[];
  /** Files that are not in the index, each with the reason. */
  readonly skipped: readonly FileNote[];
  /** Articles that are in the index but deserve a look. */
  readonly warnings: readonly FileNote[];
  /** SHA-256 over the articles as parsed: follows the files, and the parser that reads them. */
  readonly fingerprint: string;
}

/** No article is longer than the whole of 红楼梦 (2.6 MB) by much; a larger file is something else. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;

/** @throws AppError `corpus_unreadable` when the folder itself cannot be listed */
export async function readCorpus(corpusDir: string): Promise<Corpus> {
  const files = await listArticleFiles(corpusDir);
  const ids = assignArticleIds(files.articles);
  const skipped: FileNote[] = [...files.skipped];
  const warnings: FileNote[] = [];
  const articles: Article[] = [];
  const hash = createHash('sha256');

  for (const path of files.articles) {
    const id = ids.get(path)!;
    const bytes = await readArticleFile(corpusDir, path);
    if (!(bytes instanceof Uint8Array)) {
      skipped.push(bytes);
      continue;
    }
    const result = parseArticle(id, path, bytes);
    if ('article' in result) {
      articles.push(result.article);
      hash.update(JSON.stringify(result.article)).update('\n');
      warnings.push(...result.warnings);
      if (id !== plainId(path)) warnings.push(collision(path, id));
    } else {
      skipped.push(result.skipped);
    }
  }
  return { articles, skipped, warnings, fingerprint: hash.digest('hex') };
}

type Parsed =
  | { readonly article: Article; readonly warnings: readonly FileNote[] }
  | { readonly skipped: FileNote };

/** One article from the bytes of its file; does no I/O. */
export function parseArticle(id: string, path: string, bytes: Uint8Array): Parsed {
  const decoded = decodeText(bytes);
  if (!('text' in decoded)) return { skipped: { path, ...decoded } };
  const parsed = parseText(decoded.text);
  if (!parsed) return { skipped: { path, code: 'empty', message: '文件是空的，没有读入。' } };

  const warnings: FileNote[] = [];
  if (decoded.isGuess) {
    const encoding = decoded.encoding.toUpperCase();
    const message = `按 ${encoding} 编码读入（推测）；如果是乱码，请转成 UTF-8。`;
    warnings.push({ path, code: 'encoding_guessed', message });
  }
  if (decoded.replaced > 0) {
    const message = `有 ${decoded.replaced} 处读不出来，已用 � 代替。`;
    warnings.push({ path, code: 'replacement_characters', message });
  }
  if (decoded.suspicious) {
    warnings.push({ path, code: 'control_characters', message: '含有控制字符，已当作空格。' });
  }
  if (parsed.impossibleDate !== null) {
    const message = `日期“${parsed.impossibleDate.slice(0, 40)}”读不懂或不存在，已当作没有日期。`;
    warnings.push({ path, code: 'impossible_date', message });
  }
  const { title, date, views, metadata, lines } = parsed;
  const paragraphs = linkParagraphs(lines);
  return { article: { id, path, title, date, views, metadata, paragraphs }, warnings };
}

async function readArticleFile(corpusDir: string, path: string): Promise<Uint8Array | FileNote> {
  const file = join(corpusDir, path);
  try {
    const { size } = await stat(file);
    if (size > MAX_FILE_BYTES) {
      const megabytes = Math.round(MAX_FILE_BYTES / 1024 / 1024);
      return {
        path,
        code: 'too_large',
        message: `大于 ${megabytes} MB，没有读入。请拆成几个文件。`,
      };
    }
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message = path.includes('\ufffd')
      ? '文件名不是 UTF-8 编码，没有读入。请给它改名。'
      : `读不出来（${code}），没有读入。请检查文件权限。`;
    return { path, code: 'unreadable', message };
  }
}

function plainId(path: string): string {
  return assignArticleIds([path]).get(path)!;
}

function collision(path: string, id: string): FileNote {
  return {
    path,
    code: 'id_collision',
    message: `与另一个文件的网址相同，它的网址改为 /articles/${id}。`,
  };
}
