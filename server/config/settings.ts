/** The table of settings: what each is called, what goes without saying, what it means, which values it takes. */

import { join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { PROJECT_ROOT } from '../project-root.ts';

export interface Setting<Value> {
  /** What counts where nothing is said. */
  readonly fallback: string;
  /** Chinese for `--help`, English for the README. */
  readonly meaning: { readonly zh: string; readonly en: string };
  /** What a value has to be, to complete “应为……”. */
  readonly expected: string;
  readonly schema: z.ZodType<Value, string>;
}

/** Keeps the type of the value of each. */
const setting = <Value>(declared: Setting<Value>): Setting<Value> => declared;

/** Relative folders are relative to where the command is run, those that go without saying to the project. */
const folder = z.string().transform((path) => resolve(path));

const integer = (min: number, max: number): z.ZodType<number, string> =>
  z
    .string()
    .regex(/^\d{1,9}$/u)
    .transform(Number)
    .pipe(z.number().min(min).max(max));

/** By their names in the code; see `variableOf` and `flagOf` for those outside. */
export const SETTINGS = {
  host: setting({
    fallback: '127.0.0.1',
    meaning: {
      zh: '监听的地址；0.0.0.0 让别的机器也能访问',
      en: 'address to listen on; `0.0.0.0` lets other machines in',
    },
    expected: '这台机器的名字或地址',
    schema: z.string().regex(/^[\w.:%-]+$/u),
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
