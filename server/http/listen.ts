/** Listens for requests, and answers those that never reach the application. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Express } from 'express';
import { AppError } from '../errors.ts';
import { countArrivals } from './arrivals.ts';
import { bareAnswer, type ClientError } from './bare-answer.ts';
import { atBase } from './base-path.ts';

/**
 * In bytes. Well above MAX_URL_LENGTH, so that a URL too long is answered by the application, as a
 * page or as JSON; Node's own limit of 16 KiB would give a bare 431.
 */
const MAX_HEADER_BYTES = 1024 * 1024;

/** In milliseconds, each: a client that dawdles must not keep its connection for ever. */
export interface Patience {
  /** For the head of a request to come. */
  readonly head: number;
  /** For all of it to come. */
  readonly request: number;
  /** For anything to come or to be taken, while an answer is read slowly. */
  readonly silence: number;
  /**
   * For the next request on the same connection. Longer than proxies wait (nginx: 60 s): where the
   * server hangs up first, a request may just be on its way, and the reader is told of a bad gateway.
   */
  readonly next: number;
  /** Between two looks at how long requests have been coming. */
  readonly look: number;
}

const PATIENCE: Patience = {
  head: 20_000,
  request: 60_000,
  silence: 120_000,
  next: 65_000,
  look: 5_000,
};

/**
 * Connections at a time; what is beyond is refused by the system. Browsers open six each, programs
 * and proxies some dozens; a process may hold 1,024 files open on many systems.
 */
const MAX_CONNECTIONS = 900;

/** A server for the application, not yet listening. What is no proper request gets a sentence too. */
export function createHttpServer(app: Express, patience: Patience = PATIENCE): Server {
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: patience.head,
      requestTimeout: patience.request,
      keepAliveTimeout: patience.next,
      connectionsCheckingInterval: patience.look,
    },
    app,
  );
  countArrivals(server);
  server.timeout = patience.silence;
  server.maxConnections = MAX_CONNECTIONS;
  server.on('clientError', (error: ClientError, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else socket.end(bareAnswer(error));
  });
  return server;
}

/**
 * @returns the server, once it listens
 * @throws AppError `cannot_listen` when the port is in use or the address is not to be had
 */
export function listen(server: Server, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new AppError('cannot_listen', explain(error, host, port), { cause: error }));
    });
    server.listen(port, host, () => resolve(server));
  });
}

/** The address to open in a browser. */
export function urlOf(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo;
  const anywhere = address === '0.0.0.0' || address === '::';
  const host = anywhere ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${port}${atBase('/')}`;
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `端口 ${port} 已被占用：也许找文已经在运行。请关掉占用它的程序，或换一个端口，例如 npm start -- --port ${port + 1}。`;
    case 'EACCES':
      return `没有权限使用端口 ${port}。请用 1024 以上的端口，例如 npm start -- --port 3000。`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST（${host}）不是这台机器的地址。本机用 127.0.0.1，让别的机器也能访问用 0.0.0.0。`;
    default:
      return `不能在 ${host}:${port} 上提供服务（${error.code}）。`;
  }
}
