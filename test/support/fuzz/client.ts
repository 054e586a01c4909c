/** Talks HTTP byte by byte, for what no library would send. */

import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  /** By names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  /** As sent; of one in chunks with the lengths among the text. */
  readonly body: string;
}

/** Milliseconds after which a server that waits for more is told that there is none. */
const PATIENCE = 30;

/**
 * All that a server says to these bytes until it hangs up.
 *
 * @param bytes in pieces, each sent by itself
 * @param isAll whether the server is told that nothing more will come, once it begins to answer or
 *   does not: Node hangs up on whoever says so and is not answered yet. Else the bytes have to ask
 *   for the end of the connection.
 */
export function send(port: number, bytes: readonly Uint8Array[], isAll = false): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const done = (): void => {
      clearTimeout(silence);
      resolve(Buffer.concat(chunks).toString('latin1'));
    };
    socket.setTimeout(5000, () => {
      socket.destroy();
      reject(new Error('no answer, and the connection stays open'));
    });
    const end = (): void => void socket.end();
    const silence = isAll ? setTimeout(end, PATIENCE) : undefined;
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      clearTimeout(silence);
      if (isAll) setImmediate(end);
    });
    socket.on('end', end);
    socket.on('close', done);
    // Told to go away before all was said.
    socket.on('error', done);
    socket.on('connect', () => {
      for (const piece of bytes) socket.write(piece);
    });
  });
}

/** The first answer of what a server said; null where it said nothing. */
export function readAnswer(said: string): RawAnswer | null {
  const status = /^HTTP\/1\.1 (\d{3}) /u.exec(said);
  if (!status) return null;
  const end = said.indexOf('\r\n\r\n');
  const lines = said.slice(0, end).split('\r\n').slice(1);
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  const body = Buffer.from(said.slice(end + 4), 'latin1').toString();
  return { status: Number(status[1]), headers: new Map(headers), body };
}
