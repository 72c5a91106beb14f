/** A thread that tries one council after another, as it is asked to. */
import { parentPort } from 'node:worker_threads';
import { tryCouncil, type TrialRequest } from './coverage-trial';

if (!parentPort) throw new Error('this program runs in a worker thread');

const port = parentPort;
port.on('message', (request: TrialRequest) => {
  void tryCouncil(request).then(
    (trial) => port.postMessage({ trial }),
    (error: unknown) => port.postMessage({ error: error instanceof Error ? error.message : String(error) }),
  );
});
