/** Makes an article of the bytes of its file, with a note on what deserves attention. Does no I/O. */

import type { Article, FileNote } from './article.ts';
import { declaredCharset } from './declared-charset.ts';
import { decodeText } from './decode.ts';
import { parserOf } from './parsers.ts';
import { linkParagraphs } from './repeats.ts';

export type ParsedFile =
  | {
      readonly article: Article;
      /** As detected, in lower case. */
      readonly encoding: string;
      readonly warnings: readonly FileNote[];
    }
  | { readonly skipped: FileNote };

export function parseArticle(id: string, path: string, bytes: Uint8Array): ParsedFile {
  const decoded = decodeText(bytes, declaredCharset(path, bytes));
  if (!('text' in decoded)) return { skipped: { path, ...decoded } };
  const parsed = parserOf(path)?.(decoded.text, path);
  if (!parsed) return { skipped: { path, code: 'empty', message: '文件里没有文字，没有读入。' } };

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
  return {
    article: { id, path, title, date, views, metadata, paragraphs },
    encoding: decoded.encoding,
    warnings,
  };
}
