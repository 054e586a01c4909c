/** Reads the configuration from flags and environment, once, and says what is wrong with it. */

import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { z } from 'zod';
import { AppError } from '../errors.ts';
import {
  flagOf,
  SETTING_NAMES,
  SETTINGS,
  type SettingName,
  type Settings,
  variableOf,
} from './settings.ts';

/** The value of each setting. */
export type Config = { readonly [Name in SettingName]: z.output<Settings[Name]['schema']> };

/** All that commands without a server need. */
export type Folders = Pick<Config, 'corpusDir' | 'indexDir'>;

/** Values as they were written, by the names of variables or of flags. */
export type Given = Readonly<Record<string, string | boolean | undefined>>;

/**
 * A flag counts before a variable; an empty one of either is not set.
 *
 * @throws AppError `invalid_config`, naming the flag or the variable
 */
export function readConfig(environment: Given, flags: Given = {}): Config {
  const config = read(SETTING_NAMES, environment, flags);
  checkFolders(config);
  const { queryLog, corpusDir } = config;
  if (queryLog !== null) refuseInside('QUERY_LOG', queryLog, corpusDir);
  return config;
}

/** What goes without saying. */
export function defaultConfig(): Config {
  return read(SETTING_NAMES, {}, {});
}

/** Where searches are written down; null where they are not. */
export function readQueryLogPath(environment: Given): string | null {
  return read(['queryLog'], environment, {}).queryLog;
}

/** The same of the folders alone: the other settings may be anything. */
export function readFolders(environment: Given, flags: Given = {}): Folders {
  const folders = read(['corpusDir', 'indexDir'], environment, flags);
  checkFolders(folders);
  return folders;
}

function read<Name extends SettingName>(
  names: readonly Name[],
  environment: Given,
  flags: Given,
): Pick<Config, Name> {
  const values = names.map((name) => [name, readSetting(name, environment, flags)] as const);
  return Object.fromEntries(values) as Pick<Config, Name>;
}

function readSetting(name: SettingName, environment: Given, flags: Given): unknown {
  const { schema, fallback, expected } = SETTINGS[name];
  const flag = flags[flagOf(name)];
  const text = String(flag || environment[variableOf(name)] || fallback);
  const result = schema.safeParse(text);
  if (result.success) return result.data;
  const called = flag ? `--${flagOf(name)}` : variableOf(name);
  throw new AppError('invalid_config', `${called} 应为${expected}，现在是“${text}”。`);
}

function checkFolders({ corpusDir, indexDir }: Folders): void {
  refuseFile('CORPUS_DIR', corpusDir);
  refuseFile('INDEX_DIR', indexDir);
  refuseInside('INDEX_DIR', indexDir, corpusDir);
}

/** One that is not there may be made, or mounted, later. */
function refuseFile(variable: string, path: string): void {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return;
  throw new AppError('invalid_config', `${variable} 应为文件夹，现在的 ${path} 是一个文件。`);
}

function refuseInside(variable: string, path: string, corpusDir: string): void {
  if (!isInside(path, corpusDir)) return;
  throw new AppError(
    'invalid_config',
    `${variable}（${path}）不能放在文章文件夹 CORPUS_DIR（${corpusDir}）里面：那里只读不写。请换一个地方。`,
  );
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
