/** The OpenAPI document: whole, and nothing in it without a word on what it means. */

import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import request from 'supertest';
import { apiDocument } from '../../server/http/api/document.ts';
import { SEARCH_PARAMETERS } from '../../server/http/api/parameters/search.ts';
import type { ShownDocument } from '../../server/http/docs/document-shape.ts';
import { zh } from '../../server/http/text/zh.ts';
import { indexOfSamples } from '../support/corpus.ts';
import { createServerFor } from '../support/server.ts';

type Json = Readonly<Record<string, unknown>>;

/** Every object in a JSON value, with its path. */
function* objectsIn(value: unknown, path = '#'): Generator<readonly [path: string, object: Json]> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield [path, value as Json];
  for (const [key, child] of Object.entries(value)) yield* objectsIn(child, `${path}/${key}`);
}

describe('the OpenAPI document', () => {
  let server: Server;
  let document: ShownDocument & Json;
  before(async () => {
    server = createServerFor(await indexOfSamples(), (error) => assert.fail(String(error)));
    const { body } = await request(server).get('/api/v1/openapi.json').expect(200);
    document = body;
  });

  it('is of OpenAPI 3.1, and says where the API is', () => {
    assert.equal(document.openapi, '3.1.0');
    assert.deepEqual(document.servers, [{ url: '/api/v1' }]);
    assert.match(document.info.version, /^\d+\.\d+\.\d+/u);
  });

  it('every reference leads somewhere, every operation has a name of its own', () => {
    const names: unknown[] = [];
    for (const [path, { $ref, operationId }] of objectsIn(document)) {
      if (operationId !== undefined) names.push(operationId);
      if (typeof $ref !== 'string') continue;
      const keys = $ref.replace(/^#\//u, '').split('/');
      const target = keys.reduce<unknown>((at, key) => (at as Json | undefined)?.[key], document);
      assert.ok(target, `${path} → ${$ref}`);
    }
    assert.equal(new Set(names).size, names.length);
  });

  it('complaint: a field or a parameter that nobody explains', () => {
    const unexplained: string[] = [];
    for (const [path, { properties, parameters }] of objectsIn(document)) {
      for (const [name, schema] of Object.entries((properties ?? {}) as Record<string, Json>)) {
        const key = String(schema.$ref ?? '')
          .split('/')
          .at(-1)!;
        const own = schema.description ?? document.components.schemas[key]?.description;
        if (!own) unexplained.push(`${path}/${name}`);
      }
      for (const { name, description } of (parameters ?? []) as Json[]) {
        if (!description) unexplained.push(`${path} ${name}`);
      }
    }
    assert.deepEqual(unexplained, []);
  });

  it('answers have the fields that are named, and no others', () => {
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      assert.equal(schema.additionalProperties, false, name);
    }
  });

  it('says of every parameter of a search its type, bounds, choices and default', () => {
    const { parameters: listed = [] } = document.paths['/search']!.get!;
    const parameters = new Map(listed.map(({ name, schema }) => [name, schema]));
    assert.deepEqual([...parameters.keys()], Object.keys(SEARCH_PARAMETERS));
    const { description: _, ...hitsPerPage } = parameters.get('hitsPerPage')!;
    assert.deepEqual(hitsPerPage, { type: 'integer', minimum: 1, maximum: 100, default: 10 });
    assert.equal(parameters.get('relax')!.default, true);
    assert.equal(parameters.get('highlightPreTag')!.maxLength, 200);
    assert.deepEqual(parameters.get('kind')!.enum, ['title', 'heading', 'body']);
  });

  it('is the same in Chinese but for its words', () => {
    const shape = (value: unknown) =>
      [...objectsIn(value)].map(([path, object]) => [path, Object.keys(object)]);
    const chinese = apiDocument(zh);
    assert.deepEqual(shape(JSON.parse(JSON.stringify(chinese))), shape(document));
    assert.match(JSON.stringify(chinese.paths), /摘录的长度/u);
  });
});
