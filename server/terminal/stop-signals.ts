/** Listens for the signals that ask a server to stop. */

const SIGNALS = { SIGINT: 2, SIGTERM: 15 } as const;

/** Milliseconds: npm passes Ctrl-C on to a process that has it from the terminal already. */
const SAME_SIGNAL = 500;

/**
 * The first SIGINT or SIGTERM calls `stop`; another one, from somebody who does not want to wait,
 * ends the process at once, with the exit code that shells give for the signal.
 */
export function onStopSignal(stop: () => void): void {
  let askedAt: number | null = null;
  for (const [signal, number] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      const now = performance.now();
      if (askedAt === null) {
        askedAt = now;
        stop();
      } else if (now - askedAt > SAME_SIGNAL) {
        process.exit(128 + number);
      }
    });
  }
}
