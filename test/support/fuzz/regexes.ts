/** Each regular expression of the program against runs of what it looks for, with something wrong at the end. */

import { createContext, Script } from 'node:vm';
import fc from 'fast-check';
import { PROJECT_ROOT } from '../../../server/project-root.ts';
import { regexLiteralsIn } from './regex-literals.ts';
import { createTarget, type Target } from './target.ts';

/** UTF-16 units of a run: the longest line that patterns with more than one unbounded part see. */
const LENGTH = 1000;
/** Milliseconds; the engine is stopped then, or a test would never end. */
const MAX_MS = 1500;

/** What stands for a class of characters in a pattern. */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  '\\s': [' ', '\t', '\u3000', '\n'],
  '\\S': ['a', '，'],
  '\\d': ['1'],
  '\\w': ['a', '1', '_'],
  '\\p': ['中', 'a', '1', '\u0301', 'あ'],
  '\\P': ['\u0000', 'a'],
  '.': ['a', ' '],
  '[^': ['x', '、'],
};

/** Strings that the pattern may be looking for: its own characters, and those of its classes. */
function alphabetOf({ source }: RegExp): readonly string[] {
  const classes = Object.entries(CLASSES).filter(([sign]) => source.includes(sign));
  const plain = source
    .replace(/\\[pP]\{[^}]*\}|\\[sSdDwWbB]|\{\d+(?:,\d*)?\}|\(\?[:=!<]*/gu, '')
    .replace(/\\u\{?([\da-f]{2,5})\}?/giu, (_all, code) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replace(/\\(.)/gu, '$1');
  const words = plain.match(/[a-z]{2,}|\p{Script=Han}{2,}|.../giu) ?? [];
  return [...new Set([...classes.flatMap(([, chars]) => chars), ...plain, ...words])];
}

export async function regexesTarget(): Promise<Target> {
  const literals = await regexLiteralsIn(PROJECT_ROOT, ['server', 'scripts']);
  const box = createContext({ regex: /x/u, text: '' });
  // Replacing finds every match there is, from every place.
  const script = new Script('regex.lastIndex = 0; text.replace(regex, "").length');
  const inputs = fc.constantFrom(...literals).chain(({ place, regex }) => {
    const some = fc.constantFrom(...alphabetOf(regex));
    const run = fc.tuple(
      fc.array(some, { minLength: 1, maxLength: 3 }).map((all) => all.join('')),
      fc.constantFrom(1, 3, 50, LENGTH),
    );
    return fc
      .tuple(
        fc.array(some, { maxLength: 3 }),
        fc.array(run, { minLength: 1, maxLength: 3 }),
        fc.oneof(some, fc.constantFrom('', '\u0000', '\n', 'x！')),
      )
      .map(([before, runs, behind]) => ({
        place,
        regex,
        text: [
          ...before,
          ...runs.map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length))),
          behind,
        ].join(''),
      }));
  });
  return createTarget('regular expressions', 3000, inputs, ({ regex, text }) => {
    Object.assign(box, { regex, text });
    script.runInContext(box, { timeout: MAX_MS });
  });
}
