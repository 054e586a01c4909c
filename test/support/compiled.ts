/** The project compiled, for tests that start it as processes: through tsx, each takes far longer to start. */

import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PROJECT_ROOT } from '../../server/project-root.ts';

const TSC = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin/tsc',
);

let compiling: Promise<void> | undefined;

/**
 * Compiles what has changed since it was last compiled, once for all tests of a process.
 *
 * @throws Error with the compiler's messages
 */
export function compileProject(): Promise<void> {
  compiling ??= new Promise((resolve, reject) => {
    const line = [TSC, '-p', join(PROJECT_ROOT, 'test')];
    execFile(process.execPath, line, (error, stdout) =>
      error ? reject(new Error(`tsc -p test: ${stdout}`, { cause: error })) : resolve(),
    );
  });
  return compiling;
}

/** Where compileProject puts a source file, given by its path in the project. */
export function compiledFile(source: string): string {
  return join(PROJECT_ROOT, 'dist-test', source.replace(/\.ts$/u, '.js'));
}
