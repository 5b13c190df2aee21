import {
  judgeMetrics,
  readExposition,
  secondsSinceStart,
  type Wanted,
} from '@sekisho/objectives/doctor';
import type { Host } from '../../../host.ts';
import type { Examined } from './examined.ts';
import { readBounded } from './read-bounded.ts';

/** What an endpoint, or a file with what it shows, yields. */
export async function examineMetrics(host: Host, name: string, wanted: Wanted): Promise<Examined> {
  // OpenMetrics where it is spoken: prom-client and others refuse to show exemplars without it.
  const headers = { accept: 'application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4' };
  const exposition = readExposition(await readBounded(host, name, { headers }));
  const seconds = secondsSinceStart(exposition, host.now());
  const { slis, findings } = judgeMetrics({ exposition, wanted, seconds });
  return { name, kind: 'metrics', slis, findings, connection: null, targets: new Map() };
}
