/** What the values of settings are read with: each takes the text and gives the value, or refuses it. */

import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

/** Relative folders are relative to where the command is run, those that go without saying to the project. */
export const folder = z.string().transform((path) => resolve(path));

/** The same; nothing is no folder or file. */
export const folderOrNone = z.string().transform((path) => (path === '' ? null : resolve(path)));

export const integer = (min: number, max: number): z.ZodType<number, string> =>
  z
    .string()
    .regex(/^\d{1,9}$/u)
    .transform(Number)
    .pipe(z.number().min(min).max(max));

export const hostName = z.string().regex(/^[\w.:%-]+$/u);

export const oneOf = <const Choice extends string>(
  choices: readonly Choice[],
): z.ZodType<Choice, string> => z.string().pipe(z.enum(choices));

/** Without `.` and `..`, which browsers resolve. */
const BASE_PATH = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)*\/?$/u;

export const basePath = z
  .string()
  .regex(BASE_PATH)
  .transform((path) => path.replace(/\/$/u, ''));

/** Those whose word is taken, as Express has them. */
export const proxies = z.string().refine(isTrust).transform(trustOf);

export const origins = z.string().refine(areOrigins).transform(originsOf);

const TRUSTED = /^(?:loopback|linklocal|uniquelocal)$/u;

function isTrust(text: string): boolean {
  const isNetwork = (part: string): boolean => {
    const [address = '', bits = '1', ...rest] = part.split('/');
    const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
    return rest.length === 0 && /^[1-9]\d{0,2}$/u.test(bits) && Number(bits) <= most;
  };
  return (
    /^(?:off|\d)$/u.test(text) ||
    partsOf(text).every((part) => TRUSTED.test(part) || isNetwork(part))
  );
}

/** `*`, or origins in the form in which browsers send them: `https://example.org`. */
function originsOf(text: string): '*' | readonly string[] {
  return text === '*' ? '*' : text === 'off' ? [] : partsOf(text);
}

function areOrigins(text: string): boolean {
  const isOrigin = (part: string): boolean =>
    /^https?:/u.test(part) && URL.canParse(part) && new URL(part).origin === part;
  return text === '*' || text === 'off' || partsOf(text).every(isOrigin);
}

/** As Express takes it. */
function trustOf(text: string): false | number | readonly string[] {
  if (text === 'off') return false;
  return /^\d$/u.test(text) ? Number(text) : partsOf(text);
}

function partsOf(list: string): readonly string[] {
  return list.split(',').map((part) => part.trim());
}
