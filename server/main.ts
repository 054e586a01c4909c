/** Starts the server: configuration → application → listen → index. The only place that exits. */

import { createApp } from './app.ts';
import { describeOptions, readCommandLine } from './config/command-line.ts';
import { type Config, readConfig } from './config/config.ts';
import { exitCodeOf } from './errors.ts';
import { createHttpServer, listen, urlOf } from './http/listen.ts';
import { createMetrics } from './http/metrics.ts';
import { createStop } from './http/stop-server.ts';
import { zh } from './http/text/zh.ts';
import { indexSize } from './indexing/index-size.ts';
import { createLog, describeFailure } from './log.ts';
import { toLoggedQuery } from './logged-query.ts';
import { QueryLog } from './queries/query-log.ts';
import { ServedCorpus } from './served-corpus.ts';
import { onStopSignal } from './terminal/stop-signals.ts';
import { VERSION } from './version.ts';

/** Milliseconds that answers under way have to finish once the server is told to stop. */
const STOP_GRACE = 10_000;

/** It listens first: who looks while the index is opened or built is told how far that is. */
async function start(config: Config): Promise<void> {
  const isTerminal = process.stdout.isTTY === true;
  const log = createLog({ level: config.logLevel, isTerminal });
  const corpus = new ServedCorpus(config, {
    log,
    showsProgress: isTerminal,
    onUpdate: (milliseconds) => metrics.observeUpdate(milliseconds),
  });
  const opening = () => corpus.opening;
  const indexBytes = () => indexSize(config.indexDir);
  const metrics = createMetrics({ source: corpus, opening, indexBytes });
  const queryLog =
    config.queryLog === null ? null : new QueryLog(config.queryLog, { onError: log.fail });
  await queryLog?.open();
  const app = createApp({
    source: corpus,
    opening,
    metrics,
    onError: log.fail,
    onAnswered(answered) {
      log.answered(answered);
      metrics.observeAnswered(answered);
      const query = toLoggedQuery(answered);
      if (query) queryLog?.add(query);
    },
    config,
  });
  const server = createHttpServer(app);
  const stopServer = createStop(server);
  await listen(server, config.host, config.port);
  onStopSignal(async () => {
    log.say(zh.terminal.stopping);
    await Promise.all([stopServer(STOP_GRACE), corpus.close()]);
    await queryLog?.close();
    process.exit(0);
  });
  await corpus.open();
  if (corpus.opening === null) log.say(zh.terminal.started(urlOf(server)));
}

const print = (text: string): boolean => process.stdout.write(`${text}\n`);

// Whoever read the log has gone; those who read articles have not.
process.stdout.on('error', () => {});

try {
  const { asked, flags } = readCommandLine(process.argv.slice(2));
  if (asked === 'help') print(describeOptions());
  else if (asked === 'version') print(`zhaowen ${VERSION}`);
  else await start(readConfig(process.env, flags));
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exit(exitCodeOf(error));
}
