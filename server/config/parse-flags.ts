/** Reads the flags of a command, and names the one that is not understood and the one that may be meant. */

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { AppError } from '../errors.ts';
import { nearestName } from '../suggest/nearest-name.ts';
import { flagOf, SETTING_NAMES, shownFallback } from './settings.ts';

/** What a command takes: `--` and what is behind it are never flags. */
export interface Flags extends ParseArgsConfig {
  readonly options: NonNullable<ParseArgsConfig['options']>;
}

/**
 * As `parseArgs` has it.
 *
 * @param config without `args` it is what the process was called with
 * @throws AppError `invalid_config`, naming what is not understood
 */
export function parseFlags<const Config extends Flags>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  const { options, allowPositionals = false, args = process.argv.slice(2) } = config;
  const parsed = parseArgs({ options, args: [...args], strict: false, tokens: true });
  for (const token of parsed.tokens) {
    if (token.kind === 'positional' && !allowPositionals) {
      refuse(`不知道“${token.value}”是什么意思：选项以 -- 开头。`);
    }
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) {
      const isLong = token.rawName.startsWith('--');
      // Of several letters behind one dash each is a flag of its own, which nobody means here.
      const called = isLong ? token.rawName : args[token.index];
      const isWord = allowPositionals && !isLong;
      const advice = isWord ? '以 - 开头的词请放在 -- 后面；' : guess(token.name, options);
      refuse(`没有 ${called} 这个选项。${advice}`);
    }
    const isMissing = token.value === undefined || /^--?[a-z]/u.test(token.value);
    if (option.type === 'string' && isMissing && !token.inlineValue) {
      refuse(`${token.rawName} 后面要有值${exampleOf(token)}。`);
    }
    if (option.type === 'boolean' && token.inlineValue) refuse(`${token.rawName} 后面没有值。`);
  }
  // Just what the strict way gives, which only says less of what is wrong.
  return parsed as unknown as ReturnType<typeof parseArgs<Config>>;
}

function refuse(sentence: string): never {
  throw new AppError('invalid_config', `${sentence.trim()}用 --help 看有哪些选项。`);
}

function guess(unknown: string, known: Flags['options']): string {
  const nearest = nearestName(unknown, Object.keys(known));
  return nearest === null ? '' : `是不是 --${nearest}？`;
}

/** Of a setting. */
function exampleOf({ name, rawName }: { readonly name: string; readonly rawName: string }): string {
  const setting = SETTING_NAMES.find((each) => flagOf(each) === name);
  return setting === undefined ? '' : `，例如 ${rawName} ${shownFallback(setting) || '……'}`;
}
