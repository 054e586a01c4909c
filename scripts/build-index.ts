/** `npm run index`: builds the index of the corpus anew and prints a summary. */

import { readConfig } from '../server/config.ts';
import { describeBuild } from '../server/terminal/describe.ts';
import { openConfiguredIndex } from '../server/terminal/open-configured-index.ts';
import { run } from './run.ts';

await run(async () => {
  const { build } = await openConfiguredIndex(readConfig(process.env), { rebuild: true });
  if (build) process.stdout.write(`${describeBuild(build)}\n`);
  if (build?.saveError) process.exitCode = 1;
});
