import type { SloSource } from '@sekisho/contract';
import { judgeSource } from '@sekisho/objectives/doctor';
import type { Asked } from '../../../commands/options.ts';
import { Failure } from '../../../failure.ts';
import type { Host } from '../../../host.ts';
import { say } from '../../../sentences/say.ts';
import { callerOf } from '../../../server/call.ts';
import { findServer } from '../../../server/find-server.ts';
import type { Examined } from './examined.ts';

/**
 * What a running server's source tells, by the verb `slo.sources`: failures, lateness, gaps, lines
 * that are not understood.
 * Errors: `Failure`: exit code 4 when there is no such source, and those of calling a server.
 */
export async function examineSource(
  host: Host,
  name: string,
  options: Asked['options'],
): Promise<Examined> {
  const sources = await callerOf(host, findServer(host, options))('slo.sources', {});
  const found = sources.find(({ source }) => source === name);
  if (found === undefined) {
    const choices = sources.map(({ source }) => source).join(', ') || '–';
    throw new Failure('not-found', say(host, 'doctor-no-source', { value: name, choices }));
  }
  const findings = judgeSource(seenOf(found));
  const isWell = !findings.some(({ severity }) => severity === 'spoils');
  const standing = found.slos.map(({ id, coverage }) => ({ id, coverage, isWell }));
  return {
    name,
    kind: 'source',
    slis: [],
    standing,
    findings,
    connection: null,
    targets: new Map(),
  };
}

function seenOf(source: SloSource) {
  const { succeededAt, asOf, failure, behindMinutes, latenessMinutes, damaged, lost, slos, lines } =
    source;
  const isRead = succeededAt !== null || asOf !== null;
  const common = { subject: source.source, isRead, behindMinutes, latenessMinutes };
  return { ...common, failure, damaged, lost, slos, lines };
}
