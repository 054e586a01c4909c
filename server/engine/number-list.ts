/** A list of unsigned 32-bit numbers that grows, four bytes a number. */

export class NumberList {
  #values = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const grown = new Uint32Array(this.#values.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.#length++] = value;
  }

  /** The numbers so far; not to be kept beyond the next `push`. */
  values(): Uint32Array {
    return this.#values.subarray(0, this.#length);
  }
}
