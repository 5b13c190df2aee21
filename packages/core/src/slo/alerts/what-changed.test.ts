import type { SloConfig, SourceConfig } from '@sekisho/config';
import type { Entry } from '@sekisho/contract';
import { expect, it } from 'vitest';
import { roomyConfig } from '../../../test/leases.ts';
import { sloConfig } from '../../../test/slos.ts';
import { changesAmong, environmentsOf } from './what-changed.ts';

const logsOf = (name: string, environment: string | null) => ({
  ...{ name, kind: 's3-logs', environment },
});
const indicator = (source: string): SloConfig['indicator'] => ({
  ...{ kind: 'measured', source, query: {} },
});

it('looks at the environments of all parts of a composite, production where a source names none', () => {
  const sources = { a: logsOf('a', 'stage'), b: logsOf('b', 'elsewhere'), c: logsOf('c', null) };
  const config = {
    ...roomyConfig(),
    sources: sources as unknown as Record<string, SourceConfig>,
  };
  const part = (source: string) => ({ name: source, weight: 1, indicator: indicator(source) });
  const of = (...names: readonly [string, ...string[]]) =>
    environmentsOf(config, sloConfig({ indicator: indicator(names[0]), parts: names.map(part) }));
  expect([...of('a', 'b')]).toEqual(['stage', 'elsewhere']);
  const production = Object.values(config.environments).filter((one) => one.production);
  expect([...of('a', 'c')]).toEqual(['stage', ...production.map(({ name }) => name)]);
  expect(production).not.toEqual([]);
});

it('leaves out a note that was written now of what was over long before', () => {
  const slo = sloConfig();
  const began = Date.parse('2026-11-22T12:00:00Z') / 60_000;
  const noted = (number: number, from: string, to: string | null) =>
    ({
      ...{ number, at: '2026-11-22T11:50:00Z', actor: 'sre', action: 'timeline.note' },
      ...{ outcome: 'done', subject: 'deploy', environment: null, service: slo.service },
      ...{ lease: null, data: { from, to } },
    }) as unknown as Entry;
  const changes = changesAmong(
    [
      noted(1, '2026-11-02T10:00:00Z', null),
      noted(2, '2026-11-22T11:57:00Z', null),
      noted(3, '2026-11-22T07:00:00Z', '2026-11-22T10:30:00Z'),
      noted(4, '2026-11-22T07:00:00Z', '2026-11-22T09:30:00Z'),
    ],
    roomyConfig(),
    slo,
    { from: began, to: began + 5 },
  );
  expect(changes.map(({ number, minutesBefore }) => [number, minutesBefore])).toEqual([
    [2, 3],
    [3, 300],
  ]);
});
