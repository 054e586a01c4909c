/** Knows whether somebody is still at the door: connections that the system has made and this process has not taken. */

import type { Server } from 'node:http';

/** Connections taken since the process began, of all its servers. */
let arrivals = 0;

export function countArrivals(server: Server): void {
  server.on('connection', () => {
    arrivals++;
  });
}

/** In a row: more than find room at a time, so that it is only for those who come and go. */
const MAX_PASSES = 1_024;

/**
 * Node takes one connection in a pass of the event loop. Whoever works in every pass lets them pile
 * up in the system's own queue, where nobody can count them, tell them anything or answer those that
 * are quickly answered.
 *
 * @returns whether to let another pass go by, to be asked in each: until nobody has come since the
 *   one before, or so many have come that it is for those inside to have their turn
 */
export function createDoor(): () => boolean {
  let known = arrivals;
  let passes = 0;
  return () => {
    const hasCome = arrivals !== known;
    known = arrivals;
    passes = hasCome && passes < MAX_PASSES ? passes + 1 : 0;
    return passes > 0;
  };
}
