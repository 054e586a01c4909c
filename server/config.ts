/** Reads the configuration from the environment, once, and says what is wrong with it. */

import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { AppError } from './errors.ts';
import { PROJECT_ROOT } from './project-root.ts';

export interface Config {
  /** Address to listen on. Default 127.0.0.1: this machine only. */
  readonly host: string;
  /** TCP port; 0 lets the system choose. Default 3000. */
  readonly port: number;
  /** Folder of the article files, only ever read. Default `corpus` in the project. */
  readonly corpusDir: string;
  /** Folder of the index, written by us; may be deleted at any time. Default `.index` in the project. */
  readonly indexDir: string;
}

/**
 * An empty variable counts as not set. Relative folders are relative to the working directory.
 *
 * @throws AppError `invalid_config`, naming the variable
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const config: Config = {
    host: env.HOST || '127.0.0.1',
    port: parsePort(env.PORT || '3000'),
    corpusDir: resolve(env.CORPUS_DIR || join(PROJECT_ROOT, 'corpus')),
    indexDir: resolve(env.INDEX_DIR || join(PROJECT_ROOT, '.index')),
  };
  if (isInside(config.indexDir, config.corpusDir)) {
    throw new AppError(
      'invalid_config',
      `INDEX_DIR（${config.indexDir}）不能放在文章文件夹 CORPUS_DIR（${config.corpusDir}）里面：那里只读不写。请换一个文件夹。`,
    );
  }
  return config;
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new AppError('invalid_config', `PORT 应为 0 到 65535 之间的整数，现在是“${text}”。`);
}

function isInside(inner: string, outer: string): boolean {
  const path = relative(realPath(outer), realPath(inner));
  return path === '' || !(path === '..' || path.startsWith(`..${sep}`) || resolve(path) === path);
}

/** The path with its existing part freed of symbolic links, so that a link cannot hide where it leads. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), relative(parent, path));
}
