/** Puts the clock of this process forward or back for the time of a test; what counts from it goes on. */

/** @param milliseconds by which it is ahead of the real one; negative: behind */
export async function withClock<T>(milliseconds: number, use: () => Promise<T>): Promise<T> {
  const real = Date.now;
  Date.now = () => real() + milliseconds;
  try {
    return await use();
  } finally {
    Date.now = real;
  }
}
