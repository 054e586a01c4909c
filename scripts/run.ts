/** Runs a command line: prints expected failures as a sentence and sets the exit code. */

import { inspect, styleText } from 'node:util';
import { AppError, exitCodeOf } from '../server/errors.ts';

/** Wraps text in terminal colours where standard output shows them (NO_COLOR and pipes: it does not). */
export function paint(format: Parameters<typeof styleText>[0], text: string): string {
  const colours = process.stdout.isTTY
    ? process.stdout.hasColors()
    : Boolean(process.env.FORCE_COLOR);
  return colours ? styleText(format, text) : text;
}

/** A reader that goes away (`| head`) ends the program quietly. */
export async function run(main: () => void | Promise<void>): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${error instanceof AppError ? error.message : inspect(error)}\n`);
    process.exitCode = exitCodeOf(error);
  }
}
