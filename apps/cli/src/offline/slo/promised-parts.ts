import {
  bareObjective,
  type CompositeFault,
  type DocumentOf,
  logIndicatorOf,
  type OpensloDocument,
  objectiveOf,
  partName,
  weighParts,
} from '@sekisho/objectives/openslo';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { say } from '../../sentences/say.ts';

/** The parts of a composite before their indicators are read, and what its objective is. */
export interface SaidParts {
  readonly parts: readonly { readonly name: string; readonly weight: number }[];
  /** The weighted mean of the parts'; null where a part says no target or window. */
  readonly target: number | null;
}

/**
 * The parts of a composite, each of which must be counted from logs.
 * @param documents in which references are looked up
 * Errors: `Failure` (exit code 2), when they cannot be weighed or a part is measured by something else.
 */
export function saidParts(
  host: Host,
  slo: DocumentOf<'SLO'>,
  documents: readonly OpensloDocument[],
): SaidParts {
  const { objectives } = slo.spec;
  const bare = bareObjective(slo);
  if (bare !== null) throw failure(host, slo, 'report-bare-part', bare);
  const read = objectives.map((_, index) => {
    if (logIndicatorOf(slo, index, documents) === null)
      throw failure(host, slo, 'report-part-not-logs', index);
    return { index, objective: objectiveOf(slo, index, { from: 0, missing: 'exclude' }) };
  });
  const whole = read.flatMap(({ index, objective }) => {
    const target = objective?.targets[0]?.target;
    return objective && target ? [{ index, method: objective.method, target }] : [];
  });
  const isWhole = whole.length === read.length;
  // Where options say what the document does not, its parts are still to be told apart.
  const method = { kind: 'occurrences' } as const;
  const given = isWhole ? whole : read.map(({ index }) => ({ index, method, target: 0 }));
  const weighed = weighParts(slo, given);
  if ('parts' in weighed) return { ...weighed, target: isWhole ? weighed.target : null };
  const [fault] = weighed;
  throw failure(host, slo, sentences[fault?.code ?? 'same-part'], fault?.index ?? 0);
}

const sentences = {
  'same-part': 'report-same-part',
  'parts-count-differently': 'report-other-slices',
} as const satisfies Readonly<Record<CompositeFault['code'], string>>;

function failure(
  host: Host,
  slo: DocumentOf<'SLO'>,
  sentence:
    | 'report-bare-part'
    | 'report-part-not-logs'
    | (typeof sentences)[CompositeFault['code']],
  index: number,
): Failure {
  const { file, line } = slo.placeOf(['spec', 'objectives', index]);
  const facts = { place: `${file}:${line}`, slo: slo.metadata.name, part: partName(slo, index) };
  return new Failure('bad-input', say(host, sentence, facts));
}
