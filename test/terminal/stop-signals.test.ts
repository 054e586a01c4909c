/** Ctrl-C: once to stop in good order, twice to stop at once. */

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { compiledFile, compileProject } from '../support/compiled.ts';

const MODULE = compiledFile('server/terminal/stop-signals.ts');

describe('the signal to stop', () => {
  before(compileProject);

  /** A process that takes as long to stop as `stop` says, in milliseconds. */
  const start = async (stop: number): Promise<ChildProcess> => {
    const script = `
      const { onStopSignal } = await import(${JSON.stringify(MODULE)});
      onStopSignal(() => setTimeout(() => process.exit(0), ${stop}));
      setInterval(() => {}, 1000);
      console.log('started');`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout!, 'data');
    return child;
  };

  it('lets the process finish, also when npm passes the same Ctrl-C on', async () => {
    const child = await start(300);
    child.kill('SIGINT');
    await sleep(20);
    child.kill('SIGINT');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  it('complaint: asked again, it still waits', async () => {
    const child = await start(60_000);
    child.kill('SIGTERM');
    await sleep(700);
    assert.equal(child.exitCode, null);
    child.kill('SIGINT');
    assert.deepEqual(await once(child, 'exit'), [130, null]);
  });
});
