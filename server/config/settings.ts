/** The table of settings: what each is called, what goes without saying, what it means, which values it takes. */

import { join, relative } from 'node:path';
import type { z } from 'zod';
import { PROJECT_ROOT } from '../project-root.ts';
import {
  basePath,
  folder,
  folderOrNone,
  hostName,
  integer,
  oneOf,
  origins,
  proxies,
} from './values.ts';

export interface Setting<Value> {
  /** What counts where nothing is said. */
  readonly fallback: string;
  /** Chinese for `--help`, English for the README. */
  readonly meaning: { readonly zh: string; readonly en: string };
  /** What a value has to be, to complete “应为……”. */
  readonly expected: string;
  readonly schema: z.ZodType<Value, string>;
}

/** Each logs what those before it do, and more. */
export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** Keeps the type of the value of each. */
const setting = <Value>(declared: Setting<Value>): Setting<Value> => declared;

/** By their names in the code; see `variableOf` and `flagOf` for those outside. */
export const SETTINGS = {
  host: setting({
    fallback: '127.0.0.1',
    meaning: {
      zh: '监听的地址；0.0.0.0 让别的机器也能访问',
      en: 'address to listen on; `0.0.0.0` lets other machines in',
    },
    expected: '这台机器的名字或地址',
    schema: hostName,
  }),
  port: setting({
    fallback: '3000',
    meaning: { zh: '端口；0 表示任选一个空闲的', en: 'port; `0` takes any free one' },
    expected: ' 0 到 65535 之间的整数',
    schema: integer(0, 65_535),
  }),
  corpusDir: setting({
    fallback: join(PROJECT_ROOT, 'corpus'),
    meaning: { zh: '文章文件夹，只读不写', en: 'folder of the articles, only ever read' },
    expected: '文件夹',
    schema: folder,
  }),
  indexDir: setting({
    fallback: join(PROJECT_ROOT, '.index'),
    meaning: {
      zh: '索引文件夹，随时可以删除；不能放在文章文件夹里',
      en: 'folder of the index; may be deleted at any time, must not lie in the corpus',
    },
    expected: '文件夹',
    schema: folder,
  }),
  basePath: setting({
    fallback: '',
    meaning: {
      zh: '所有地址前面的路径，例如 /zhaowen：和别的网站共用一个域名时用',
      en: 'path before all addresses, `/zhaowen`, where the name of the host is shared with others',
    },
    expected: '以 / 开头的路径，例如 /zhaowen',
    schema: basePath,
  }),
  trustProxy: setting({
    fallback: 'loopback',
    meaning: {
      zh: '相信哪些代理服务器转告的客户地址（X-Forwarded-For）：loopback 是本机的；off、经过几层，或用逗号隔开的地址',
      en: 'proxies whose word on the client is taken (`X-Forwarded-For`, `-Proto`, `-Host`): `loopback` are those on this machine; `off`, a number of hops, or addresses and networks separated by commas',
    },
    expected: ' off、代理的层数，或用逗号隔开的地址',
    schema: proxies,
  }),
  rateLimit: setting({
    fallback: '0',
    meaning: {
      zh: '每个客户每分钟最多请求几次，0 表示不限；边输入边搜索的人一分钟会有一百来次',
      en: 'requests a minute that one client may make, `0` for any number; who searches while typing makes some hundred',
    },
    expected: ' 0 以上的整数',
    schema: integer(0, 1_000_000),
  }),
  corsOrigin: setting({
    fallback: '*',
    meaning: {
      zh: '哪些网站的网页可以读 /api/：* 是所有网站（但只开给本机的服务器不让外面的网站读），off 是没有，或用逗号隔开的来源（https://example.org）',
      en: 'sites whose pages may read `/api/`: `*` for all (though those of the web may not read a server that is reached at an address of this machine alone), `off` for none, or origins separated by commas, `https://example.org`',
    },
    expected: ' *、off，或用逗号隔开的来源，例如 https://example.org',
    schema: origins,
  }),
  cacheSize: setting({
    fallback: '32',
    meaning: {
      zh: '记住最近的搜索结果，大约用多少 MB 内存；文章一有变化就全部忘掉，0 表示不记',
      en: 'MB of memory, roughly, for the last results, which are forgotten as soon as any article changes; `0` for none',
    },
    expected: ' 0 到 4096 之间的整数',
    schema: integer(0, 4096),
  }),
  logLevel: setting({
    fallback: 'info',
    meaning: {
      zh: '日志写多少：silent 不写，error、warn、info 依次更多，debug 全写。在终端里是句子，否则每行一个 JSON',
      en: 'how much is logged: `silent`, `error`, `warn`, `info` or `debug`',
    },
    expected: ' silent、error、warn、info 或 debug',
    schema: oneOf(LOG_LEVELS),
  }),
  metrics: setting({
    fallback: 'local',
    meaning: {
      zh: '谁能看 /metrics（Prometheus）：local 是本机上的程序，on 是所有人，off 是没有',
      en: 'who may read `/metrics` (Prometheus): `local` programs on this machine, `on` all, `off` nobody',
    },
    expected: ' local、on 或 off',
    schema: oneOf(['local', 'on', 'off']),
  }),
  queryLog: setting({
    fallback: '',
    meaning: {
      zh: '把搜索的词记在这个文件或文件夹里（不记是谁搜的），用 npm run queries 看；不写就不记',
      en: 'file or folder in which searches are written down, without who made them, for `npm run queries`; nothing is without it',
    },
    expected: '文件或文件夹',
    schema: folderOrNone,
  }),
  maxWaiting: setting({
    fallback: '100',
    meaning: {
      zh: '最多几个请求排队等候，再多的就回答“太忙”（503）',
      en: 'requests that may wait for their turn; what comes beyond is told that the server is busy (503)',
    },
    expected: ' 1 以上的整数',
    schema: integer(1, 1_000_000),
  }),
};

export type Settings = typeof SETTINGS;
export type SettingName = keyof Settings;

/** All names, in the order in which they are shown. */
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

/** corpusDir → CORPUS_DIR */
export function variableOf(name: SettingName): string {
  return name.replace(/[A-Z]/gu, '_$&').toUpperCase();
}

/** corpusDir → corpus-dir, without the dashes before it */
export function flagOf(name: SettingName): string {
  return name.replace(/[A-Z]/gu, '-$&').toLowerCase();
}

/** What goes without saying, as it is shown: folders of the project by their names there. */
export function shownFallback(name: SettingName): string {
  const { fallback } = SETTINGS[name];
  return fallback.startsWith(PROJECT_ROOT) ? relative(PROJECT_ROOT, fallback) : fallback;
}
