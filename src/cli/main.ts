import { runCommand } from './commands';
import { nodeIo } from './io';

process.exitCode = await runCommand(process.argv.slice(2), nodeIo());
