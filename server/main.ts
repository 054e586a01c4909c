/** Starts the server: configuration → application → listen → index. The only place that exits. */

import { inspect } from 'node:util';
import { createApp } from './app.ts';
import { describeOptions, readCommandLine } from './config/command-line.ts';
import { type Config, readConfig } from './config/config.ts';
import { AppError, exitCodeOf } from './errors.ts';
import { createHttpServer, listen, urlOf } from './http/listen.ts';
import { createStop } from './http/stop-server.ts';
import { zh } from './http/text/zh.ts';
import { ServedCorpus } from './served-corpus.ts';
import { onStopSignal } from './terminal/stop-signals.ts';
import { VERSION } from './version.ts';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const complain = (error: unknown): void => {
  const sentence = error instanceof AppError ? error.message : error;
  process.stderr.write(`${typeof sentence === 'string' ? sentence : inspect(sentence)}\n`);
};

/** Milliseconds that answers under way have to finish once the server is told to stop. */
const STOP_GRACE = 10_000;

/** It listens first: who looks while the index is opened or built is told how far that is. */
async function start(config: Config): Promise<void> {
  const corpus = new ServedCorpus(config, { say, onError: complain });
  const app = createApp({
    source: corpus,
    opening: () => corpus.opening,
    onError: complain,
    config,
  });
  const server = createHttpServer(app, zh);
  const stopServer = createStop(server);
  await listen(server, config.host, config.port);
  onStopSignal(async () => {
    await Promise.all([stopServer(STOP_GRACE), corpus.close()]);
    process.exit(0);
  });
  await corpus.open();
  if (corpus.opening === null) say(zh.terminal.started(urlOf(server)));
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
