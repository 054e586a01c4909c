/** Remembers what was found of the words that are nearly everywhere: most queries have the same few. */

import type { ScanResult } from './scan-text.ts';

/** What was asked for last stays. A result is shared by all who ask, so nobody may change one. */
export class ScanCache {
  readonly #results = new Map<string, ScanResult>();
  readonly #room: number;
  #bytes = 0;

  /** @param room bytes of all results together */
  constructor(room: number) {
    this.#room = room;
  }

  get(key: string): ScanResult | undefined {
    const result = this.#results.get(key);
    if (result) {
      this.#results.delete(key);
      this.#results.set(key, result);
    }
    return result;
  }

  set(key: string, result: ScanResult): void {
    this.#results.set(key, result);
    this.#bytes += sizeOf(result);
    for (const [oldest, known] of this.#results) {
      if (this.#bytes <= this.#room) break;
      this.#results.delete(oldest);
      this.#bytes -= sizeOf(known);
    }
  }
}

function sizeOf({ docs, whole, inside, places }: ScanResult): number {
  return docs.byteLength + whole.byteLength + inside.byteLength + (places?.byteLength ?? 0);
}
