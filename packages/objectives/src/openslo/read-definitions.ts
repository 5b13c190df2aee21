import type { Problem } from '../problems/index.ts';
import { readSlothDocument, type SlothDocument, specOf } from '../sloth/index.ts';
import { readYamlFile } from '../yaml/index.ts';
import { type Change, effects } from './convert/change.ts';
import { fromSloth } from './convert/from-sloth.ts';
import type { OpensloDocument } from './model.ts';
import { type Named, readDocument } from './read.ts';

/** What a file of SLOs says, in OpenSLO's terms. */
export interface Definitions {
  readonly documents: readonly OpensloDocument[];
  readonly broken: readonly Named[];
  /** What could not be said of Sloth's own specs. */
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
  /** What is odd, but keeps nothing from being used. */
  readonly warnings: readonly Problem[];
}

/**
 * Reads OpenSLO documents and Sloth's specs, also mixed in one file. Never throws.
 * @param file its name, as people will see it
 */
export function readDefinitions(bytes: Uint8Array, file: string): Definitions {
  const yaml = readYamlFile(bytes, file);
  const read: OpensloDocument[] = [];
  const broken: Named[] = [];
  const sloth: SlothDocument[] = [];
  const odd: Problem[] = [];
  for (const document of yaml.documents) {
    const spec = specOf(document.raw);
    if (spec === null || spec === 'openslo/v1alpha') {
      const found = readDocument(document, file);
      read.push(...found.documents);
      broken.push(...found.broken);
      continue;
    }
    // What is only written otherwise may be MetricsQL, which VictoriaMetrics takes.
    const found = readSlothDocument(document, file, { warnings: odd, promql: null });
    if (found !== null) sloth.push(found);
  }
  const { documents, changes } = fromSloth(sloth);
  const isUnread = ({ code }: Problem) => code === 'unknown-key';
  return {
    documents: [...read, ...documents],
    broken,
    changes: [...odd.filter(isUnread).map(asLeftOut), ...changes],
    problems: yaml.problems,
    warnings: odd.filter((problem) => !isUnread(problem)),
  };
}

function asLeftOut(problem: Problem): Change {
  const what = problem.code === 'unknown-key' ? problem.facts.key : problem.place.path;
  const facts = { what, to: 'openslo/v1' };
  return { code: 'left-out', effect: effects['left-out'], facts, place: problem.place };
}
