import type { ImageStore } from '@sekisho/aws/images';
import { parseDuration } from '@sekisho/words/time';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { say } from '../../sentences/say.ts';
import { type Inspection, readInspection } from './inspection.ts';
import { needCandidate } from './need-candidate.ts';
import type { Shelved } from './shelf.ts';
import { withStore } from './with-store.ts';

const lookAgainMs = 10_000;

/**
 * `sekisho image inspect`: whether a server runs the candidate, and found itself whole. It reads what EC2 says of the
 * server and what the server wrote on its console, and enters nothing.
 */
export function inspect(host: Host, { options }: Asked): Promise<number> {
  const instance = String(options['instance'] ?? '');
  if (instance === '') throw new Failure('bad-input', say(host, 'image-no-instance'));
  const timeoutMs = timeoutOf(host, options['timeout']);
  return withStore(host, async (store) => {
    const candidate = await needCandidate(host, store, options);
    const { image } = candidate;
    const found = await waitFor(host, store, { instance, image, timeoutMs });
    const faults = faultsOf(host, candidate, found);
    if (faults.length > 0) {
      const facts = { instance, faults: faults.join('; ') };
      throw new Failure('conflict', say(host, 'image-not-whole', facts));
    }
    await host.stdout.write(
      options.json === true
        ? `${JSON.stringify({ instance, image, ...found })}\n`
        : `${say(host, 'image-whole', { instance, image })}\n`,
    );
    return 0;
  });
}

function timeoutOf(host: Host, given: unknown): number {
  const value = String(given ?? '5m');
  const seconds = parseDuration(value);
  if (seconds !== null) return seconds * 1000;
  throw new Failure('bad-input', say(host, 'not-a-duration', { option: '--timeout', value }));
}

interface Awaited {
  readonly instance: string;
  readonly image: string;
  readonly timeoutMs: number;
}

/** Errors: `Failure` when the server runs another image, or says nothing in time. */
async function waitFor(
  host: Host,
  store: ImageStore,
  { instance, image, timeoutMs }: Awaited,
): Promise<Inspection> {
  const end = host.now() + timeoutMs;
  for (;;) {
    const server = await store.server(instance);
    if (server === null || server.state !== 'running')
      throw new Failure('not-found', say(host, 'image-no-server', { instance }));
    if (server.imageId !== image) {
      const facts = { instance, image, runs: server.imageId };
      throw new Failure('conflict', say(host, 'image-other-runs', facts));
    }
    const found = readInspection(server.console);
    if (found !== null) return found;
    const left = end - host.now();
    if (left <= 0) throw new Failure('unavailable', say(host, 'image-says-nothing', { instance }));
    await host.sleep(Math.min(lookAgainMs, left));
  }
}

function faultsOf(host: Host, { provenance }: Shelved, found: Inspection): readonly string[] {
  const named = (name: 'image-silent' | 'image-down', names: readonly string[]) =>
    names.length === 0 ? [] : [say(host, name, { names: names.join(', ') })];
  return [
    ...(found.packages === provenance.packagesSha256 ? [] : [say(host, 'image-other-packages')]),
    ...named('image-silent', found.silent),
    ...named('image-down', found.down),
  ];
}
