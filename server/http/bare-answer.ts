/** Answers what never reaches the application, in the form and the language that it asks for as far as that can be read. */

import { STATUS_CODES } from 'node:http';
import { atBase } from './base-path.ts';
import { isForPrograms, toErrorJson } from './error-json.ts';
import { escapeHtml } from './escape-html.ts';
import type { Catalogue } from './text/catalogue.ts';
import { catalogues } from './text/catalogues.ts';

/** An error of Node's parser of HTTP. */
export interface ClientError {
  readonly code?: string;
  /** What it was parsing, if it has got something. */
  readonly rawPacket?: Uint8Array;
}

/** Bytes in which the address and the language are looked for. */
const MAX_HEAD = 8_192;

const STATUS_OF_ERROR: Readonly<Record<string, 408 | 431>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/** @returns a whole answer, head and body, after which the connection is to be closed */
export function bareAnswer({ code = '', rawPacket }: ClientError): string {
  const head = Buffer.from(rawPacket?.subarray(0, MAX_HEAD) ?? []).toString('latin1');
  const path = /^[A-Z]+ ([^\s?]*)/u.exec(head)?.[1] ?? '';
  const text = catalogueFor(/^accept-language:(.*)$/imu.exec(head)?.[1]);
  const status = STATUS_OF_ERROR[code] ?? 400;
  const message = {
    400: badRequest(code, head, text),
    408: text.errors.tooSlow,
    431: text.errors.tooLarge,
  }[status];
  const base = atBase('');
  const isJson = status !== 408 && path.startsWith(base) && isForPrograms(path.slice(base.length));
  const body = isJson
    ? JSON.stringify(toErrorJson(status === 431 ? 'request_too_large' : 'bad_request', message))
    : page(text, status, message);
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `Content-Type: ${isJson ? 'application/json' : 'text/html'}; charset=utf-8`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Content-Security-Policy: default-src 'none'",
    'Cache-Control: no-store',
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}

function badRequest(code: string, head: string, { errors }: Catalogue): string {
  const [line = ''] = head.split('\r\n', 1);
  if (/[^\0-\x7f]/u.test(line)) return errors.notEncoded;
  return code === 'HPE_INVALID_URL' ? errors.badRequest : errors.badHttp;
}

/** Chinese for whoever says nothing; of several languages the first that we have. */
function catalogueFor(accepted: string | undefined): Catalogue {
  const [first] = /\b(?:zh|en)\b/u.exec(accepted ?? 'zh') ?? [];
  return first === 'zh' ? catalogues.zh : catalogues.en;
}

function page(text: Catalogue, status: number, message: string): string {
  const heading = escapeHtml(text.errors.heading[status]!);
  return (
    `<!doctype html><html lang="${text.lang}"><meta charset="utf-8"><title>${heading}</title>` +
    `<h1>${heading}</h1><p>${escapeHtml(message)}</p><p><a href="${atBase('/')}">${escapeHtml(text.errors.home)}</a></p></html>`
  );
}
