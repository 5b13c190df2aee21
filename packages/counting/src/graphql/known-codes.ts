import type { ErrorClass } from './rules.ts';
import { vendors } from './vendor-codes.ts';

/** What a vendor's error code says. Codes that are not known are the server's. */
export interface KnownCode {
  readonly class: ErrorClass;
  /** It is about the document itself, so a trusted document cannot earn it. */
  readonly document?: true;
}

/** One spelling of a code: `validation-failed`, `VALIDATION_FAILED` and `ValidationFailed` are the same. */
export function codeKey(code: string): string {
  return code
    .slice(0, 200)
    .replace(/[^0-9A-Za-z]+/g, '')
    .toUpperCase();
}

/** Every code that a vendor has written down, by its key. */
export const knownCodes: ReadonlyMap<string, KnownCode> = new Map(
  vendors.flatMap(({ codes }) =>
    Object.entries(codes).flatMap(([kind, list]) =>
      list.map((code): [string, KnownCode] => [
        codeKey(code),
        knownAs(kind as ErrorClass | 'document'),
      ]),
    ),
  ),
);

function knownAs(kind: ErrorClass | 'document'): KnownCode {
  return kind === 'document' ? { class: 'user', document: true } : { class: kind };
}
