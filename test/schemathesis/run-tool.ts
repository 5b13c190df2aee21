import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One run of the tool: as whom it calls, what, and how hard it tries. */
export interface Pass {
  /** A word for its files. */
  readonly name: string;
  readonly origin: string;
  /** Headers of every call; they go by a file of ours alone, as they hold secrets. */
  readonly headers: Readonly<Record<string, string>>;
  readonly document: object;
  readonly phases: readonly string[];
  readonly examples: number;
  readonly checks: readonly string[];
  /** Which operations, in the tool's own flags; all of them when empty. */
  readonly choice: readonly string[];
}

/** A call that was made, and what was answered. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** How a run ended: its exit code, and every call of it. */
export interface Ran {
  readonly code: number | null;
  readonly exchanges: readonly Exchange[];
}

/** Whether the tool can be run here. */
export async function hasTool(): Promise<boolean> {
  const child = spawn('schemathesis', ['--version'], { stdio: 'ignore' });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

/**
 * Runs Schemathesis in a folder of ours, on the same cases each time.
 * Source: https://schemathesis.readthedocs.io/en/stable/reference/configuration/
 */
export async function runTool(pass: Pass, folder: string): Promise<Ran> {
  const file = (end: string) => join(folder, `${pass.name}.${end}`);
  await writeFile(file('openapi.json'), JSON.stringify(pass.document));
  await writeFile(file('toml'), configOf(pass), { mode: 0o600 });
  const flags = [
    ...['--config-file', file('toml'), 'run', file('openapi.json'), '--url', pass.origin],
    ...['--phases', pass.phases.join(','), '--max-examples', String(pass.examples)],
    ...['--checks', pass.checks.join(','), '--generation-deterministic', '--no-shrink'],
    ...['--generation-with-security-parameters', 'false', '--continue-on-failure'],
    ...['--request-timeout', '20', '--warnings', 'off', '--no-color'],
    ...['--report', 'har', '--report-har-path', file('har'), ...pass.choice],
  ];
  const child = spawn('schemathesis', flags, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0 || pass.checks.length > 1) console.log(said.slice(-12_000));
  return { code, exchanges: await exchangesIn(file('har')) };
}

/** 503 is what the document promises while AWS or the database is away, or a part is not set up. */
function configOf({ headers }: Pass): string {
  const lines = Object.entries(headers).map(([name, value]) => `"${name}" = "${value}"`);
  return `[headers]\n${lines.join('\n')}\n[checks.not_a_server_error]\nexpected-statuses = ["2xx", "3xx", "4xx", 503]\n`;
}

interface Har {
  readonly log: {
    readonly entries: readonly {
      readonly request: { readonly method: string; readonly url: string };
      readonly response: { readonly status: number };
    }[];
  };
}

async function exchangesIn(file: string): Promise<Exchange[]> {
  const { log } = JSON.parse(await readFile(file, 'utf8')) as Har;
  return log.entries.map(({ request, response }) => ({
    method: request.method,
    path: new URL(request.url).pathname,
    status: response.status,
  }));
}
