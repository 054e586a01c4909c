/** The process in which one piece of the work runs: reads its order, says what came of it, and ends. */

import { type Order, perform } from './jobs.ts';

const order = JSON.parse(process.argv[2]!) as Order;
const result = await perform(order);
process.send!({ result }, () => process.exit(0));
