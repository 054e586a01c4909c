/** Starts the server: configuration → index → application → listen. The only place that exits. */

import { inspect } from 'node:util';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { AppError } from './errors.ts';
import { createHttpServer, listen, urlOf } from './http/listen.ts';
import { zh } from './http/text/zh.ts';
import { describeBuild } from './terminal/describe.ts';
import { openConfiguredIndex } from './terminal/open-configured-index.ts';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const complain = (line: string): boolean => process.stderr.write(`${line}\n`);

/** Milliseconds that answers under way have to finish once the server is told to stop. */
const STOP_GRACE = 3_000;

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const { index, build } = await openConfiguredIndex(config);
  if (build) say(describeBuild(build));

  const app = createApp({ index, onError: (error) => complain(inspect(error)) });
  const server = await listen(createHttpServer(app, zh), config.host, config.port);
  say(`找文已启动，请在浏览器里打开 ${urlOf(server)}  （按 Ctrl-C 停止）`);

  const stop = (): void => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), STOP_GRACE).unref();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  await start();
} catch (error) {
  complain(error instanceof AppError ? error.message : inspect(error));
  process.exit(1);
}
