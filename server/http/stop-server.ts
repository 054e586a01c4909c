/** Stops a server so that nobody's answer is cut short, and nobody's idle connection holds it up. */

import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { createDoor } from './arrivals.ts';

/**
 * @returns stops the server: nothing new is accepted but what had come before, answers under way are finished, each on its
 *   last connection; after `graceMs` milliseconds what is left is cut off. Resolves when no
 *   connection is left.
 */
export function createStop(server: Server): (graceMs: number) => Promise<void> {
  // Kept here: to Node a connection that never asked for anything, as browsers open them in
  // advance, counts as busy.
  const connections = new Map<Socket, ServerResponse | null>();
  let isStopping = false;

  server.on('connection', (socket) => {
    connections.set(socket, null);
    socket.once('close', () => connections.delete(socket));
  });
  server.prependListener('request', ({ socket }, response) => {
    connections.set(socket, response);
    if (isStopping) response.setHeader('Connection', 'close');
    response.once('close', () => {
      if (connections.get(socket) === response) connections.set(socket, null);
      if (isStopping) socket.end();
    });
  });

  return async (graceMs) => {
    isStopping = true;
    for (const response of connections.values()) {
      if (response?.headersSent === false) response.setHeader('Connection', 'close');
    }
    // To close the door on those who stand at it would be to cut them off.
    const isSomebodyAtDoor = createDoor();
    do await new Promise(setImmediate);
    while (isSomebodyAtDoor());
    await new Promise<void>((resolve) => {
      const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
      server.close(() => {
        clearTimeout(cutOff);
        resolve();
      });
      for (const [socket, response] of connections) if (response === null) socket.destroy();
    });
  };
}
