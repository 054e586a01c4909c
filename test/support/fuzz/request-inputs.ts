/** Addresses, headers and bodies that are HTTP, though nobody means them. */

import fc from 'fast-check';
import { OPERATIONS } from '../../../server/http/api/operations.ts';
import { hostileText, NAMES_OF_OBJECTS } from './hostile-texts.ts';

const PAGES =
  '/ /search /search.atom /opensearch.xml /suggest.opensearch /articles/x /articles/__proto__ /browse /corpus /help /language /health /health/live /health/ready /metrics /api /api/docs /api/docs/try/search /api/docs/try/__proto__ /assets/style.css /assets/x /nothing'.split(
    ' ',
  );
const API = Object.values(OPERATIONS).map(({ path }) => `/api/v1${path}`);
const PARAMETERS = [
  ...Object.values(OPERATIONS).flatMap(({ inQuery }) => Object.keys(inQuery)),
  ...['to', 'back', 'show', 'a', '', 'id', 'n'],
];
const VALUES =
  'true false 1 0 -1 1e9 9999999999999999999999 NaN 2023 2023-13 2023-02-30 0000 date:desc year,kind none all skipped /search //evil.example /\\evil'.split(
    ' ',
  );

const encoded = hostileText.map((text) => encodeURIComponent(text.toWellFormed()));
const broken = fc
  .array(
    fc.constantFrom(
      '%',
      '%e',
      '%zz',
      '%E4%B8',
      '%ff',
      '%00',
      '%c0%ae',
      '+',
      '&',
      '=',
      '%u4e2d',
      '%F0%9F',
      'a',
      '?',
      '%23',
      ';',
      '[]',
      '[',
      ']',
    ),
    {
      maxLength: 12,
    },
  )
  .map((pieces) => pieces.join(''));
const value = fc.oneof(encoded, broken, fc.constantFrom(...VALUES));
const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PARAMETERS) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...PARAMETERS, ...NAMES_OF_OBJECTS),
        fc.constantFrom(
          '',
          '[]',
          '[0]',
          '[__proto__]',
          '[__proto__][x]',
          '[constructor][prototype][x]',
          '.x',
          '%5B%5D',
          '%00',
        ),
      )
      .map(([base, index]) => base + index),
  },
);
const query = fc
  .array(fc.tuple(name, value, fc.boolean()), { maxLength: 6 })
  .map((pairs) =>
    pairs.map(([key, given, bare]) => (bare && given === '' ? key : `${key}=${given}`)).join('&'),
  );

const segment = fc.oneof(
  encoded,
  broken,
  fc.constantFrom(...NAMES_OF_OBJECTS, encodeURIComponent('科技~国产化'), '1', '0', '-1', 'x'),
);
const path = fc.oneof(
  fc.constantFrom(...PAGES),
  fc
    .tuple(
      fc.constantFrom(...API, '/articles/{id}', '/{id}', '/api/docs/try/{id}'),
      segment,
      segment,
    )
    .map(([pattern, id, n]) =>
      pattern.replace('{id}', () => id || 'x').replace('{n}', () => n || '1'),
    ),
);

/** What a header can hold at all. */
const line = fc.oneof(
  hostileText.map((text) => text.replace(/[^\t\u0020-\u007e\u0080-\u00ff]/gu, '').slice(0, 500)),
  fc.constantFrom(
    '',
    '*',
    ',',
    ';q=',
    '*;q=0',
    'W/"x", "',
    'q'.repeat(2000),
    ',;='.repeat(300),
    ' '.repeat(500),
  ),
);
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  Accept: ['application/json', 'text/html', '*/*;q=0', 'image/png', 'a/b;'.repeat(100)],
  'Accept-Language': ['en', 'zh;q=0', 'fr', '*', 'en;q=9,zh;q=-1', `${'zh-'.repeat(200)}x`],
  'Accept-Encoding': ['gzip', 'br', 'identity;q=0', '*;q=0', 'gzip;q=x', 'deflate'],
  'If-None-Match': ['*', '""', 'W/"', '"a", '.repeat(200)],
  'If-Modified-Since': ['Thu, 01 Jan 1970 00:00:00 GMT', 'tomorrow', '-1'],
  Range: ['bytes=0-0', 'bytes=-1', 'bytes=99999999-', 'bytes=0-0,1-1,2-', 'x=1', 'bytes='],
  Cookie: [
    'language=en',
    'language=__proto__',
    'language=constructor;language=zh',
    ';=;',
    ' ;'.repeat(300),
  ],
  Host: ['', 'a b', 'evil.example', '[::1', 'x'.repeat(400), 'localhost:99999999'],
  Origin: ['null', 'http://evil.example', 'http://[', 'x'],
  'X-Forwarded-Host': ['evil.example', 'a, b', '"><b>', ','],
  'X-Forwarded-For': ['1.2.3.4', ',,,', '::ffff:1', 'x'],
  'X-Forwarded-Proto': ['https', 'javascript', ','],
  'X-Request-Id': ['a', 'a b', '"'],
  'Access-Control-Request-Method': ['GET', 'x'],
  'X-HTTP-Method-Override': ['DELETE'],
  Expect: ['100-continue', 'x'],
  'Sec-Fetch-Dest': ['empty'],
};
const headers = fc
  .subarray(Object.keys(HEADERS), { maxLength: 4 })
  .chain((names) =>
    fc.record(
      Object.fromEntries(
        names.map((each) => [each, fc.oneof(fc.constantFrom(...HEADERS[each]!), line)]),
      ),
    ),
  );

const json = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc
    .dictionary(
      fc.constantFrom(...PARAMETERS),
      fc.oneof(fc.jsonValue({ maxDepth: 2 }), hostileText),
      { maxKeys: 4 },
    )
    .map((body) => JSON.stringify(body)),
  fc.constantFrom(...NAMES_OF_OBJECTS).map((each) => `{"q":"a","${each}":{"polluted":true}}`),
  fc.nat(20_000).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`),
  fc.nat(5000).map((depth) => `${'{"q":'.repeat(depth)}1${'}'.repeat(depth)}`),
  fc.constantFrom(
    '',
    '{',
    'null',
    '1',
    '"a"',
    '[]',
    '\ufeff{}',
    '{"q":"\\ud800"}',
    '{"page":1e999}',
    '{"q":1,"q":2}',
    ' '.repeat(300_000),
  ),
  hostileText,
);
const body = fc.record(
  {
    content: json,
    type: fc.constantFrom(
      'application/json',
      'application/json; charset=utf-16',
      'application/json; charset=gbk',
      'application/json;;',
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/vnd.api+json',
      'x',
      '',
    ),
    encoding: fc.constantFrom('gzip', 'br', 'deflate', 'x', 'identity'),
  },
  { requiredKeys: ['content', 'type'] },
);

/** At any address. */
export const requests = fc.record({
  method: fc.oneof(
    { weight: 6, arbitrary: fc.constant('GET') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'HEAD',
        'OPTIONS',
        'PUT',
        'DELETE',
        'PATCH',
        'TRACE',
        'POST',
        'PROPFIND',
      ),
    },
  ),
  address: fc
    .tuple(path, query)
    .map(([place, asked]) => (asked === '' ? place : `${place}?${asked}`)),
  headers,
  body: fc.constant(undefined),
});
/** With a body, where one is read. */
export const posts = fc.record({
  method: fc.constant('POST'),
  address: fc.constantFrom(
    '/api/v1/search',
    '/api/v1/search',
    '/api/v1/search?q=%',
    '/api/v1/suggest',
    '/search',
  ),
  headers,
  body,
});
