/** Starts the server: configuration → index → application → listen. The only place that exits. */

import { inspect } from 'node:util';
import { createApp } from './app.ts';
import { describeOptions, readCommandLine } from './config/command-line.ts';
import { type Config, readConfig } from './config/config.ts';
import { AppError, exitCodeOf } from './errors.ts';
import { createHttpServer, listen, urlOf } from './http/listen.ts';
import { createStop } from './http/stop-server.ts';
import { zh } from './http/text/zh.ts';
import { DuplicatesWatch } from './indexing/duplicates-watch.ts';
import { keepUp, sourceOf } from './serve-corpus.ts';
import { openConfiguredIndex } from './terminal/configured-index.ts';
import { describeBuild, describeDictionaryNotes } from './terminal/describe.ts';
import { interruption } from './terminal/interruption.ts';
import { onStopSignal } from './terminal/stop-signals.ts';
import { VERSION } from './version.ts';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const complain = (error: unknown): void => {
  const sentence = error instanceof AppError ? error.message : error;
  process.stderr.write(`${typeof sentence === 'string' ? sentence : inspect(sentence)}\n`);
};

/** Milliseconds that answers under way have to finish once the server is told to stop. */
const STOP_GRACE = 10_000;

async function start(config: Config): Promise<void> {
  const interrupted = interruption();
  const { keeper, dictionaries } = await openConfiguredIndex(config, interrupted.signal);
  interrupted.release();
  if (keeper.build) say(describeBuild(keeper.build));

  const duplicates = new DuplicatesWatch({ current: () => keeper.index, onError: complain });
  const app = createApp({ source: sourceOf(keeper, duplicates), onError: complain });
  const server = createHttpServer(app, zh);
  const stopServer = createStop(server);
  await listen(server, config.host, config.port);
  say(`找文已启动，请在浏览器里打开 ${urlOf(server)}  （按 Ctrl-C 停止）`);
  const follower = keepUp(keeper, {
    ...config,
    dictionaries,
    onDictionaries(change, { notes }) {
      say(zh.terminal.dictionaries[change]);
      describeDictionaryNotes(notes).forEach(say);
    },
    onRefreshed(put, removed) {
      say(zh.terminal.refreshed(put, removed));
      duplicates.restart();
    },
    onError: complain,
  });
  duplicates.restart();

  onStopSignal(async () => {
    await Promise.all([stopServer(STOP_GRACE), follower.close(), duplicates.close()]);
    process.exit(0);
  });
}

try {
  const { asked, flags } = readCommandLine(process.argv.slice(2));
  if (asked === 'help') say(describeOptions());
  else if (asked === 'version') say(`zhaowen ${VERSION}`);
  else await start(readConfig(process.env, flags));
} catch (error) {
  complain(error);
  process.exit(exitCodeOf(error));
}
