import { describe, expect, it } from 'vitest';
import { draftPatches, type FindingCode, usualWanted } from '../../src/doctor/index.ts';

/** What the files are after the patch that mends a finding about the metric `m`. */
function mended(
  code: FindingCode,
  files: Readonly<Record<string, readonly string[]>>,
  evidence: Readonly<Record<string, string>> = {},
): string {
  const { patches } = draftPatches(
    [{ code, severity: 'spoils', about: ['latency'], subject: 'm', evidence }],
    Object.entries(files).map(([path, lines]) => ({ path, text: `${lines.join('\n')}\n` })),
    { wanted: usualWanted, had: [] },
  );
  return patches.map(({ path, after }) => `${path}\n${after}`).join('\n');
}

const imported = "import { Counter } from 'prom-client';";
const made = "const m = new Counter({ name: 'm' });";
const counter = [imported, made];

describe('a patch of a service of Fastify', () => {
  it('waits for the end of Node’s response, since a reply is no emitter', () => {
    const hook = (name: string) => [
      ...counter,
      `app.addHook('${name}', async (request, reply) => {`,
      '  m.inc();',
      '});',
    ];
    expect(mended('no-failure-label', { 'a.js': hook('onRequest') })).toContain(
      "reply.raw.once('finish', () => m.inc({ code: reply.statusCode }));",
    );
    expect(mended('no-failure-label', { 'a.js': hook('onResponse') })).toContain(
      '  m.inc({ code: reply.statusCode });',
    );
  });

  it.each([
    ["const app = require('fastify')({ logger: true });", "const m = require('prom-client');"],
    ['const app: FastifyInstance = fastify()', "import m from 'prom-client'"],
    [
      'const app = Fastify({ on() { x(); } }).withTypeProvider<T>();',
      "import m from 'prom-client'",
    ],
  ])('tells %s of every response', (app, client) => {
    const after = mended('no-denominator', { 'a.ts': [client, app] });
    expect(after).toContain(`${app}\napp.addHook('onRequest', async (request, reply) => {`);
    expect(after).toContain("function timeResponse(response: import('node:http').ServerResponse)");
  });
});

describe('a patch of a service in several files', () => {
  const shared = [imported, `export ${made}`];
  const app = [
    "import express from 'express';",
    "import { m } from './m.js';",
    'const app = express();',
    'app.use((req, res, next) => { m.inc(); next(); });',
  ];

  it('measures where requests come in when a metric is used where it is not made', () => {
    const use = 'app.use((req, res, next) => { m.inc(); });';
    const after = mended('no-failure-label', { 'app.js': app, 'm.js': [...shared, use] });
    expect(after).toMatch(/^app\.js\n/);
    expect(after).toContain("import { Histogram } from 'prom-client';\n\nconst responses =");
    expect(after).not.toContain('m.inc({');
    const label = { label: 'path' };
    expect(mended('exploding-label', { 'app.js': app, 'm.js': shared }, label)).toBe('');
  });

  it('shows the new metric in the registry that is shown, or leaves it', () => {
    const own = [
      "import { Registry, Counter } from 'prom-client';",
      'const app = express();',
      'const registry = new Registry();',
      'app.get("/metrics", async (_, res) => res.end(await registry.metrics()));',
    ];
    const after = mended('no-denominator', { 'a.js': own });
    expect(after).toContain('registers: [registry],');
    expect(after.indexOf('new Registry')).toBeLessThan(after.indexOf('const responses'));
    const elsewhere = ["import { Registry } from 'prom-client';", 'const r = new Registry();'];
    expect(mended('no-denominator', { 'app.js': app, 'r.js': elsewhere })).toBe('');
  });
});

describe('a patch of typed code', () => {
  it('keeps the type of the labels with the labels', () => {
    const typed = [
      imported,
      "const m = new Counter<'method' | 'path'>({ name: 'm', labelNames: ['method', 'path'] });",
      'app.use((req: Request, res: Response): void => { m.inc({ method, path }); });',
    ];
    expect(mended('no-failure-label', { 'a.ts': typed })).toContain(
      "new Counter<'method' | 'path' | 'code'>(",
    );
    const path = { label: 'path' };
    expect(mended('exploding-label', { 'a.ts': typed }, path)).toContain("new Counter<'method'>(");
  });

  it('names no response where none is at hand', () => {
    const far = [
      ...counter,
      "app.get('/metrics', (req, res) => { res.end(); });",
      'function counted() { m.inc(); }',
    ];
    expect(mended('no-failure-label', { 'a.ts': far })).toBe('');
  });
});

describe('a patch of a GraphQL server', () => {
  it('shows its metrics where the registry’s promise is handed on as it is', () => {
    const after = mended('graphql-behind-200', {
      'a.js': [
        "import { ApolloServer } from '@apollo/server';",
        'const server = new ApolloServer({',
        '  resolvers,',
        '});',
        "app.get('/metrics', async () => { return client.register.metrics(); });",
      ],
    });
    expect(after).toContain(
      'return client.register.metrics().then((text) => operations.text() + text);',
    );
    expect(after).toContain('({\n  plugins: [apolloSli({ sinks: [operations] })],\n  resolvers,');
  });
});
