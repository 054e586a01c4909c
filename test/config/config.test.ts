/** Configuration: defaults, and a sentence for every value that cannot be. */

import assert from 'node:assert/strict';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createApp } from '../../server/app.ts';
import { describeOptions, readCommandLine } from '../../server/config/command-line.ts';
import { readConfig, readFolders } from '../../server/config/config.ts';
import {
  flagOf,
  SETTING_NAMES,
  SETTINGS,
  shownFallback,
  variableOf,
} from '../../server/config/settings.ts';
import type { IndexSource } from '../../server/http/index-source.ts';
import { PROJECT_ROOT } from '../../server/project-root.ts';
import { withFolder } from '../support/corpus.ts';

describe('configuration', () => {
  it('has defaults for everything; what is empty is not set', () => {
    const { host, port, corpusDir, indexDir } = readConfig({});
    assert.deepEqual(
      { host, port, corpusDir, indexDir },
      {
        host: '127.0.0.1',
        port: 3000,
        corpusDir: join(PROJECT_ROOT, 'corpus'),
        indexDir: join(PROJECT_ROOT, '.index'),
      },
    );
    const nothing = (nameOf: (name: (typeof SETTING_NAMES)[number]) => string) =>
      Object.fromEntries(SETTING_NAMES.map((name) => [nameOf(name), '']));
    assert.deepEqual(readConfig(nothing(variableOf), nothing(flagOf)), readConfig({}));
  });

  it('a flag counts before a variable', () => {
    const environment = { PORT: '1', CORPUS_DIR: '/a' };
    const { port, corpusDir } = readConfig(environment, { port: '2' });
    assert.deepEqual([port, corpusDir], [2, '/a']);
  });

  const refused = (name: string, value: string): void => {
    it(`${name}=${value} is refused, by the name it was given under`, () => {
      const flag = name.toLowerCase().replaceAll('_', '-');
      const expected = (called: string) => ({
        code: 'invalid_config',
        message: new RegExp(`^${called} 应为.+，现在是“.*”。$`, 'u'),
      });
      assert.throws(() => readConfig({ [name]: value }), expected(name));
      assert.throws(() => readConfig({}, { [flag]: value }), expected(`--${flag}`));
    });
  };
  for (const port of ['abc', '-1', '65536', '80.5', '0x50', '1e3']) refused('PORT', port);
  refused('HOST', 'http://localhost');
  for (const proxy of ['true', 'localhost', '10.0.0.0/33', '10.0.0.0/0', '1.2.3', 'loopback,']) {
    refused('TRUST_PROXY', proxy);
  }
  for (const limit of ['-1', 'many', '1.5']) refused('RATE_LIMIT', limit);
  refused('MAX_WAITING', '0');

  for (const origin of ['example.org', 'https://example.org/', 'https://a.org b.org', 'null']) {
    refused('CORS_ORIGIN', origin);
  }

  for (const path of ['zhaowen', '/a//b', '/a b', '//evil.example', '/a/..', '/a?b']) {
    refused('BASE_PATH', path);
  }

  it('a base path may end with a slash, and be none', () => {
    const basePath = (BASE_PATH: string) => readConfig({ BASE_PATH }).basePath;
    assert.deepEqual(['/', '/a', '/a/', '/a/b.c'].map(basePath), ['', '/a', '/a', '/a/b.c']);
  });
  refused('LOG_LEVEL', 'verbose');
  refused('METRICS', 'yes');

  it('proxies are named as Express takes them', () => {
    const trust = (TRUST_PROXY: string) => readConfig({ TRUST_PROXY }).trustProxy;
    assert.equal(trust('off'), false);
    assert.equal(trust('2'), 2);
    const named = ['loopback', '10.0.0.0/8', 'fd00::/8', '::1'];
    assert.deepEqual(trust(named.join(', ')), named);
    assert.ok(
      createApp({ source: {} as IndexSource, onError() {}, config: { trustProxy: named } }),
    );
  });

  it('commands without a server do not mind a port that cannot be', () => {
    assert.equal(readFolders({ PORT: 'abc', CORPUS_DIR: '/a' }).corpusDir, '/a');
  });

  it('complaint: with a file in the place of a folder it starts, and builds the index at every start', () =>
    withFolder({ 'corpus/a.txt': '文' }, async (folder) => {
      const [CORPUS_DIR, file] = [join(folder, 'corpus'), join(folder, 'corpus/a.txt')];
      const INDEX_DIR = join(folder, 'index');
      for (const read of [readConfig, readFolders]) {
        assert.throws(() => read({ CORPUS_DIR: file, INDEX_DIR }), {
          code: 'invalid_config',
          message: /^CORPUS_DIR 应为文件夹/u,
        });
        await writeFile(join(folder, 'file'), '');
        assert.throws(() => read({ CORPUS_DIR, INDEX_DIR: join(folder, 'file') }), {
          code: 'invalid_config',
          message: /^INDEX_DIR 应为文件夹/u,
        });
      }
    }));

  it('the index must not lie in the corpus, where nothing is ever written', () =>
    withFolder({ 'corpus/a.txt': '文' }, async (folder) => {
      const CORPUS_DIR = join(folder, 'corpus');
      await mkdir(join(folder, 'elsewhere'));
      await symlink(CORPUS_DIR, join(folder, 'link'));
      for (const inside of ['corpus', 'corpus/.index', 'corpus/a/b', 'link', 'link/new/index']) {
        const environment = { CORPUS_DIR, INDEX_DIR: join(folder, inside) };
        for (const read of [readConfig, readFolders]) {
          assert.throws(
            () => read(environment),
            { code: 'invalid_config', message: /INDEX_DIR/u },
            inside,
          );
        }
      }
      for (const inside of ['corpus/q.jsonl', 'link']) {
        const QUERY_LOG = join(folder, inside);
        assert.throws(() => readConfig({ CORPUS_DIR, INDEX_DIR: folder, QUERY_LOG }), {
          message: /QUERY_LOG/u,
        });
      }
      for (const outside of ['elsewhere', 'corpus-index', '.index', '..corpus']) {
        assert.ok(readConfig({ CORPUS_DIR, INDEX_DIR: join(folder, outside) }));
      }
    }));
});

describe('flags', () => {
  it('are the settings, with a blank or an equals sign', () => {
    const { flags, asked } = readCommandLine(['--port', '8080', '--corpus-dir=a b']);
    assert.deepEqual({ ...flags }, { port: '8080', 'corpus-dir': 'a b' });
    assert.equal(asked, null);
    assert.equal(readCommandLine(['--port', '1', '-h']).asked, 'help');
    assert.equal(readCommandLine(['--version']).asked, 'version');
  });

  const refuses = (args: string[], message: RegExp): void => {
    it(`${args.join(' ')} is one clear sentence`, () => {
      assert.throws(() => readCommandLine(args), { code: 'invalid_config', message });
    });
  };
  refuses(['--prot', '1'], /没有 --prot 这个选项。是不是 --port？用 --help/u);
  refuses(['--colour'], /没有 --colour 这个选项。用 --help/u);
  refuses(['-p', '1'], /没有 -p 这个选项/u);
  refuses(['8080'], /不知道“8080”/u);
  refuses(['--port'], /--port 后面要有值，例如 --port 3000/u);
  refuses(['--port', '--host', 'x'], /--port 后面要有值/u);
  refuses(['--help=yes'], /--help 后面没有值/u);
});

describe('what is said of the settings', () => {
  it('--help names each, with its variable and default', () => {
    const text = describeOptions();
    for (const name of SETTING_NAMES) {
      assert.ok(text.includes(`--${flagOf(name)} `), name);
      assert.ok(text.includes(variableOf(name)), name);
      assert.ok(text.includes(SETTINGS[name].meaning.zh), name);
    }
  });

  it("complaint: the README's table says something else", async () => {
    const readme = await readFile(join(PROJECT_ROOT, 'README.md'), 'utf8');
    const rows = readme.split('\n').filter((line) => /^\| `[A-Z_]+` \| `--/u.test(line));
    const expected = SETTING_NAMES.map((name) => {
      const fallback = shownFallback(name);
      return `| \`${variableOf(name)}\` | \`--${flagOf(name)}\` | ${fallback && `\`${fallback}\``} | ${SETTINGS[name].meaning.en} |`;
    });
    assert.deepEqual(rows, expected);
  });
});
