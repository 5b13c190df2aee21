import { type Incident, readIncidents } from '@sekisho/objectives/replay';
import type { Asked } from '../../../commands/options.ts';
import { Failure } from '../../../failure.ts';
import type { Host } from '../../../host.ts';
import { cleanJson } from '../../../print/clean.ts';
import { styleOf } from '../../../print/style.ts';
import { say } from '../../../sentences/say.ts';
import { countForPromises } from '../judge-logs.ts';
import { targetOf } from '../objective-options.ts';
import { bytesOf, refuse } from '../rule-files.ts';
import { replayData } from './replay-data.ts';
import { replayText } from './replay-text.ts';
import { type Replayed, replayedOf } from './replayed.ts';

const usual = [0.99, 0.995, 0.999, 0.9995];
const mostTargets = 50;

/**
 * Says what each candidate target would have told over the logs, and which incidents it would have
 * caught.
 * Errors: `Failure` (exit code 2), when a file or an option cannot be used.
 */
export async function replay(host: Host, asked: Asked): Promise<number> {
  const { options } = asked;
  const wanted = targetsOf(host, options.targets);
  const incidents = await incidentsOf(host, options.incidents);
  const countings = await countForPromises(host, asked, 'replay');
  const all = countings.map((counting): Replayed => {
    const own = counting.promised.objective.targets[0]?.target ?? 0;
    const targets = wanted ?? [...new Set([...usual, own])];
    return replayedOf(
      host,
      counting,
      targets.toSorted((a, b) => a - b),
      incidents,
    );
  });
  const style = styleOf(host, options);
  await host.stdout.write(
    options.json === true
      ? `${cleanJson({ replays: all.map(replayData) })}\n`
      : all.map((one) => replayText(one, incidents.length > 0, style)).join('\n'),
  );
  return 0;
}

/** The targets of a list by commas; null when nothing is said. Errors: `Failure` (exit code 2). */
export function targetsOf(host: Host, said: unknown): readonly number[] | null {
  if (typeof said !== 'string') return null;
  const targets = said.split(',').map((text) => targetOf(host, '--targets', text));
  if (targets.length <= mostTargets) return [...new Set(targets)];
  throw new Failure('bad-input', say(host, 'replay-too-many', { most: mostTargets }));
}

/** The incidents of a file; none when no file is said. Errors: `Failure` (exit code 2). */
export async function incidentsOf(host: Host, file: unknown): Promise<readonly Incident[]> {
  if (typeof file !== 'string') return [];
  const { incidents, problems } = readIncidents(await bytesOf(host, file), file);
  await refuse(host, file, problems, 'report-bad');
  return incidents;
}
