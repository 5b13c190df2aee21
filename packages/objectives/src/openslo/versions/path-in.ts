import type { Path } from '../../problems/index.ts';
import type { Version } from '../model.ts';

const names: Readonly<Record<Version, Readonly<Record<string, string>>>> = {
  'openslo/v1': {},
  'openslo/v1alpha': { timeWindow: 'timeWindows' },
  'openslo.com/v2alpha': {
    indicator: 'sli',
    indicatorRef: 'sliRef',
    service: 'serviceRef',
    metricSourceRef: 'dataSourceRef',
  },
};

/** The path under which a version holds what openslo/v1 holds at this one. */
export function pathIn(version: Version, path: Path): Path {
  const flat = version === 'openslo.com/v2alpha';
  return path
    .filter((part) => !flat || part !== 'metricSource')
    .map((part) => (typeof part === 'string' ? (names[version][part] ?? part) : part));
}
