import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleLease } from '../../../test/support/sample-lease.ts';
import { type FakeServer, startFakeServer } from './fake-server.ts';
import { accessLease } from './lending.ts';
import { practiceAt, runCli } from './run-cli.ts';

const day = 24 * 3600 * 1000;
const fortyDaysAgo = new Date(Date.now() - 40.5 * day).toISOString();

const reason =
  'No policy lets you have this in production, whatever the hour, the ticket or the reason that you give.';
const possible = {
  ...{ account: '111122223333', accountName: 'production', environment: null, production: true },
  ...{ has: null, lease: null, maximumSeconds: 3600, mayBreakGlass: false, rule: 'any' },
};
const approval = { count: 1, from: ['group:sre'], people: ['sato', 'suzuki'] };

const shown = {
  'ops-old': sampleLease({ imageOld: true, imageCreatedAt: fortyDaysAgo }),
  'ops-unknown': sampleLease({ imageOld: true }),
  'ops-over': sampleLease({ imageOld: true, imageCreatedAt: fortyDaysAgo, state: 'ended' }),
  'ops-fresh': sampleLease({ imageCreatedAt: fortyDaysAgo }),
};

let server: FakeServer;
let env: Record<string, string>;
beforeAll(async () => {
  const verdict = { ok: true, entries: 12, head: '12', broken: null, anchorKey: null };
  server = await startFakeServer({
    'ops.show': ({ id }) => shown[id as keyof typeof shown],
    'ops.quote': ({ environment }) =>
      ({
        ...{ environment, production: false, durationSeconds: 1800, maximumSeconds: 3600 },
        ...{ sizes: [], instanceType: 't3.micro', costPerHour: 0.01, costTotal: 0.005 },
        ...{ approval: { count: 0, from: [], people: [] }, mayBreakGlass: false },
        budgets:
          environment === 'staging'
            ? [{ rule: 'calm', budget: 'checkout', left: 0.12, asked: 0.25 }]
            : [],
        ...{ imageAgeDays: 40, imageOld: environment === 'staging', refusal: null },
        imageProvenance: null,
      }) as never,
    'access.show': ({ id }) => accessLease({ id, state: 'active', sessionSeconds: 8 * 3600 }),
    'access.could': () => [
      ...['ReadOnly', 'Support'].map((permissionSet) => ({
        ...{ ...possible, permissionSet, approval, refusal: null },
        verdict: 'with-approval' as const,
      })),
      {
        ...{ ...possible, permissionSet: 'Admin', verdict: 'refused', rule: null },
        ...{
          approval: { ...approval, count: 0 },
          refusal: { code: 'policy-refused', message: reason, fix: 'Ask an SRE.' },
        },
      } as never,
    ],
    'timeline.verify': ({ anchors = [] }) =>
      ({ ...verdict, anchorsChecked: anchors.length }) as never,
  });
  env = { SEKISHO_DATA: practiceAt(server.url) };
});
afterAll(() => server.close());

const print = async (...args: readonly string[]) => (await runCli(args, { env })).stdout;

it('warns of an old machine image where text is printed, as the card of a terminal does', async () => {
  const old = 'The machine image is 40 days old.\n';
  expect(await print('ops', 'show', 'ops-old')).toContain(old);
  expect(await print('ops', 'quote', 'staging')).toContain(old);
  const unknown = 'Nobody can tell how old the machine image is.\n';
  expect(await print('ops', 'show', 'ops-unknown')).toContain(unknown);
  expect(await print('--lang', 'ja', 'ops', 'show', 'ops-old')).toContain(
    'マシンイメージは作成から 40 日たっています。\n',
  );
});

it('says in a quote which error budget is too small for a rule', async () => {
  expect(await print('ops', 'quote', 'staging')).toContain(
    '12% of the error budget of "checkout" is left, and policy "calm" asks for 25%.\n',
  );
  expect(await print('ops', 'quote', 'sandbox')).not.toContain('error budget');
});

it('does not warn of an image that is fresh, nor once the server is gone', async () => {
  expect(await print('ops', 'show', 'ops-fresh')).not.toContain('machine image');
  expect(await print('ops', 'show', 'ops-over')).not.toContain('machine image');
  expect(await print('ops', 'quote', 'production')).not.toContain('machine image');
});

it('says of a timeline that holds what the console says', async () => {
  expect(await print('timeline', 'verify')).toMatch(/^The chain is intact: 12 entries\.\n/);
  expect(await print('--lang', 'ja', 'timeline', 'verify')).toMatch(
    /^改ざんはありません\(12 件\)。\n/,
  );
});

it('says in full why one could not have access, and who agrees, each once', async () => {
  const { stdout: text, stderr } = await runCli(['access', 'could'], { env });
  expect(stderr).toBe('');
  expect(text).toContain(`production Admin: ${reason} Ask an SRE.\n`);
  expect(text).toContain('production ReadOnly, production Support: agreed to by sato, suzuki\n');
});

it('says of lent access how long sessions that are open may outlive it', async () => {
  expect(await print('access', 'show', 'acc-7k3f9q2m')).toContain('live on for at most 8 h');
});
