/** Has another process write the snapshot anew, so that searches need not wait for it. */

import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../errors.ts';
import type { IndexReport } from './report.ts';

const COMMAND = fileURLToPath(
  new URL(`../../scripts/build-index${extname(import.meta.filename)}`, import.meta.url),
);

/** The end of what the command says, in UTF-16 units. */
const MAX_SAID = 2_000;

/**
 * Runs the index command for these folders, with the least urgency.
 *
 * @param signal ends the process
 * @throws AppError `index_unwritable` with what the command said last, when it fails
 */
export async function writeSnapshotElsewhere(
  folders: { readonly corpusDir: string; readonly indexDir: string },
  signal: AbortSignal,
): Promise<void> {
  // Without `--full`: what is stored and whole need not be read from its files once more.
  const args = [...process.execArgv, COMMAND, '--no-compare', '--json'];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, CORPUS_DIR: folders.corpusDir, INDEX_DIR: folders.indexDir },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-MAX_SAID);
  });
  let report = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    report += text;
  });
  try {
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  } catch {
    // Some systems do not allow it; then it is as urgent as any.
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code !== 0) {
    const sentence = saveErrorOf(report) ?? (said.trim().split('\n').at(-1) || `exit code ${code}`);
    throw new AppError('index_unwritable', `没能在后台重写索引：${sentence}`);
  }
}

/** Why what was built could not be written, which is part of the report; null where there is none. */
function saveErrorOf(report: string): string | null {
  try {
    return (JSON.parse(report) as IndexReport).saveError;
  } catch {
    return null;
  }
}
