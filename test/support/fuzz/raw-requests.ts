/** What is no HTTP, or not quite: broken request lines, headers that contradict each other, bodies cut short. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sourceFor } from '../server.ts';
import { readAnswer, send } from './client.ts';
import { assertFriendly, fuzzedServer } from './fuzzed-server.ts';
import { hostileText } from './hostile-texts.ts';
import { smallIndex } from './small-index.ts';
import { createTarget, type Target } from './target.ts';

const junk = fc.oneof(
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  hostileText.map((text) => Buffer.from(text).toString('latin1')),
);
/** What is right most of the time: else nothing gets further than the first line. */
const mostly = (right: fc.Arbitrary<string>, wrong: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 4, arbitrary: right }, { weight: 1, arbitrary: wrong });
const oneOf = (...all: string[]): fc.Arbitrary<string> => fc.constantFrom(...all);

const method = mostly(
  oneOf('GET', 'POST', 'HEAD', 'OPTIONS'),
  fc.oneof(oneOf('CONNECT', 'TRACE', 'PRI', 'get', 'PROPFIND', 'G ET', ''), junk),
);
const target = mostly(
  oneOf('/', '/search?q=a', '/api/v1/search?q=a', '/articles/x', '/assets/style.css', '/health'),
  fc.oneof(
    oneOf(
      '*',
      '',
      '?q=a',
      '//evil.example/',
      '/\\evil.example',
      'http://evil.example/search?q=a',
      'http://evil.example',
      'http://[',
      'file:///etc/passwd',
      'javascript:1',
      'localhost:80',
      '/search?q=\xe8\x8c\xb6',
      '/search?q=\xff\xfe',
      '/#a',
      '/./../..//',
      '/api/v1/\x80',
      `/search?q=${'a'.repeat(200_000)}`,
      `/${'a/'.repeat(60_000)}`,
    ),
    junk.map((text) => `/${text}`),
    junk,
  ),
);
const version = mostly(
  oneOf('HTTP/1.1'),
  fc.oneof(oneOf('HTTP/1.0', 'HTTP/2.0', 'HTTP/0.9', '', 'x'), junk),
);
const header = mostly(
  oneOf(
    'Host: localhost',
    'Connection: close',
    'Connection: keep-alive',
    'Accept: */*',
    'Content-Type: application/json',
  ),
  fc.oneof(
    oneOf(
      'Host: a',
      'Content-Length: 2',
      'Content-Length: 99999999999999999999',
      'Content-Length: -1',
      'Content-Length: 1, 2',
      'Transfer-Encoding: chunked',
      'Transfer-Encoding: gzip, chunked',
      'Transfer-Encoding: x',
      'Expect: 100-continue',
      'Expect: x',
      'Upgrade: websocket',
      'Upgrade: h2c',
      'Connection: upgrade',
      'Connection: Upgrade, HTTP2-Settings',
      'HTTP2-Settings: AAA',
      'Trailer: x',
      'TE: trailers',
      ' folded',
      'no colon',
      ': no name',
      `X: ${'a'.repeat(100_000)}`,
      `Cookie: ${'a=b; '.repeat(5000)}`,
    ),
    junk,
  ),
);
const body = fc.oneof(
  oneOf(
    '',
    '{}',
    '{"q":"a"}',
    '2\r\n{}\r\n0\r\n\r\n',
    'ffffffffffffffff\r\n',
    '-1\r\n',
    '0\r\nx: y\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\n\r\n',
  ),
  junk,
);
const lineBreak = mostly(oneOf('\r\n'), oneOf('\n', '\r', '\r\r\n', ''));

const message = fc
  .record({
    line: fc.tuple(method, target, version).map((parts) => parts.join(' ')),
    headers: fc.array(header, { maxLength: 8 }).map((lines) => ['Host: localhost', ...lines]),
    lineBreak,
    body,
    isLeftOff: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
  })
  .map(({ line, headers, lineBreak: end, body: content, isLeftOff }) => {
    const head = [line, ...headers].join(end);
    return isLeftOff ? head : head + end + end + content;
  });

/** One or two messages on a connection, in one piece or two. */
const bytes = fc
  .tuple(
    fc.array(fc.oneof({ weight: 6, arbitrary: message }, junk), { minLength: 1, maxLength: 2 }),
    fc.nat(200),
  )
  .map(([messages, cut]) => {
    const all = messages.join('');
    return cut < 100 ? [all] : [all.slice(0, cut), all.slice(cut)];
  });

export async function rawRequestsTarget(): Promise<Target> {
  const server = await fuzzedServer(sourceFor(await smallIndex()));
  return createTarget(
    'raw requests',
    1000,
    bytes,
    async (pieces) => {
      const said = await send(
        server.port,
        pieces.map((piece) => Buffer.from(piece, 'latin1')),
        true,
      );
      server.assertNoErrors();
      assert.doesNotMatch(said, /^HTTP\/1\.1 5/mu);
      const answer = readAnswer(said);
      assert.ok(answer || said === '', said.slice(0, 200));
      if (!answer || answer.status === 100) return;
      assertFriendly(answer.status, '', answer.body);
    },
    server.close,
  );
}
