/** The flags of `npm start`: which there are, what they were given, and the text of `--help`. */

import type { Given } from './config.ts';
import { parseFlags } from './parse-flags.ts';
import { flagOf, SETTING_NAMES, SETTINGS, shownFallback, variableOf } from './settings.ts';

export interface CommandLine {
  /** By the names of the flags, without dashes. */
  readonly flags: Given;
  /** What is asked for instead of the server. */
  readonly asked: 'help' | 'version' | null;
}

/** Those of the folders, for the `parseFlags` of other commands. */
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
  const { values } = parseFlags({ args: [...args], options });
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
