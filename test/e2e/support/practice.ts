import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../support/free-port.ts';

/** The root of the tree. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

const mainFile = join(root, 'apps', 'server', 'src', 'main.ts');

/** A running practice: the whole product, as `npm start` runs it. */
export interface Practice {
  /** Where the console and the API are, without a slash at the end. */
  readonly origin: string;
  /** The address that was printed, with its secret. */
  readonly address: string;
  readonly secret: string;
  readonly awsUrl: string;
  /** Variables with which another process finds this practice and no other. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * Starts practice on free ports with data of its own and waits for the line that it prints. On
 * other ports once more when it ended instead: another program may have taken one of them first.
 * Errors: what it wrote, when it ended again.
 */
export async function startPractice(prepare: Prepare = async () => undefined): Promise<Practice> {
  return startOnFreePorts(prepare).catch((error: unknown) => {
    console.error(`Trying once more: ${String(error)}`);
    return startOnFreePorts(prepare);
  });
}

/** What is done with the empty data directory before practice begins. */
type Prepare = (dataDirectory: string) => Promise<void>;

async function startOnFreePorts(prepare: Prepare): Promise<Practice> {
  const folder = await mkdtemp(join(tmpdir(), 'sekisho-e2e-'));
  await prepare(join(folder, 'data'));
  const [port, awsPort, slackPort] = [await freePort(), await freePort(), await freePort()];
  const env = {
    SEKISHO_DATA: join(folder, 'data'),
    SEKISHO_PORT: String(port),
    // Thirty days take a minute to be written and counted.
    SEKISHO_PRACTICE_DAYS: '2',
    SEKISHO_PRACTICE_AWS_PORT: String(awsPort),
    SEKISHO_PRACTICE_SLACK_PORT: String(slackPort),
    XDG_STATE_HOME: join(folder, 'state'),
  };
  const child = spawn(process.execPath, [mainFile, 'practice'], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stderr.pipe(process.stderr);
  const forget = () => rm(folder, { recursive: true, force: true });
  const address = await printedAddress(child).catch(async (error: unknown) => {
    await forget();
    throw error;
  });
  const url = new URL(address);
  return {
    origin: url.origin,
    address,
    secret: new URLSearchParams(url.hash.slice(1)).get('secret') ?? '',
    awsUrl: `http://127.0.0.1:${awsPort}`,
    env,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await forget();
    },
  };
}

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /(http:\S+#secret=\S+)\s/.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      reject(new Error(`Practice ended with ${String(code)}: ${printed}`)),
    );
  });
}
