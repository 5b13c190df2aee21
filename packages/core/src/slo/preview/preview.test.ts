import { loadConfig, type SloConfig } from '@sekisho/config';
import type { InputOf } from '@sekisho/contract';
import { minuteOf } from '@sekisho/objectives/minutes';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { practiceSeed as house } from '../../../../../test/support/practice-seed.ts';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { createWorld, type TestWorld, turnableClock } from '../../../../../test/support/world.ts';
import { clearDatabase } from '../../../test/clear-database.ts';
import type { Database } from '../../platform/database/database.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import type { SourceAdapters } from '../ingest/index.ts';
import { contribute, partsOf, seriesOf } from '../minutes/index.ts';
import type { LogFiles } from '../ports.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => clearDatabase(database));

const start = '2026-11-02T12:00:00Z';
const file = 'services/shop.yaml';

const sources = `
apiVersion: openslo/v1
kind: DataSource
metadata: { name: shop-logs }
spec:
  type: log-files
  connectionDetails: { format: alb, paths: [shop/*.log], lateness: 1m }
---
apiVersion: openslo/v1
kind: Service
metadata: { name: shop, annotations: { sekisho.dev/owners: 'group:engineers' } }
spec: {}
`;

const shop = ({ target = '0.99', bad = '5xx', source = 'shop-logs' } = {}) => `
apiVersion: openslo/v1
kind: SLO
metadata: { name: shop-answers }
spec:
  service: shop
  indicator:
    metadata: { name: shop-answers }
    spec:
      ratioMetric:
        rawType: success
        raw: { metricSource: { metricSourceRef: ${source}, spec: { badWhen: { status: ${bad} } } } }
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: ${target} }]
`;

/** A composite of what is pushed at once and of what comes five minutes late. */
const pair = `
apiVersion: openslo/v1
kind: SLO
metadata: { name: pair }
spec:
  service: shop
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives:
${['prompt', 'tardy']
  .map(
    (source) => `    - target: 0.99
      indicator:
        metadata: { name: ${source} }
        spec:
          ratioMetric:
            rawType: success
            raw: { metricSource: { metricSourceRef: ${source}, spec: { badWhen: { status: 5xx } } } }
`,
  )
  .join('')}`;
const pushed = (name: string, lateness: string) => `---
apiVersion: openslo/v1
kind: DataSource
metadata: { name: ${name} }
spec: { type: push, connectionDetails: { lateness: ${lateness} } }
`;

const secret = 'token-of-a-customer';

/** Ten minutes of the load balancer's log: each second one request, every tenth answered by 404. */
function log(): string {
  const first = Date.parse(start) - 20 * 60_000;
  return Array.from({ length: 600 }, (_, at) => {
    const when = new Date(first + at * 1000).toISOString().replace('Z', '000Z');
    const status = at % 10 === 0 ? 404 : 200;
    return `http ${when} app/shop/1 10.0.0.1:1 10.0.0.2:80 0.001 0.020 0.001 ${status} ${status} 100 200 "GET https://shop.example.com:443/cart?${secret} HTTP/1.1" "curl" - -\n`;
  }).join('');
}

interface Scene extends TestWorld {
  /** How often a log was opened. */
  readonly opened: () => number;
  preview(input: InputOf<'slo.preview'>, who?: string): ReturnType<typeof ask>;
}

const ask = (world: TestWorld, who: string, input: InputOf<'slo.preview'>) =>
  world.as(who, 'slo.preview', input);

async function scene(more: readonly { file: string; text: string }[] = []): Promise<Scene> {
  const files = [{ file, text: shop() }, { file: 'services/sources.yaml', text: sources }, ...more];
  let opened = 0;
  const logFiles: LogFiles = {
    list: async () => [{ path: '/logs/shop/a.log', id: '1', size: log().length, named: true }],
    async *read() {
      opened += 1;
      yield Buffer.from(log());
    },
  };
  const adapters = { logFiles: () => logFiles } as Partial<SourceAdapters> as SourceAdapters;
  const config = loadConfig(house, 'sekisho.yaml', files);
  const world = await createWorld({
    ...{ database, config, clock: turnableClock(start), sources: adapters },
    definitions: { config: house, files },
  });
  for (const one of config.slos.flatMap(partsOf)) await give(world, one);
  return {
    ...world,
    opened: () => opened,
    preview: (input, who = 'sre') => ask(world, who, input),
  };
}

/** An hour in which a twentieth of the requests failed, counted already. */
async function give(world: TestWorld, slo: SloConfig): Promise<void> {
  const to = minuteOf(Date.parse(start));
  const span = { from: to - 60, to };
  const minutes = Array.from({ length: 60 }, (_, at) => ({
    ...{ minute: span.from + at, good: 95, bad: 5, excluded: 0, clientErrors: 0 },
  }));
  const { source } = slo.indicator;
  const origin = { series: seriesOf(slo), source, segment: 'a', extent: 1 };
  const day = Math.floor(span.from / 1440);
  await transactAsSystem(world.core.house, (tx) =>
    contribute(tx, { ...origin, day, covers: [span], minutes }),
  );
}

describe('slo.preview', () => {
  it('gives the file of an SLO as the server has it, and opens none that is named', async () => {
    const { preview } = await scene();
    const own = await preview({ id: 'shop-answers' });
    expect(own).toMatchObject({ file, exists: true, current: shop(), findings: [] });
    expect(own.slos).toMatchObject([{ id: 'shop-answers', basis: 'counted', target: 99 }]);
    const other = await preview({ file: 'services/etc/passwd.yaml' });
    expect(other).toMatchObject({ exists: false, current: null, slos: [] });
    await expect(preview({ file: 'services/../sekisho.yaml' })).rejects.toMatchObject({
      code: 'bad-input',
    });
  });

  it('says at its line what is wrong, as the check of files does, and shows nothing then', async () => {
    const { preview } = await scene();
    const { findings, slos } = await preview({ file, text: shop({ source: 'nowhere' }) });
    expect(findings).toMatchObject([{ severity: 'problem', file, line: 12 }]);
    expect(findings[0]?.why).toContain('nowhere');
    expect(slos).toEqual([]);
    // What breaks another file is told of that file.
    const broken = await preview({ file: 'services/sources.yaml', text: '' });
    expect(broken.findings.map((one) => one.file)).toContain(file);
  });

  it('shows what another target would have done with what was counted', async () => {
    const { preview, opened } = await scene();
    const [loose] = (await preview({ file, text: shop({ target: '0.94' }) })).slos;
    const [tight] = (await preview({ file, text: shop({ target: '0.999' }) }, 'engineer')).slos;
    expect(loose?.shown).toMatchObject({
      candidate: { target: 94, pages: [], tickets: [] },
      budget: { total: 5900, bad: 295, sli: 0.95 },
    });
    expect(loose?.shown?.candidate.remainingShare).toBeCloseTo(1 / 6, 9);
    expect(tight?.shown?.candidate.pages.map(({ key }) => key)).toEqual(['burn-page']);
    expect(opened()).toBe(0);
  });

  it('shows a composite up to where the last of its sources is complete', async () => {
    const text = `${pair}${pushed('prompt', '1m')}${pushed('tardy', '5m')}`;
    const { preview } = await scene([{ file: 'services/pair.yaml', text }]);
    const [slo] = (await preview({ id: 'pair' })).slos;
    expect(slo).toMatchObject({ basis: 'counted', source: 'prompt, tardy' });
    expect(Date.parse(slo?.shown?.to ?? '')).toBe(Date.parse(start) - 5 * 60_000);
    expect(slo?.shown?.budget?.sli).toBeCloseTo(0.95, 12);
  });

  it('counts logs anew for an SRE, once for one definition, and repeats nothing of them', async () => {
    const { preview, opened } = await scene();
    const text = shop({ bad: '4xx' });
    const answer = await preview({ file, text });
    expect(answer.slos).toMatchObject([
      { basis: 'recounted', shown: { budget: { total: 600, bad: 60, sli: 0.9 } } },
    ]);
    await preview({ file, text: shop({ bad: '4xx', target: '0.8' }) });
    expect(opened()).toBe(1);
    expect(JSON.stringify(answer)).not.toContain(secret);
    const [engineers] = (await preview({ file, text }, 'engineer')).slos;
    // What is in force is no secret: its minutes are shown under the objective that is written.
    expect(engineers).toMatchObject({
      ...{ basis: 'needs-sre', instead: true },
      shown: { budget: { total: 5900, bad: 295 } },
    });
  });

  it('asks no source that is not in force as it is written', async () => {
    const { preview, opened } = await scene();
    const elsewhere = sources.replace('shop/*.log', '/etc/*').replace('shop-logs', 'mine');
    const [first = ''] = elsewhere.split('---');
    const text = `${shop({ source: 'mine' })}---${first}`;
    expect((await preview({ file, text })).slos).toMatchObject([
      { basis: 'source-new', shown: null },
    ]);
    expect(opened()).toBe(0);
  });

  it('says which target holds when another was agreed', async () => {
    const world = await scene();
    const wish = { id: 'shop-answers', target: 95, reason: 'what we keep' };
    const { id } = await world.as('engineer', 'slo.propose', wish);
    await world.as('sre', 'slo.accept', { id });
    const [slo] = (await world.preview({ id: 'shop-answers' })).slos;
    expect(slo).toMatchObject({ target: 99, agreedTarget: 95 });
    const shown = await world.as('auditor', 'slo.show', { id: 'shop-answers' });
    expect(shown.fileDiffers).toEqual({ file: 0.99, agreed: 0.95 });
    const [mended] = (await world.preview({ file, text: shop({ target: '0.95' }) })).slos;
    expect(mended?.agreedTarget).toBeNull();
  });

  it('is not for those who may only read', async () => {
    const { preview } = await scene();
    await expect(preview({ text: '' }, 'auditor')).rejects.toMatchObject({
      code: 'role-too-weak',
    });
  });
});
