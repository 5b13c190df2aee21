import type { MissingPolicy } from '../budget/index.ts';
import type { DocumentOf } from './model.ts';

/** Of Sekisho's own: OpenSLO has no word for time that was not measured. */
const annotation = 'sekisho.dev/missing';
const policies: readonly MissingPolicy[] = ['good', 'bad', 'exclude', 'freeze'];

/** What an SLO declares time that was not measured to count as; null when its word is none of the four. */
export function missingPolicyOf({ metadata }: DocumentOf<'SLO'>): MissingPolicy | null {
  const { annotations = {} } = metadata;
  if (!Object.hasOwn(annotations, annotation)) return 'exclude';
  return policies.find((policy) => policy === annotations[annotation]) ?? null;
}
