import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const modules = join(root, 'node_modules');

const consumer = `
import { createServer } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createSchema, createYoga } from 'graphql-yoga';
import { apolloSli } from '@sekisho/graphql-sli/apollo';
import { logLinesSink, prometheusSink, pushSink, yogaSli, type Sink } from '@sekisho/graphql-sli/yoga';

const schema = createSchema({
  typeDefs: 'type Query { ok: String! fail: String }',
  resolvers: { Query: { ok: () => 'fine', fail: () => { throw new Error('no'); } } },
});
const metrics = prometheusSink();
const lines: string[] = [];
const push = pushSink({ url: 'http://127.0.0.1:9/', token: 't', service: 's' });
const own: Sink = { record: ({ verdict }) => void lines.push(verdict.class) };
const sinks = [metrics, logLinesSink({ write: (line) => void lines.push(line) }), push, own];
const yoga = createYoga({ schema, logging: false, plugins: [yogaSli({ sinks })] });
const http = createServer((request, response) => void yoga(request, response));
await new Promise<void>((up) => http.listen(0, '127.0.0.1', up));
const address = http.address();
const apollo = new ApolloServer({ schema, plugins: [apolloSli({ sinks, isTrusted: () => false })], stopOnTerminationSignals: false });
const { url } = await startStandaloneServer(apollo, { listen: { port: 0, host: '127.0.0.1' } });
const port = typeof address === 'object' && address !== null ? address.port : 0;
for (const server of [\`http://127.0.0.1:\${port}/graphql\`, url]) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(server, { method: 'POST', headers, body: '{"query":"{ ok fail }"}' });
  await answer.text();
}
while (lines.length < 4) await new Promise((turn) => setImmediate(turn));
console.log(metrics.text());
process.exit();
`;

describe('what is published', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sekisho-published-'));
  const installed = join(folder, 'node_modules', '@sekisho', 'graphql-sli');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(() => {
    const dist = join(folder, 'dist');
    const build = fileURLToPath(
      new URL('../../../scripts/publish/graphql-sli.ts', import.meta.url),
    );
    execFileSync(process.execPath, [build, dist], { stdio: 'pipe' });
    const packed = execFileSync('npm', ['pack', '--silent', '--ignore-scripts'], {
      cwd: dist,
      encoding: 'utf8',
    });
    mkdirSync(installed, { recursive: true });
    const tarball = join(dist, packed.trim().split('\n').at(-1) ?? '');
    execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
    for (const name of ['graphql', 'graphql-yoga', '@apollo', '@types', 'typescript']) {
      symlinkSync(join(modules, name), join(folder, 'node_modules', name));
    }
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    writeFileSync(join(folder, 'consumer.ts'), consumer);
  }, 60_000);

  it('depends on nothing but its peers', () => {
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<
      string,
      object
    >;
    expect(manifest['dependencies']).toBeUndefined();
    expect(Object.keys(manifest['peerDependencies'] ?? {})).toEqual([
      '@apollo/server',
      'graphql',
      'graphql-yoga',
    ]);
    const code = ['apollo.js', 'yoga.js', 'shared.js']
      .map((file) => readFileSync(join(installed, file), 'utf8'))
      .join('\n');
    const imported = [...code.matchAll(/^import .* from "(.*)";$/gm)].map(([, from]) => from);
    expect(new Set(imported)).toEqual(new Set(['./shared.js', 'node:crypto']));
    expect(existsSync(join(installed, 'README.md'))).toBe(true);
    expect(existsSync(join(installed, 'LICENSE'))).toBe(true);
  });

  it('counts a request to each server when it is installed beside them', () => {
    const out = execFileSync(process.execPath, ['consumer.ts'], { cwd: folder, encoding: 'utf8' });
    expect(out).toContain(
      'graphql_sli_events_total{graphql_operation_type="query",graphql_operation_name="unnamed",verdict="bad"} 2',
    );
  }, 60_000);

  it('has types that its users can compile against, strictly', () => {
    const args = [
      '--ignoreConfig',
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      'false',
      '--exactOptionalPropertyTypes',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      'node',
      'consumer.ts',
    ];
    const check = () =>
      execFileSync(join(modules, '.bin', 'tsc'), args, {
        cwd: folder,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    let complaints = '';
    try {
      check();
    } catch (error) {
      complaints = (error as { stdout: string }).stdout;
    }
    // Types of the servers themselves are not ours to mend.
    expect(complaints.split('\n').filter((line) => /graphql-sli|consumer/.test(line))).toEqual([]);
  }, 60_000);
});
