/** The rules of the house that no compiler checks: who may import whom, and what views may not do. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { PROJECT_ROOT } from '../server/project-root.ts';

/** Room → the rooms it may import. A file at the top of server/ may import any. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  analysis: [],
  config: ['suggest'],
  corpus: [],
  dictionaries: ['analysis', 'corpus'],
  queries: [],
  query: ['analysis'],
  engine: ['analysis', 'corpus', 'query'],
  indexing: ['analysis', 'corpus', 'engine', 'query'],
  search: ['analysis', 'corpus', 'engine', 'query', 'suggest'],
  suggest: ['analysis', 'corpus', 'engine'],
  http: ['analysis', 'corpus', 'engine', 'indexing', 'query', 'search', 'suggest'],
  evaluation: ['analysis', 'corpus', 'engine', 'indexing', 'query', 'search'],
  terminal: [
    'analysis',
    'config',
    'corpus',
    'dictionaries',
    'engine',
    'http',
    'indexing',
    'queries',
    'query',
    'search',
  ],
};

/** Top-level files that every room may use. */
const SHARED = new Set([
  'breather.ts',
  'errors.ts',
  'invisible.ts',
  'make-folder.ts',
  'project-root.ts',
  'shortage.ts',
  'version.ts',
]);

/** Package → the only places that may import it. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  nodejieba: ['analysis/jieba.ts'],
  minisearch: ['engine/minisearch/'],
  express: ['http/', 'app.ts'],
  htmlparser2: ['corpus/html-tree.ts'],
  'markdown-it': ['corpus/markdown-'],
  yaml: ['corpus/front-matter.ts'],
  'opencc-js': ['analysis/char-filters/traditional.ts'],
  'pinyin-pro': ['suggest/readings.ts'],
  'zod-openapi': ['http/api/document'],
};

/** The only form of a script in a view. */
const OWN_SCRIPT =
  /<script(?: type="module")? src="<%= asset\((?:'[\w./-]+'|script)\) %>"><\/script>/gu;

/** Made from grammar.peggy by `npm run grammar`. */
const GENERATED = 'query/grammar.ts';

const LOADS_DICTIONARIES: ReadonlySet<string> = new Set([
  'analysis/jieba.ts',
  'analysis/load-once.ts',
  'analysis/replace-once-read.js',
]);

const server = join(PROJECT_ROOT, 'server');
const files = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.[jt]s$/u.test(path) && !path.endsWith('.d.ts') && path !== GENERATED,
);

describe('architecture', () => {
  for (const file of files) {
    const source = readFileSync(join(server, file), 'utf8');
    const imports = [
      ...source.matchAll(/(?:from|import|require\w*)\s*\(?\s*'([^']+)'|\)\('(\w[^']*)'\)/gu),
    ].map((match) => (match[1] ?? match[2])!);

    it(`${file} opens with a sentence on its one job`, () => {
      assert.match(source, /^\/\*\*\s[\s\S]*?\.[\s\S]*?\*\//u);
    });

    it(`${file} imports only inwards`, () => {
      const room = file.includes('/') ? file.split('/')[0]! : undefined;
      for (const path of imports) {
        if (path.startsWith('.')) {
          const target = normalize(join(dirname(file), path));
          const targetRoom = target.split('/')[0]!;
          if (room === undefined || targetRoom === room || SHARED.has(target)) continue;
          assert.ok(MAY_IMPORT[room]?.includes(targetRoom), `${file} imports ${target}`);
        } else {
          const name = path.split('/')[0]!;
          const owners = OWNERS[name];
          assert.ok(
            !owners || owners.some((owner) => file.startsWith(owner)),
            `${file} imports ${path}`,
          );
        }
      }
    });
  }

  it('analysis, query, engine and search do no input or output of their own', () => {
    for (const file of files.filter((path) => /^(?:query|engine|search|analysis)\//u.test(path))) {
      if (LOADS_DICTIONARIES.has(file)) continue;
      assert.doesNotMatch(readFileSync(join(server, file), 'utf8'), /'node:(?:fs|http|net)/u, file);
    }
  });

  it('law 4: views escape everything; unescaped output is for include alone', () => {
    const views = join(PROJECT_ROOT, 'views');
    for (const file of readdirSync(views, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ejs')) continue;
      // Scripts are files of ours; in the head a page may name some.
      const source = readFileSync(join(views, file), 'utf8').replaceAll(OWN_SCRIPT, '');
      assert.doesNotMatch(source, /<%-(?!\s*include\()/u, file);
      // The namespaces of XML are names; nothing is loaded from there.
      const withoutNames = source.replace(/ xmlns(?::\w+)?="[^"]*"/gu, '');
      assert.doesNotMatch(withoutNames, /<script|style=|\son\w+=|https?:/u, file);
    }
  });
});
