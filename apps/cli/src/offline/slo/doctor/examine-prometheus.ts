import {
  type Exposition,
  expositionOfApi,
  judgeMetrics,
  type Wanted,
} from '@sekisho/objectives/doctor';
import type { Asked } from '../../../commands/options.ts';
import { Failure } from '../../../failure.ts';
import type { Host } from '../../../host.ts';
import { say } from '../../../sentences/say.ts';
import type { Examined } from './examined.ts';
import { readBounded } from './read-bounded.ts';

/** Seconds between the two looks: long enough for a rate, short enough that series still exist. */
const apart = 3600;

/**
 * What a Prometheus (Mimir, Thanos, VictoriaMetrics, …) holds of a service: its series now and an
 * hour ago, so that rates and counters that fall are seen.
 */
export async function examinePrometheus(
  host: Host,
  url: string,
  { options, wanted }: { readonly options: Asked['options']; readonly wanted: Wanted },
): Promise<Examined> {
  const match = typeof options.match === 'string' ? options.match.trim() : '';
  if (!/^[^]*\{[^]+\}$|^[a-zA-Z_:][\w:]*$/.test(match))
    throw new Failure('bad-input', say(host, 'doctor-no-match', { value: match }));
  const ask = asker(host, url);
  const now = Math.floor(host.now() / 1000);
  const types = await ask('api/v1/metadata', {});
  const at = async (time: number): Promise<Exposition> =>
    expositionOfApi(await ask('api/v1/query', { query: match, time: String(time) }), types);
  const exposition = await at(now);
  const { slis, findings } = judgeMetrics({
    exposition,
    before: await at(now - apart),
    wanted,
    seconds: apart,
  });
  return {
    name: `${new URL(url).host} ${match}`,
    kind: 'prometheus',
    slis,
    findings,
    connection: null,
    targets: new Map(),
  };
}

function asker(host: Host, base: string) {
  const root = URL.parse(base.endsWith('/') ? base : `${base}/`);
  if (root === null || !/^https?:$/.test(root.protocol))
    throw new Failure('bad-input', say(host, 'doctor-not-a-url', { value: base }));
  return async (path: string, form: Readonly<Record<string, string>>): Promise<unknown> => {
    const url = new URL(path, root);
    for (const [key, value] of Object.entries(form)) url.searchParams.set(key, value);
    const text = await readBounded(host, url.href, { headers: { accept: 'application/json' } });
    try {
      return JSON.parse(text) as unknown;
    } catch {
      const facts = { url: `${root.origin}${root.pathname}`, detail: 'no JSON' };
      throw new Failure('unavailable', say(host, 'doctor-unreachable', facts));
    }
  };
}
