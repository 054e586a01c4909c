/** What is fuzzed: a kind of input and what holds for each of them, with a bound on the time it may take. */

import assert from 'node:assert/strict';
import fc from 'fast-check';

export interface Figures {
  readonly name: string;
  readonly cases: number;
  /** Milliseconds of the slowest case, and what it was. */
  readonly slowest: number;
  readonly slowestCase: string;
}

export interface Target {
  readonly name: string;
  /** Cases of a round at length; a short run takes a part of them. */
  readonly cases: number;
  /** Fails with the shortest case found for which something does not hold. */
  run(seed: number, cases: number): Promise<Figures>;
  /** Lets go of what the target has open. */
  close(): Promise<void>;
}

/** Milliseconds. No measure of speed: what is without a bound takes hours. */
const MAX_MS = 2000;

export function createTarget<T>(
  name: string,
  cases: number,
  inputs: fc.Arbitrary<T>,
  check: (input: T) => void | Promise<void>,
  close: () => Promise<void> = async () => {},
): Target {
  return {
    name,
    cases,
    close,
    async run(seed, numRuns) {
      // What is loaded once is loaded by one that nobody measures.
      for (const input of fc.sample(inputs, { seed, numRuns: 1 })) await check(input);
      const natives = nativeNames();
      let [count, slowest, slowestCase] = [0, 0, ''];
      const property = fc.asyncProperty(inputs, async (input) => {
        const began = performance.now();
        await check(input);
        const ms = performance.now() - began;
        count++;
        if (ms > slowest) [slowest, slowestCase] = [ms, fc.stringify(input).slice(0, 200)];
        assert.ok(ms <= MAX_MS, `took ${Math.round(ms)} ms`);
        assert.equal(nativeNames(), natives, 'something was added to a prototype');
      });
      await fc.assert(property, { seed, numRuns });
      return { name, cases: count, slowest, slowestCase };
    },
  };
}

/** What all objects have: an input that gets through to a prototype would add to it. */
function nativeNames(): string {
  return [Object.prototype, Array.prototype, String.prototype, Function.prototype]
    .flatMap((prototype) => Reflect.ownKeys(prototype))
    .map(String)
    .join();
}
