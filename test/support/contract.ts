/** Holds every answer of the API, whichever test asks for it, against the OpenAPI document. */

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { apiDocument } from '../../server/http/api/document.ts';
import { API_ROOT, COMMON_ERRORS } from '../../server/http/api/operations.ts';
import { en } from '../../server/http/text/en.ts';

/** An answer as it went over the wire. */
export interface SentAnswer {
  readonly method: string;
  /** With the query. */
  readonly url: string;
  readonly status: number;
  /** By names in small letters. */
  readonly headers: Readonly<Record<string, unknown>>;
  /** Decompressed. */
  readonly body: string;
}

interface Documented {
  readonly 'x-codes'?: readonly string[];
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, unknown>>;
}

/** What any address may answer, known or not. */
const ERROR_CONTENT = { 'application/json': {} };

/** Headers that mean something of their own: an answer has them only where the document says so. */
const TOLD_HEADERS = ['Link', 'Retry-After'];

/** The document as programs get it: as JSON. */
const document = JSON.parse(JSON.stringify(apiDocument(en)));
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
// Of OpenAPI, or ours; the first is the document itself.
ajv.addVocabulary(['openapi', 'info', 'servers', 'paths', 'components', 'example']);
ajv.addSchema(document, 'document');

const PATHS = Object.keys(document.paths).map((path) => ({
  path,
  pattern: new RegExp(
    `^${API_ROOT}${path.replaceAll('.', '\\.').replace(/\{\w+\}/gu, '[^/]+')}/?$`,
    'u',
  ),
}));

/** Makes a server break off every answer that is not as documented, and report why. */
export function underContract(server: Server, onBreach: (error: Error) => void): Server {
  return server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '' } = request;
    if (!/^\/api(?:\/|$)/u.test(url)) return;
    const chunks: Buffer[] = [];
    const keep = (chunk: unknown): void => {
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    };
    const write = response.write.bind(response) as (...all: unknown[]) => boolean;
    const end = response.end.bind(response) as (...all: unknown[]) => ServerResponse;
    response.write = (...all: unknown[]) => {
      keep(all[0]);
      return write(...all);
    };
    response.end = (...all: unknown[]) => {
      keep(all[0]);
      const headers = response.getHeaders();
      const body = decompressed(Buffer.concat(chunks), headers['content-encoding']);
      const breach = breachOf({ method, url, status: response.statusCode, headers, body });
      if (breach === null) return end(...all);
      response.destroy();
      onBreach(new Error(`${method} ${url} → ${response.statusCode}: ${breach}`));
      return response;
    };
  });
}

/** What of an answer is not as the document says; null where all is. */
export function breachOf(answer: SentAnswer): string | null {
  const { method, url, status, headers, body } = answer;
  // No part of what is asked for.
  const [address] = url.split('#', 1) as [string];
  const [path, query = ''] = address.split('?') as [string, string?];
  // Pages for people.
  if (/^\/api\/docs(?:\/|$)/u.test(path)) return null;
  // It may fail as any request may.
  if (method === 'OPTIONS' && status < 400) {
    return status === 204 && body === '' ? null : 'OPTIONS says something';
  }

  const known = PATHS.find(({ pattern }) => pattern.test(path));
  const operation = known && document.paths[known.path][operationOf(method)];
  const documented: Documented | undefined = operation
    ? operation.responses[status]
    : errorWithoutOperation(status, known !== undefined);
  if (documented === undefined) return 'a status that is not documented';
  const untold = TOLD_HEADERS.filter(
    (name) => name.toLowerCase() in headers && !(name in (documented.headers ?? {})),
  );
  if (untold.length > 0) return `a header that is not documented: ${untold}`;
  if (status === 200) {
    const undocumented = [...new URLSearchParams(query).keys()].filter(
      (name) => !operation.parameters?.some((each: { name: string }) => each.name === name),
    );
    if (undocumented.length > 0) return `took parameters that are not documented: ${undocumented}`;
  }
  return breachOfBody(answer, known?.path, documented);
}

function breachOfBody(
  { method, status, headers, body }: SentAnswer,
  path: string | undefined,
  documented: Documented,
): string | null {
  if (!documented.content) return body === '' ? null : 'a body where none is documented';
  const type = String(headers['content-type']);
  const [media] = type.split(';') as [string];
  if (!(media in documented.content)) return `the content type ${type} is not documented`;
  if (method === 'HEAD') return body === '' ? null : 'a body for HEAD';
  const json: unknown = JSON.parse(body);
  const validate = status === 200 && path ? validatorAt(path, method) : errorValidator();
  if (!validate(json)) return ajv.errorsText(validate.errors, { dataVar: '' });
  const { code } = json as { code?: string };
  const codes = documented['x-codes'];
  return codes && !codes.includes(code ?? '') ? `the code ${code} is not documented` : null;
}

/** Errors that no operation is needed for: no such address, no such method, what any request can meet. */
function errorWithoutOperation(status: number, isKnownPath: boolean): Documented | undefined {
  const statuses: Readonly<Record<number, readonly string[]>> = {
    400: COMMON_ERRORS,
    431: COMMON_ERRORS,
    ...(isKnownPath ? { 405: ['method_not_allowed'] } : { 404: ['not_found'] }),
  };
  const codes = statuses[status];
  return codes && { content: ERROR_CONTENT, 'x-codes': codes };
}

function validatorAt(path: string, method: string): ValidateFunction {
  const steps = ['paths', path, operationOf(method), 'responses', '200', 'content'];
  return validatorOf([...steps, 'application/json', 'schema']);
}

function errorValidator(): ValidateFunction {
  return validatorOf(['components', 'schemas', 'Error']);
}

/** @param steps as a JSON pointer has them, not escaped */
function validatorOf(steps: readonly string[]): ValidateFunction {
  const pointer = steps
    .map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  const validate = ajv.getSchema(`document#/${pointer}`);
  if (!validate) throw new Error(`no schema at ${pointer}`);
  return validate;
}

function operationOf(method: string): string {
  return method === 'HEAD' ? 'get' : method.toLowerCase();
}

function decompressed(body: Buffer, encoding: unknown): string {
  switch (body.length === 0 ? undefined : encoding) {
    case 'br':
      return brotliDecompressSync(body).toString();
    case 'gzip':
      return gunzipSync(body).toString();
    case 'deflate':
      return inflateSync(body).toString();
    default:
      return body.toString();
  }
}
