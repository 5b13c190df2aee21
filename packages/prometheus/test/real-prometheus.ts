import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { encodeWrite, type WrittenSeries } from './remote-write.ts';

/** The programs, or others of their kind to judge by. */
const promtool = process.env['SEKISHO_PROMTOOL'] ?? 'promtool';
const prometheus = process.env['SEKISHO_PROMETHEUS'] ?? 'prometheus';

const present = [prometheus, promtool].every(
  (program) => spawnSync(program, ['--version']).error === undefined,
);

/** Whether there is no Prometheus here; `SEKISHO_REQUIRE_PROMTOOL=1` lets the tests fail instead. */
export const withoutPrometheus = !present && process.env['SEKISHO_REQUIRE_PROMTOOL'] !== '1';

export interface RealPrometheus {
  readonly url: string;
  write(series: readonly WrittenSeries[]): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a Prometheus on loopback that holds the samples of an OpenMetrics text. */
export async function startPrometheus(openMetrics: string): Promise<RealPrometheus> {
  const folder = mkdtempSync(join(tmpdir(), 'sekisho-prometheus-'));
  const data = join(folder, 'data');
  writeFileSync(join(folder, 'samples'), openMetrics);
  writeFileSync(join(folder, 'prometheus.yml'), 'global: {}\n');
  const made = spawnSync(
    promtool,
    ['tsdb', 'create-blocks-from', 'openmetrics', join(folder, 'samples'), data],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`promtool: ${made.error?.message ?? made.stderr}`);
  const server = spawn(
    prometheus,
    [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${data}`,
      '--storage.tsdb.retention.time=100y',
      '--web.listen-address=127.0.0.1:0',
      '--web.enable-remote-write-receiver',
      '--enable-feature=native-histograms',
      '--query.max-samples=20000',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = await announced(server);
  return {
    url,
    write: (series) => write(url, series),
    stop: async () => {
      server.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** Its address, once it is ready; its log is read on, or else its pipe would fill and stop it. */
function announced(server: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  server.once('error', reject);
  server.once('exit', (code) => reject(new Error(`prometheus ended with ${code ?? 'a signal'}`)));
  let address = '';
  createInterface({ input: server.stderr! }).on('line', (line) => {
    address = /"Listening on" address=(\S+)/.exec(line)?.[1] ?? address;
    if (line.includes('Server is ready')) resolve(`http://${address}`);
  });
  return promise;
}

async function write(url: string, series: readonly WrittenSeries[]): Promise<void> {
  const answer = await fetch(`${url}/api/v1/write`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-protobuf',
      'content-encoding': 'snappy',
      'x-prometheus-remote-write-version': '0.1.0',
    },
    body: encodeWrite(series),
  });
  if (!answer.ok) throw new Error(`remote write: ${answer.status} ${await answer.text()}`);
}
