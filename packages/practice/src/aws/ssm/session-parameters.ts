import type { Moment } from '../operation.ts';
import type { SessionDocument } from '../world/document-records.ts';
import { Refusal } from '../world/refusal.ts';
import { documentKey } from './documents.ts';

type Parameters = SessionDocument['parameters'];

const port = {
  type: 'String',
  allowedPattern:
    '^([0-9]|[1-9][0-9]{1,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])$',
};
const ports = {
  portNumber: { ...port, default: '80' },
  localPortNumber: { ...port, default: '0' },
};

/** The documents that every account has. What AWS's own say of `host` was not seen: practice takes any. */
const everywhere: Readonly<Record<string, Parameters>> = {
  'SSM-SessionManagerRunShell': {},
  'AWS-StartPortForwardingSession': ports,
  'AWS-StartPortForwardingSessionToRemoteHost': {
    ...ports,
    host: { type: 'String', default: 'localhost' },
  },
  'AWS-StartSSHSession': { portNumber: { ...port, default: '22' } },
};

/**
 * Refuses what the document does not take: a parameter that it lacks, one that is missing, or a value that
 * its pattern does not fit anywhere. AWS does not say whether a pattern must fit the whole value; practice
 * takes the laxer, so that a document that is safe here is safe there.
 * Errors: `InvalidDocument`, `InvalidParameters`.
 */
export function admitParameters(
  moment: Moment,
  name: string,
  given: Readonly<Record<string, readonly string[]>>,
): void {
  const declared = Object.hasOwn(everywhere, name)
    ? everywhere[name]
    : moment.world.documents.get(documentKey(moment, name))?.parameters;
  if (declared === undefined) {
    throw new Refusal('InvalidDocument', `Document with name ${name} does not exist.`);
  }
  const unknown = Object.keys(given).filter((key) => !Object.hasOwn(declared, key));
  if (unknown.length > 0) throw invalid(`${name} has no parameter ${unknown.join(', ')}.`);
  for (const [key, { allowedPattern, default: usual }] of Object.entries(declared)) {
    const [value = usual, ...more] = given[key] ?? [];
    if (value === undefined) throw invalid(`The parameter ${key} is required.`);
    if (more.length > 0) throw invalid(`The parameter ${key} takes one value.`);
    if (allowedPattern !== undefined && !new RegExp(allowedPattern, 'u').test(value)) {
      throw invalid(`The value of ${key} does not fit the pattern ${allowedPattern}.`);
    }
  }
}

function invalid(message: string): Refusal {
  return new Refusal('InvalidParameters', message);
}
