export type Plain = Readonly<Record<string, unknown>>;

/** A policy as it is, as a text in JSON, or as `aws iam get-role` answers it; each may be percent-encoded. */
export function policyIn(value: unknown): Plain | null {
  if (typeof value === 'string') return policyIn(parsed(decoded(value)));
  const document = recordOf(value);
  if (document === null) return null;
  if ('Statement' in document) return document;
  const role = recordOf(document['Role']) ?? document;
  return policyIn(role['AssumeRolePolicyDocument']);
}

function decoded(text: string): string {
  try {
    return /^\s*%/.test(text) ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function recordOf(value: unknown): Plain | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Plain)
    : null;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** The texts of a value that may be one or a list; policies write truths and numbers as texts too. */
export function stringsOf(value: unknown): readonly string[] {
  return listOf(value).flatMap((one) => (isWritten(one) ? [String(one)] : []));
}

/** Whether all of a value that may be one or a list can be read: no reference, no null. */
export function isReadable(value: unknown): boolean {
  return listOf(value).every(isWritten);
}

function isWritten(value: unknown): value is string | boolean | number {
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number';
}
