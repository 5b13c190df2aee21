import { type Path, shown } from '../../problems/index.ts';
import type { Metadata, Version } from '../model.ts';
import type { Checking } from './findings.ts';

/* Sources: the specification's README (names, labels, annotations) and the checks of its Go SDK. */
const name = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
const key = /^[a-zA-Z0-9](?:[-._a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/;
const prefix =
  /^(?=.{1,253}$)[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)*$/;
const longestDisplayName = 63;
const longestDescription = 1050;

/** Checks the name, labels and annotations of an object. */
export function checkMetadata(
  metadata: Metadata,
  path: Path,
  version: Version,
  { problem }: Checking,
): void {
  if (!name.test(metadata.name)) {
    problem('bad-name', [...path, 'name'], { value: shown(metadata.name) });
  }
  const length = Array.from(metadata.displayName ?? '').length;
  if (length > longestDisplayName) {
    problem('too-long', [...path, 'displayName'], { length, maximum: longestDisplayName });
  }
  const labelFits = version === 'openslo.com/v2alpha' ? isQualified : isKey;
  for (const label of Object.keys(metadata.labels ?? {})) {
    if (labelFits(label)) continue;
    problem('bad-label-key', [...path, 'labels', label], { value: shown(label) }, 'key');
  }
  for (const annotation of Object.keys(metadata.annotations ?? {})) {
    if (isQualified(annotation)) continue;
    const at = [...path, 'annotations', annotation];
    problem('bad-annotation-key', at, { value: shown(annotation) }, 'key');
  }
}

/** Checks the length of a description. */
export function checkDescription(
  description: string | undefined,
  path: Path,
  { problem }: Checking,
): void {
  const length = Array.from(description ?? '').length;
  if (length <= longestDescription) return;
  problem('too-long', [...path, 'description'], { length, maximum: longestDescription });
}

function isKey(text: string): boolean {
  return key.test(text);
}

/** `example.com/name`, or a name alone. */
function isQualified(text: string): boolean {
  const [first = '', second, ...more] = text.split('/');
  if (second === undefined) return isKey(first);
  return more.length === 0 && prefix.test(first) && isKey(second);
}
