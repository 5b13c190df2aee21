import type { SloConfig, SourceConfig } from '@sekisho/config';
import { expect, it } from 'vitest';
import { roomyConfig } from '../../../test/leases.ts';
import { sloConfig } from '../../../test/slos.ts';
import { environmentsOf } from './what-changed.ts';

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
