import { ProblemError } from '@sekisho/contract/client';
import type { Ui } from '@sekisho/words';

export interface Told {
  readonly why: string;
  readonly fix: string;
  /** The input field that is wrong, when it is one. */
  readonly field: string | null;
  readonly code: string | null;
  readonly requestId: string | null;
  /** The cloud's own words, one click away. */
  readonly behind: string | null;
}

/** Why something failed and what to do, from whatever was thrown. */
export function tell(error: unknown, t: Ui): Told {
  if (error instanceof ProblemError) {
    const { detail, fix, code, facts, requestId } = error.problem;
    const text = (name: string) => (typeof facts?.[name] === 'string' ? facts[name] : null);
    const behind = text('detail');
    return { why: detail, fix, field: fieldOf(code, text('field')), code, requestId, behind };
  }
  const plain = { field: null, code: null, requestId: null };
  if (isUnloaded(error)) {
    const { notLoaded: why, notLoadedFix: fix } = t.common;
    return { ...plain, why, fix, behind: error.message };
  }
  // fetch rejects with a TypeError when no server answered.
  if (error instanceof TypeError) {
    return { ...plain, why: t.common.noServer, fix: t.common.noServerFix, behind: error.message };
  }
  return { ...plain, why: t.common.bug, fix: t.common.bugFix, behind: String(error) };
}

const unloaded =
  /^(?:Unable to preload|Failed to fetch dynamically|error loading dynamically|Importing a module script)/;

/** Whether the code of a page or of a part of it did not come, as lazyPage, Vite, Chromium, Firefox and Safari say it. */
export function isUnloaded(error: unknown): error is Error {
  return error instanceof Error && unloaded.test(error.message);
}

const fieldsByCode: Readonly<Record<string, string>> = {
  'too-long': 'for',
  'unknown-environment': 'environment',
  'unknown-size': 'size',
  'unknown-person': 'to',
};

function fieldOf(code: string, named: string | null): string | null {
  return named ?? fieldsByCode[code] ?? null;
}
