import type { Problem } from '../problems/index.ts';
import { readSlothDocument, type SlothDocument, specOf } from '../sloth/index.ts';
import { goScalars, readYamlFile, type YamlDocument } from '../yaml/index.ts';
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
  // Sloth's specs mean by bare words what Go's YAML reader does: `on` is true, `012` is ten.
  const asGo = yaml.documents.some(isSloth) ? readYamlFile(bytes, file, goScalars) : yaml;
  const known = asGo.problems.length;
  const read: OpensloDocument[] = [];
  const broken: Named[] = [];
  const sloth: SlothDocument[] = [];
  const odd: Problem[] = [];
  for (const document of yaml.documents) {
    const own = asGo.documents.find(({ number }) => number === document.number);
    if (own === undefined || !isSloth(own)) {
      const found = readDocument(document, file);
      read.push(...found.documents);
      broken.push(...found.broken);
      continue;
    }
    // What is only written otherwise may be MetricsQL, which VictoriaMetrics takes.
    const found = readSlothDocument(own, file, { warnings: odd, promql: null });
    if (found !== null) sloth.push(found);
  }
  const { documents, changes } = fromSloth(sloth);
  const isUnread = ({ code }: Problem) => code === 'unknown-key';
  return {
    documents: [...read, ...documents],
    broken,
    changes: [...odd.filter(isUnread).map(asLeftOut), ...changes],
    problems: asGo === yaml ? yaml.problems : [...yaml.problems, ...asGo.problems.slice(known)],
    warnings: odd.filter((problem) => !isUnread(problem)),
  };
}

/** OpenSLO's own v1alpha is read as OpenSLO. */
function isSloth({ raw }: YamlDocument): boolean {
  const spec = specOf(raw);
  return spec !== null && spec !== 'openslo/v1alpha';
}

function asLeftOut(problem: Problem): Change {
  const what = problem.code === 'unknown-key' ? problem.facts.key : problem.place.path;
  const facts = { what, to: 'openslo/v1' };
  return { code: 'left-out', effect: effects['left-out'], facts, place: problem.place };
}
