/**
 * The same bytes in every JavaScript engine: a page on this machine simulates in each browser that is found, sends back the
 * fingerprints of its numbers, and they must be those of Node.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArgs, UsageError } from '../src/cli/args';
import { fingerprints, type Fingerprint } from './engines-digest';

const USAGE = `npm run -s engines -- [--browser PATH] [--seconds 120]

  --browser   a browser's program; without it every usual one on the path is tried
              (Debian and Ubuntu: apt-get install firefox-esr chromium)
  --seconds   how long a browser may take

Exit 0 all browsers found give Node's bytes; 1 one does not, or none was found; 3 wrong usage.
`;

const USUAL = ['firefox-esr', 'firefox', 'chromium', 'google-chrome', 'microsoft-edge'];
const EXIT_DIFFERENT = 1;
const EXIT_USAGE = 3;

const page = `<!doctype html><meta charset="utf-8"><title>Fingerprints</title><script type="module">
const send = (body) => fetch('/answer', { method: 'POST', body: JSON.stringify(body) });
try {
  const { fingerprints } = await import('/engines-digest.js');
  await send({ made: await fingerprints() });
} catch (error) { await send({ error: String(error) }); }
</script>`;

interface Answer {
  readonly made?: readonly Fingerprint[];
  readonly error?: string;
}

function versionOf(program: string): string | null {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 ? stdout.trim().split('\n').at(-1)! : null;
}

/** Serves the page and the program it runs, which lies beside this one; `onAnswer` hears what the page sends. */
async function serve(onAnswer: (answer: Answer) => void): Promise<Server> {
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        response.end();
        onAnswer(JSON.parse(body) as Answer);
      });
    } else if (url === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
    } else if (/^\/[\w.-]+\.js$/.test(url)) {
      const file = fileURLToPath(new URL(`.${url}`, import.meta.url));
      response.setHeader('content-type', 'text/javascript; charset=utf-8').end(readFileSync(file));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Opens the page in a browser, in a profile of its own, and waits for its answer. */
async function ask(program: string, seconds: number): Promise<Answer> {
  const profile = mkdtempSync(join(tmpdir(), 'trajectory-engine-'));
  let hear: (answer: Answer) => void = () => {};
  const answered = new Promise<Answer>((resolve) => (hear = resolve));
  const server = await serve(hear);
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  const root = process.getuid?.() === 0;
  const given = /firefox/i.test(basename(program))
    ? ['--headless', '--no-remote', '--profile', profile, url]
    : ['--headless', ...(root ? ['--no-sandbox'] : []), '--no-first-run', `--user-data-dir=${profile}`, url];
  const browser = spawn(program, given, { stdio: 'ignore', detached: true });
  browser.once('error', (error) => hear({ error: error.message }));
  const late = setTimeout(() => hear({ error: `no answer within ${String(seconds)} seconds` }), seconds * 1000);
  try {
    return await answered;
  } finally {
    clearTimeout(late);
    server.close();
    server.closeAllConnections();
    try {
      if (browser.pid !== undefined) process.kill(-browser.pid, 'SIGKILL');
    } catch {
      // It had ended already.
    }
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function prove(chosen: string | undefined, seconds: number): Promise<number> {
  const node = await fingerprints();
  for (const { scenario, plan, sha256 } of node)
    process.stdout.write(`${`${scenario}, ${plan}`.padEnd(44)} ${sha256.slice(0, 16)}\n`);
  process.stdout.write(`Node ${process.version}\n`);
  let same = 0;
  const seen = new Set<string>();
  let different = 0;
  for (const program of chosen === undefined ? USUAL : [chosen]) {
    const version = versionOf(program);
    if (version === null) {
      if (chosen !== undefined) throw new UsageError(`"${chosen}" does not answer --version; it is no browser.`);
      continue;
    }
    // One browser under two names is asked once.
    if (seen.has(version)) continue;
    seen.add(version);
    const { made, error } = await ask(program, seconds);
    const off = node.filter(({ sha256 }, i) => made?.[i]?.sha256 !== sha256).map(({ scenario }) => scenario);
    if (made && off.length === 0) same++;
    else different++;
    const says = error ?? (off.length === 0 ? 'the same bytes' : `other bytes in ${off.join(', ')}`);
    process.stdout.write(`${version}: ${says}\n`);
  }
  if (same + different > 0) return different === 0 ? 0 : EXIT_DIFFERENT;
  process.stdout.write('No browser was found. Debian and Ubuntu: apt-get install firefox-esr chromium\n');
  return EXIT_DIFFERENT;
}

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) {
  process.stdout.write(USAGE);
} else {
  try {
    const given = readArgs(args, {
      browser: { kind: 'text' },
      seconds: { kind: 'whole', min: 5, max: 3600 },
    });
    if (given.operands.length > 0) throw new UsageError(`"${given.operands.join(' ')}" is too much.`);
    process.exitCode = await prove(given.one('browser'), given.whole('seconds', 120));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    process.exitCode = EXIT_USAGE;
  }
}
