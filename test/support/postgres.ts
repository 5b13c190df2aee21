import type { ChildProcess } from 'node:child_process';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';
import { findPostgres } from './postgres-binaries.ts';

const run = promisify(execFile);

/** A private PostgreSQL server on 127.0.0.1, gone when the process that started it is. */
export interface Postgres {
  /** Connection string of an empty database, `postgres://sekisho@127.0.0.1:PORT/postgres`. */
  readonly url: string;
  /** Makes a database, empty or as a copy of another one, and answers with its connection string. */
  createDatabase(name: string, template?: string): Promise<string>;
  /** Restarts the server on the same port and data; `crash` cuts every connection without a clean shutdown. */
  restart(how?: 'clean' | 'crash'): Promise<void>;
  /** Stops the server and removes its data; stopping twice is no error. */
  stop(): Promise<void>;
}

interface Server {
  readonly bin: string;
  readonly data: string;
  readonly port: number;
  readonly user: { readonly uid?: number; readonly gid?: number };
  readonly durable: boolean;
}

export interface PostgresOptions {
  /** Keep PostgreSQL's own settings, so that a commit is on disk when it answers: for benchmarks. */
  readonly durable?: boolean;
}

/**
 * Starts a private PostgreSQL from the machine's binaries, with durability off unless asked for: for tests only.
 *
 * Errors: when PostgreSQL is not installed, or does not start within a minute, with its own words.
 */
export async function startPostgres({ durable = false }: PostgresOptions = {}): Promise<Postgres> {
  const bin = findPostgres();
  const user = postgresUser();
  const folder = await mkdtemp(join(tmpdir(), 'sekisho-postgres-'));
  if (user.uid !== undefined) await chown(folder, user.uid, user.gid ?? user.uid);
  const data = join(folder, 'data');
  const init = ['--pgdata', data, '--no-sync', '--auth=trust', '--username=sekisho'];
  try {
    await run(join(bin, 'initdb'), [...init, '--encoding=UTF8', '--locale=C'], {
      ...user,
      cwd: '/',
    });
    return await serve(folder, { bin, data, user, durable });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function serve(folder: string, options: Omit<Server, 'port'>): Promise<Postgres> {
  const server: Server = { ...options, port: await freePort() };
  let child = await launch(server);
  const address = `postgres://sekisho@127.0.0.1:${server.port}`;
  const end = async (how: 'INT' | 'QUIT'): Promise<void> => {
    if (child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.stdin?.end(`${how}\n`);
    await ended;
  };
  return {
    url: `${address}/postgres`,
    async createDatabase(name, template = 'template0') {
      const connection = ['--host=127.0.0.1', `--port=${server.port}`, '--username=sekisho'];
      await run(join(server.bin, 'createdb'), [...connection, `--template=${template}`, name]);
      return `${address}/${name}`;
    },
    async restart(how = 'clean') {
      await end(how === 'clean' ? 'INT' : 'QUIT');
      child = await launch(server);
    },
    async stop() {
      await end('QUIT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

// The shell holds the server's life to ours: its standard input closes when this process dies, however it dies.
const guard = `
folder=$1; shift
exec 3<&0
"$@" </dev/null 3<&- & server=$!
( read -r how <&3; trap '' TERM; kill -s "\${how:-QUIT}" "$server"; [ -n "$how" ] || exit 9 ) & reader=$!
wait "$server"; code=$?
kill "$reader" 2>/dev/null
wait "$reader"; [ "$?" -ne 9 ] || rm -rf "$folder"
exit "$code"`;

const common = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'timezone=UTC',
];
const forgetful = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'shared_buffers=64MB',
];

async function launch(server: Server): Promise<ChildProcess> {
  const settings = [...common, ...(server.durable ? [] : forgetful)].flatMap((setting) => [
    '-c',
    setting,
  ]);
  const command = [join(server.bin, 'postgres'), '-D', server.data, '-p', String(server.port)];
  const child = spawn('sh', ['-c', guard, 'sh', join(server.data, '..'), ...command, ...settings], {
    ...server.user,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'pipe'],
    // Its own group: Ctrl-C in a terminal must reach the tests first, which then stop the server.
    detached: true,
  });
  // A server that has ended by itself no longer reads.
  child.stdin?.on('error', () => undefined);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  });
  await untilReady(server, child, () => said);
  return child;
}

async function untilReady(server: Server, child: ChildProcess, said: () => string): Promise<void> {
  const probe = ['--host=127.0.0.1', `--port=${server.port}`, '--username=sekisho', '--quiet'];
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${said()}`);
    const ready = await run(join(server.bin, 'pg_isready'), probe).then(
      () => true,
      () => false,
    );
    if (ready) return;
    await sleep(100);
  }
  child.stdin?.end('QUIT\n');
  throw new Error(`PostgreSQL was not ready within a minute:\n${said()}`);
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function postgresUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
