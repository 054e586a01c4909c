/** The flags of `npm start`: which there are, what they were given, and the text of `--help`. */

import { parseArgs } from 'node:util';
import { AppError } from '../errors.ts';
import { editDistance } from '../suggest/edit-distance.ts';
import type { Given } from './config.ts';
import { flagOf, SETTING_NAMES, SETTINGS, shownFallback, variableOf } from './settings.ts';

export interface CommandLine {
  /** By the names of the flags, without dashes. */
  readonly flags: Given;
  /** What is asked for instead of the server. */
  readonly asked: 'help' | 'version' | null;
}

/** Those of the folders, for the `parseArgs` of other commands. */
export const FOLDER_FLAGS = {
  'corpus-dir': { type: 'string' },
  'index-dir': { type: 'string' },
} as const;

/** @throws AppError `invalid_config`, naming what is not understood */
export function readCommandLine(args: readonly string[]): CommandLine {
  const options = {
    ...Object.fromEntries(SETTING_NAMES.map((name) => [flagOf(name), { type: 'string' } as const])),
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'v' },
  } as const;
  const { tokens, values } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional') refuse(`不知道“${token.value}”是什么意思：选项以 -- 开头。`);
    if (token.kind !== 'option') continue;
    const option = (options as Record<string, { type: string } | undefined>)[token.name];
    if (option === undefined) refuse(`没有 ${token.rawName} 这个选项。${guess(token.name)}`);
    const isMissing = token.value === undefined || /^--?[a-z]/u.test(token.value);
    if (option.type === 'string' && isMissing && !token.inlineValue) {
      refuse(`${token.rawName} 后面要有值，例如 ${token.rawName} ${exampleOf(token.name)}。`);
    }
    if (option.type === 'boolean' && token.inlineValue) refuse(`${token.rawName} 后面没有值。`);
  }
  const { help, version, ...flags } = values;
  return { flags: flags as Given, asked: help ? 'help' : version ? 'version' : null };
}

/** Text for a terminal, without a line break at its end. */
export function describeOptions(): string {
  const width = Math.max(...SETTING_NAMES.map((name) => flagOf(name).length));
  const lines = SETTING_NAMES.map((name) => {
    const names = `--${flagOf(name).padEnd(width)}  ${variableOf(name).padEnd(width)}`;
    const fallback = shownFallback(name);
    return `  ${names}  ${SETTINGS[name].meaning.zh}${fallback === '' ? '' : `（默认 ${fallback}）`}`;
  });
  return [
    '用法：npm start -- [选项]',
    '例如：npm start -- --port 8080 --corpus-dir ~/articles --index-dir ~/articles-index',
    '',
    '选项也可以写成环境变量（第二列）；两样都有时，以选项为准；空的不算。',
    ...lines,
    `  --${'help'.padEnd(width)}  ${''.padEnd(width)}  显示这些`,
    `  --${'version'.padEnd(width)}  ${''.padEnd(width)}  显示版本`,
  ].join('\n');
}

function refuse(sentence: string): never {
  throw new AppError('invalid_config', `${sentence.trim()}用 --help 看有哪些选项。`);
}

function guess(unknown: string): string {
  const near = SETTING_NAMES.map(flagOf).find((flag) => editDistance(unknown, flag, 2) <= 2);
  return near === undefined ? '' : `是不是 --${near}？`;
}

function exampleOf(flag: string): string {
  return shownFallback(SETTING_NAMES.find((name) => flagOf(name) === flag)!) || '……';
}
