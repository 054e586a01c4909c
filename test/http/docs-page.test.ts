/** The page of the API: nothing of the document is missing, every link leads somewhere, every form finds something. */

import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import request from 'supertest';
import { apiDocument } from '../../server/http/api/document.ts';
import { curlForGet, curlForPost } from '../../server/http/docs/curl.ts';
import type { Schema } from '../../server/http/docs/document-shape.ts';
import { typeOf } from '../../server/http/docs/schema-view.ts';
import { describedErrors } from '../../server/http/error-codes.ts';
import { catalogues, LANGUAGES, type Language } from '../../server/http/text/catalogues.ts';
import { indexOf, indexOfSamples } from '../support/corpus.ts';
import { createServerFor } from '../support/server.ts';

describe('the page of the API', () => {
  const onError = (error: unknown): void => assert.fail(String(error));
  let server: Server;
  before(async () => {
    server = createServerFor(await indexOfSamples(), onError);
  });

  const page = async (language: Language, from = server): Promise<string> =>
    (await request(from).get('/api/docs').set('Accept-Language', language).expect(200)).text;
  const ids = (html: string): string[] =>
    [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id!);

  for (const language of LANGUAGES) {
    it(`has every operation, parameter, field and code: ${language}`, async () => {
      const html = await page(language);
      const { paths, components } = apiDocument(catalogues[language]);
      const codes = describedErrors(catalogues[language]).map(({ code }) => code);
      const operations = Object.values(paths ?? {}).flatMap((path) => Object.values(path));
      const expected = [
        ...operations.map(({ operationId }) => `id="${operationId}"`),
        ...operations.flatMap(({ parameters = [] }) =>
          parameters.map(({ name }: { name: string }) => `<code class="name">${name}</code>`),
        ),
        ...Object.entries((components?.schemas ?? {}) as Record<string, Schema>).flatMap(
          ([name, { properties }]) => [
            ...(name === 'SearchRequest' ? [] : [`id="schema-${name}"`]),
            ...Object.keys(properties ?? {}).map((key) => `<code class="name">${key}</code>`),
          ],
        ),
        ...codes.map((code) => `<dt id="${code}">`),
      ];
      assert.ok(expected.length > 150, String(expected.length));
      assert.deepEqual(
        expected.filter((part) => !html.includes(part)),
        [],
      );
    });
  }

  it('says bounds, choices and defaults', async () => {
    const html = await page('zh');
    assert.match(html, /<code class="name">hitsPerPage<\/code> .*integer.*1–100.*默认 10/u);
    assert.match(html, /<code class="name">relax<\/code> .*boolean.*默认 true/u);
    assert.match(html, /<code>views:asc<\/code>/u);
    assert.match(html, /默认 &lt;mark&gt;/u);
  });

  it('every link on the page leads to something on it, once', async () => {
    const html = await page('zh');
    const known = ids(html);
    assert.equal(new Set(known).size, known.length);
    const links = [...html.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id!);
    assert.ok(links.length > 50);
    assert.deepEqual(
      links.filter((id) => !known.includes(id)),
      [],
    );
  });

  it('complaint: a form of the documentation finds nothing in my own corpus', async () => {
    const own = await indexOf({
      '笔记#1': '钓鱼笔记\n添加时间:2023-01-01\n钓鱼要早起。\n钓鱼要安静。',
      笔记2: '钓鱼笔记\n下雨也去钓鱼。',
    });
    for (const from of [server, createServerFor(own, onError)]) {
      const html = await page('zh', from);
      const forms = [...html.matchAll(/<form class="try" action="([^"]+)"(.*?)<\/form>/gsu)];
      assert.equal(forms.length, 8);
      for (const [, action, form] of forms) {
        const fields = [
          ...form!.matchAll(/<input [^>]*name="(\w+)" value="([^"]*)" placeholder/gu),
        ];
        const query = Object.fromEntries(fields.map(([, name, value]) => [name, value]));
        const { headers } = await request(from).get(action!).query(query).expect(303);
        assert.match(headers.location!, /^\/api\/v1\//u);
        assert.doesNotMatch(headers.location!, /=(?:&|$)/u);
        const { body } = await request(from).get(headers.location!).expect(200);
        const list = body.hits ?? body.suggestions ?? body.articles ?? body.tokens;
        assert.ok(!Array.isArray(list) || list.length > 0, action);
      }
    }
  });

  it('complaint: a file with half a character in its name takes the page away', async () => {
    const index = await indexOf({ '半\udc00': '题\n添加时间:2024-01-01\n正文。' });
    assert.match(
      await page('zh', createServerFor(index, onError)),
      /articles\/%E5%8D%8A%EF%BF%BD/u,
    );
  });

  it('forms lead to operations and nowhere else', async () => {
    for (const operation of ['nothing', 'searchByPost', '__proto__', 'toString']) {
      await request(server).get(`/api/docs/try/${operation}`).expect(404);
    }
    const leadsTo = async (path: string): Promise<string> =>
      (await request(server).get(`/api/docs/try/${path}`).expect(303)).headers.location!;
    assert.equal(
      await leadsTo('getArticle?id=%2F%2Fevil.example%2F..%3Fx'),
      '/api/v1/articles/%2F%2Fevil.example%2F..%3Fx',
    );
    assert.equal(await leadsTo('getArticle?id=$%26'), '/api/v1/articles/%24%26');
    assert.equal(
      await leadsTo('search?q=a%26b&page=&facets=year&facets=kind&next=//evil'),
      '/api/v1/search?q=a%26b&facets=year%2Ckind',
    );
  });

  it('commands name this server, as it was reached', async () => {
    const html = await request(server).get('/api/docs').set('Host', 'search.example:8080');
    assert.match(html.text, /curl -G &#39;http:\/\/search\.example:8080\/api\/v1\/search&#39;/u);
    await request(server).get('/api/docs').set('Host', 'a"b').expect(400);
  });

  it('complaint: on a telephone the address of the API is broken in the middle of a word', async () => {
    const { text } = await request(server).get('/api/docs').set('Host', 'search.example:8080');
    assert.ok(text.includes('<code>http://search.example:8080/<wbr>api/<wbr>v1<wbr></code>'));
  });

  it('a command is one word a value for a shell, whatever is in it', () => {
    assert.equal(
      curlForGet('http://h/a', { q: "it's $HOME `x`", page: 2, facets: ['year', 'kind'] }),
      "curl -G 'http://h/a' \\\n  --data-urlencode 'q=it'\\''s $HOME `x`' \\\n  -d page=2 \\\n  -d facets=year,kind",
    );
    assert.equal(curlForGet('http://h/a', {}), "curl 'http://h/a'");
    assert.match(
      curlForPost('http://h', { q: "'\n", n: [1] }),
      /-d '\{ "q": "'\\''\\n", "n": \[ 1 \] \}'$/u,
    );
  });

  it('types are written as programmers read them', () => {
    const written = (schema: Schema): string =>
      typeOf(schema)
        .map(({ text }) => text)
        .join('');
    assert.equal(written({ type: ['string', 'null'], format: 'date' }), 'string | null (date)');
    assert.equal(written({ type: 'array', items: { enum: ['a', 'b'] } }), '("a" | "b")[]');
    assert.equal(
      written({ anyOf: [{ $ref: '#/components/schemas/Hit' }, { type: 'null' }] }),
      'Hit | null',
    );
    assert.equal(
      written({ propertyNames: { type: 'string' }, additionalProperties: { type: 'integer' } }),
      '{ [string]: integer }',
    );
  });
});
