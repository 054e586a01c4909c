/** The log: sentences for a person at a terminal, else one JSON object a line for whatever collects them. */

import { inspect } from 'node:util';
import { type Level, pino } from 'pino';
import { LOG_LEVELS } from './config/settings.ts';
import { AppError } from './errors.ts';
import type { Answered } from './http/answered.ts';

type LogLevel = (typeof LOG_LEVELS)[number];

export interface Log {
  say(sentence: string): void;
  /** What somebody may want to see to. */
  warn(sentence: string): void;
  /** @param requestId of the request that failed, if it was one */
  fail(error: unknown, requestId?: string): void;
  /** One line a request; those of watchdogs and of style sheets only where everything is wanted. */
  answered(request: Answered): void;
}

export interface LogOptions {
  readonly level: LogLevel;
  readonly isTerminal: boolean;
  /** Takes one line without its end. Default: standard output, and standard error for failures at a terminal. */
  readonly write?: (line: string, isFailure: boolean) => void;
}

export function createLog({ level, isTerminal, write = writeLine }: LogOptions): Log {
  return isTerminal ? terminalLog(level, write) : jsonLog(level, write);
}

function jsonLog(level: LogLevel, write: NonNullable<LogOptions['write']>): Log {
  const stream = { write: (line: string) => write(line.trimEnd(), false) };
  const log = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
  return {
    say: (sentence) => log.info(sentence),
    warn: (sentence) => log.warn(sentence),
    fail(error, requestId) {
      if (typeof error === 'string') log.error({ requestId }, error);
      else if (error instanceof AppError) log.warn({ requestId, code: error.code }, error.message);
      else log.error({ requestId, err: error }, messageOf(error));
    },
    answered(request) {
      log[levelOf(request)](
        {
          requestId: request.id,
          method: request.method,
          path: request.path,
          qLength: request.qLength ?? undefined,
          status: request.status,
          ms: rounded(request.milliseconds),
          bytes: request.bytes,
          aborted: request.isAborted || undefined,
          spent: Object.fromEntries([...request.spent].map(([work, ms]) => [work, rounded(ms)])),
        },
        'request',
      );
    },
  };
}

function terminalLog(level: LogLevel, write: NonNullable<LogOptions['write']>): Log {
  const isLogged = (wanted: LogLevel): boolean =>
    LOG_LEVELS.indexOf(wanted) <= LOG_LEVELS.indexOf(level);
  return {
    say(sentence) {
      if (isLogged('info')) write(sentence, false);
    },
    warn(sentence) {
      if (isLogged('warn')) write(sentence, true);
    },
    fail(error) {
      if (isLogged('error')) write(describeFailure(error), true);
    },
    answered({ method, path, status, milliseconds }) {
      // A person at a terminal did not come to read these.
      if (isLogged('debug'))
        write(`${status} ${method} ${path} ${rounded(milliseconds)} ms`, false);
    },
  };
}

/** The sentence of what was expected to happen; of everything else all there is to know. */
export function describeFailure(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return typeof error === 'string' ? error : inspect(error);
}

function levelOf({ path, status }: Answered): Level {
  const isQuiet = /\/(?:health|metrics|assets)(?:\/|$)/u.test(path) && status < 500;
  return isQuiet ? 'debug' : 'info';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** To tenths. */
function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}

function writeLine(line: string, isFailure: boolean): void {
  (isFailure ? process.stderr : process.stdout).write(`${line}\n`);
}
