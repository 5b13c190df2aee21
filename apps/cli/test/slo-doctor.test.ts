import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { applied, copied, type Running, started } from './doctor/service.ts';
import { type Ended, runCli } from './run-cli.ts';

const patience = 60_000;

interface Told {
  readonly sources: readonly {
    readonly slis: readonly {
      readonly kind: string;
      readonly within: number | null;
      readonly counted: { readonly good: number; readonly bad: number } | null;
    }[];
    readonly findings: readonly { readonly code: string; readonly severity: string }[];
  }[];
}

/** Asks the doctor about a running service, after sixty requests of which each tenth fails. */
async function examined(
  folder: string,
  name: string,
  {
    ask,
    more = [],
  }: { ask: (service: Running, order: number) => Promise<unknown>; more?: string[] },
): Promise<Ended & { readonly told: Told }> {
  const service = await started(folder, name);
  try {
    for (let order = 1; order <= 60; order += 1) await ask(service, order);
    const named = more.map((each) => each.replace('URL', service.url));
    const sources = named.includes('--graphql') ? [] : [`${service.url}/metrics`];
    const words = ['slo', 'doctor', ...sources, '--code', folder, '--json', ...named];
    const ended = await runCli(words, { cwd: folder });
    return { ...ended, told: JSON.parse(ended.stdout) as Told };
  } finally {
    await service.stop();
  }
}

const order = async ({ url }: Running, id: number) => (await fetch(`${url}/orders/${id}`)).text();

const graphql = async ({ url }: Pick<Running, 'url'>, id: number) => {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query: `query Order { order(id: ${id}) }` });
  return (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).text();
};

const codes = ({ told }: { told: Told }) =>
  told.sources.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity === 'spoils').map(({ code }) => code),
  );

describe('slo doctor on a running service', () => {
  it('finds why there is no SLI, and its patch yields both, counted truly', {
    timeout: patience,
  }, async () => {
    const folder = copied('orders.mjs');
    const patch = join(folder, 'sli.patch');
    const before = await examined(folder, 'orders.mjs', { ask: order, more: ['--patch', patch] });
    expect(before.code).toBe(4);
    expect(codes(before).toSorted()).toEqual(['exploding-label', 'no-failure-label', 'summary']);

    applied(folder, patch);
    const after = await examined(folder, 'orders.mjs', { ask: order });
    expect(after.code).toBe(0);
    expect(codes(after)).toEqual([]);
    expect(after.told.sources[0]?.slis).toMatchObject([
      { kind: 'availability', within: null, counted: { good: 54, bad: 6 } },
      { kind: 'latency', within: 0.3, counted: { good: 45, bad: 15 } },
    ]);
  });

  it('lets a service that counted only its failures count everything', {
    timeout: patience,
  }, async () => {
    const folder = copied('payments.mjs');
    const patch = join(folder, 'sli.patch');
    const before = await examined(folder, 'payments.mjs', { ask: order, more: ['--patch', patch] });
    expect([before.code, codes(before)]).toEqual([4, ['no-denominator']]);

    applied(folder, patch);
    const after = await examined(folder, 'payments.mjs', { ask: order });
    expect(after.code).toBe(0);
    const [availability] = after.told.sources[0]?.slis ?? [];
    expect(availability).toMatchObject({ kind: 'availability', counted: { good: 54, bad: 6 } });
  });

  it('sees through the 200 of a GraphQL server once its patch is applied', {
    timeout: patience,
  }, async () => {
    const folder = copied('graph.mjs');
    const patch = join(folder, 'sli.patch');
    const before = await examined(folder, 'graph.mjs', { ask: graphql, more: ['--patch', patch] });
    expect([before.code, codes(before)]).toEqual([4, ['graphql-behind-200']]);

    applied(folder, patch);
    const after = await examined(folder, 'graph.mjs', { ask: graphql });
    expect(after.code).toBe(0);
    const [availability] = after.told.sources[0]?.slis ?? [];
    expect(availability).toMatchObject({ kind: 'availability', counted: { good: 54, bad: 6 } });
  });

  it('tells a server that says 400 to wrong queries that its own failures have no status', {
    timeout: patience,
  }, async () => {
    const folder = copied('apollo.mjs');
    const patch = join(folder, 'sli.patch');
    const more = ['--graphql', 'URL/', '--patch', patch];
    const before = await examined(folder, 'apollo.mjs', { ask: () => Promise.resolve(), more });
    expect([before.code, codes(before)]).toEqual([4, ['graphql-by-status']]);

    applied(folder, patch);
    const service = await started(folder, 'apollo.mjs');
    for (let id = 1; id <= 60; id += 1) await graphql(service, id);
    const lines = () => service.said().match(/^\{.*\}$/gm) ?? [];
    await vi.waitUntil(() => lines().length === 60, { timeout: patience });
    await service.stop();
    writeFileSync(join(folder, 'answers.jsonl'), lines().join('\n'));
    const words = ['slo', 'doctor', '--graphql', 'answers.jsonl', '--json'];
    const after = await runCli(words, { cwd: folder });
    expect((JSON.parse(after.stdout) as Told).sources[0]?.slis).toMatchObject([
      { kind: 'availability', counted: { good: 54, bad: 6 } },
    ]);
  });
});
