import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  draftPatches,
  type Finding,
  type FindingCode,
  unifiedDiff,
  usualWanted,
} from '../../src/doctor/index.ts';

/** The file after the patch that mends a finding; null when none is drafted. */
function mended(
  text: string,
  code: FindingCode,
  { subject = 'm', evidence = {} }: Partial<Finding> = {},
): string | null {
  const finding: Finding = { code, severity: 'spoils', about: ['latency'], subject, evidence };
  const { patches } = draftPatches([finding], [{ path: 'file', text }], {
    wanted: usualWanted,
    had: [],
  });
  return patches[0]?.after ?? null;
}

const code = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

describe('a patch of prom-client', () => {
  it('makes a histogram of a summary, however its class is reached', () => {
    const member = code(
      "const client = require('prom-client');",
      "const m = new client.Summary({ name: 'm', help: 'h' });",
    );
    expect(mended(member, 'summary')).toContain(
      "new client.Histogram({ name: 'm', help: 'h', buckets: [0.005,",
    );
    const required = code(
      "const { Summary } = require('prom-client');",
      'const m = new Summary({',
      "  name: 'm',",
      '  percentiles: [0.5],',
      '});',
    );
    const after = mended(required, 'summary');
    expect(after).toContain("const { Summary, Histogram } = require('prom-client');");
    expect(after).not.toContain('percentiles');
    const typed = code(
      "import { Histogram, Summary } from 'prom-client';",
      "const m = new Summary<'code'>({ name: 'm', help: 'h', ageBuckets: 5 });",
    );
    expect(mended(typed, 'summary')).toContain(
      "new Histogram<'code'>({ name: 'm', help: 'h', buckets: [",
    );
  });

  it('puts the bucket that the SLI needs in its place, in the unit of the metric', () => {
    const seconds = code(
      "import { Histogram } from 'prom-client';",
      "const m = new Histogram({ name: 'm', buckets: [0.1, 0.5, 1] });",
    );
    const evidence = { slow: 0.3, slowSeconds: 0.3 };
    expect(mended(seconds, 'no-bucket', { evidence })).toContain('buckets: [0.1, 0.3, 0.5, 1]');
    const usual = code(
      "import { Histogram } from 'prom-client';",
      "const m = new Histogram({ name: 'm', help: 'h' });",
    );
    const inMs = { slow: 300, slowSeconds: 0.3 };
    expect(mended(usual, 'no-bucket', { evidence: inMs })).toContain(
      "help: 'h', buckets: [5, 10, 25, 50, 100, 250, 300, 500,",
    );
  });

  it('counts when the response is finished, and leaves alone what does so already', () => {
    const before = (call: string) =>
      code(
        "import { Counter } from 'prom-client';",
        "const m = new Counter({ name: 'm', help: 'h' });",
        'app.use((request, reply, next) => {',
        `  ${call}`,
        '  next();',
        '});',
      );
    expect(mended(before('m.inc();'), 'no-failure-label')).toContain(
      "reply.once('finish', () => m.inc({ code: reply.statusCode }));",
    );
    const finished = mended(
      before("reply.on('finish', () => m.inc({ method: request.method }));"),
      'no-failure-label',
    );
    expect(finished).toContain(
      "reply.on('finish', () => m.inc({ method: request.method, code: reply.statusCode }));",
    );
    expect(finished).toContain("labelNames: ['code']");
  });

  it('takes a label out of the metric and of every call', () => {
    const before = code(
      "import { Counter } from 'prom-client';",
      "const m = new Counter({ name: 'm', labelNames: ['path', 'code'] });",
      'm.inc({ path, code: 200 });',
      'm.inc({ code: 500, path: req.url });',
    );
    const after = mended(before, 'exploding-label', { evidence: { label: 'path' } });
    expect(after).toContain("labelNames: ['code']");
    expect(after).toContain('m.inc({ code: 200 });\nm.inc({ code: 500 });');
  });

  it('makes a counter of a gauge only where it never falls', () => {
    const before = (call: string) =>
      code(
        "import { Gauge } from 'prom-client';",
        "const m = new Gauge({ name: 'm', help: 'h' });",
        call,
      );
    expect(mended(before('m.inc();'), 'gauge-as-counter')).toContain('new Counter({');
    expect(mended(before('m.inc(); m.dec();'), 'gauge-as-counter')).toBeNull();
  });

  it('is not drafted where it could not be right', () => {
    const twice = code(
      "import { Summary } from 'prom-client';",
      "const a = new Summary({ name: 'm' });",
      "const b = new Summary({ name: 'm' });",
    );
    expect(mended(twice, 'summary')).toBeNull();
    const quoted = code(
      "import { Summary } from 'prom-client';",
      "// new Summary({ name: 'm' })",
      'const s = "new Summary({ name: \'m\' })";',
    );
    expect(mended(quoted, 'summary')).toBeNull();
    const computed = code(
      "import { Histogram } from 'prom-client';",
      "const m = new Histogram({ name: 'm', buckets: bounds });",
    );
    expect(mended(computed, 'no-bucket', { evidence: { slow: 0.3, slowSeconds: 0.3 } })).toBeNull();
    const timed = code(
      "import { Histogram } from 'prom-client';",
      "const m = new Histogram({ name: 'm', labelNames: ['path'] });",
      'const end = m.startTimer();',
      'end({ path });',
    );
    expect(mended(timed, 'exploding-label', { evidence: { label: 'path' } })).toBeNull();
  });

  it.each([
    ['express', 'const app = express();', 'app.use((request, response, next) => {'],
    [
      'fastify',
      'const app = fastify({ logger: true });',
      "app.addHook('onRequest', async (request, reply) => {",
    ],
    [
      'node:http',
      'createServer(function (req, res) {',
      "if (req.url !== '/metrics') timeResponse(res);",
    ],
  ])('measures every response of %s where the metric itself cannot be mended', (_, line, hook) => {
    const before = code(
      "import { Counter, register } from 'prom-client';",
      '',
      line,
      '  // …',
      '});',
    );
    const after = mended(before, 'no-denominator');
    expect(after).toContain("import { Counter, register, Histogram } from 'prom-client';");
    expect(after).toContain(hook);
  });
});

describe('a patch of GraphQL servers', () => {
  it('puts the plug-in before the others, and shows its metrics beside those of prom-client', () => {
    const before = code(
      "import { ApolloServer } from '@apollo/server';",
      'const server = new ApolloServer({ schema, plugins: [drain()] });',
      "app.get('/metrics', async (_, res) => res.end(await client.register.metrics()));",
    );
    const after = mended(before, 'graphql-behind-200');
    expect(after).toContain(
      "import { apolloSli, prometheusSink } from '@sekisho/graphql-sli/apollo';",
    );
    expect(after).toContain('plugins: [apolloSli({ sinks: [operations] }), drain()]');
    expect(after).toContain('res.end(operations.text() + (await client.register.metrics()))');
  });

  it('writes lines where no metrics are shown, and leaves a server that has the plug-in', () => {
    const before = code(
      "import { createYoga } from 'graphql-yoga';",
      'export const yoga = createYoga({ schema });',
    );
    const after = mended(before, 'graphql-behind-200') ?? '';
    expect(after).toContain('logLinesSink({ write: (line) => process.stdout.write(line) })');
    expect(after).toContain('createYoga({ plugins: [yogaSli({ sinks: [operations] })], schema })');
    expect(mended(after, 'graphql-behind-200')).toBeNull();
  });
});

describe('a patch of nginx', () => {
  it('adds the time in the way of each format that is used', () => {
    const before = code(
      'log_format j escape=json \'{"status":"$status"\'',
      "  '}';",
      "log_format l 'time:$time_iso8601\\tstatus:$status';",
      "log_format unused '$status';",
      '# access_log /old.log unused;',
      'access_log /a.log j;',
      'access_log /b.log l buffer=32k;',
      'access_log off;',
    );
    const after = mended(before, 'logs-without-latency');
    expect(after).toContain(`',"request_time":$request_time}';`);
    expect(after).toContain("status:$status\\treqtime:$request_time';");
    expect(after).toContain("log_format unused '$status';");
  });

  it('gives a format of its own to logs that use the built-in one', () => {
    const after = mended(
      code('http {', '  server { access_log /a.log; }', '}'),
      'logs-without-latency',
    );
    expect(after).toContain("http {\n    log_format timed '$remote_addr");
    expect(after).toContain('access_log /a.log timed;');
  });

  it('lets every request be logged, and says nothing where all is well', () => {
    const before = code('access_log /a.log main if=$failed;');
    expect(mended(before, 'only-failures-logged')).toBe('access_log /a.log main;\n');
    const timed = code("log_format main '$status $request_time';", 'access_log /a.log main;');
    expect(mended(timed, 'logs-without-latency')).toBeNull();
  });
});

describe('a unified diff', () => {
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);
  const changed = (change: (all: string[]) => void) => {
    const all = [...lines];
    change(all);
    return all.join('\n');
  };

  it.each([
    ['in the middle', changed((all) => all.splice(15, 1, 'new'))],
    ['at both ends', changed((all) => all.splice(29, 1, 'z')).replace('line 0', 'a')],
    [
      'far apart',
      changed((all) => {
        all.splice(25, 0, 'x', '', '}');
        all.splice(3, 2);
      }),
    ],
    ['without a last newline', `${lines.join('\n')}\nmore`],
    ['of repeated lines', changed((all) => all.splice(10, 0, 'line 9', 'line 10', '', 'line 9'))],
    ['of everything', 'nothing\nof\nit\n'],
  ])('is taken by git apply: a change %s', (_, after) => {
    const folder = mkdtempSync(join(tmpdir(), 'sekisho-diff-'));
    const before = `${lines.join('\n')}\n`;
    writeFileSync(join(folder, 'file'), before);
    const input = unifiedDiff({ path: 'file', before, after });
    const { stderr } = spawnSync('git', ['apply', '-'], { cwd: folder, input, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe(after);
  });
});
