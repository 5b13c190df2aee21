import type { NamedPatch } from './patch.ts';
import { withPatch } from './patch.ts';
import type { Outcome } from './run-tests.ts';
import { runTests } from './run-tests.ts';

/** What became of one patch. */
export interface Verdict {
  readonly patch: NamedPatch;
  readonly killed: boolean;
  /** The tests that noticed, or why it cannot be said that one did. */
  readonly words: string;
  /** How long that took, with and without the patch. */
  readonly seconds: number;
}

type Opinion = Pick<Verdict, 'killed' | 'words'>;

/** Runs a patch's tests in the tree at `root`. */
export type Run = (root: string, patch: NamedPatch) => Promise<Outcome>;

/** Judges patches in one copy of the tree; a patch counts as killed only by tests that pass without it. */
export function createJudge(
  root: string,
  once: Run = runTests,
): (patch: NamedPatch) => Promise<Verdict> {
  const run = (patch: NamedPatch) => runUntilSome(once, root, patch);
  const sound = new Map<string, Promise<Outcome>>();
  return async function judge(patch) {
    const began = Date.now();
    const opinion = await formOpinion(patch);
    return { patch, ...opinion, seconds: Math.round((Date.now() - began) / 1000) };
  };
  async function formOpinion(patch: NamedPatch): Promise<Opinion> {
    const key = JSON.stringify([patch.tests, patch.title, patch.database]);
    const before = sound.get(key) ?? run(patch);
    sound.set(key, before);
    const refusal = whyUnfit(await before);
    if (refusal !== undefined) return { killed: false, words: refusal };
    try {
      return weigh(await withPatch(root, patch, () => run(patch)));
    } catch (error) {
      return { killed: false, words: (error as Error).message };
    }
  }
}

/** On a busy machine a test process may not come up; code that does not load fails the second time too. */
async function runUntilSome(once: Run, root: string, patch: NamedPatch): Promise<Outcome> {
  const outcome = await once(root, patch);
  const none = outcome.passed + outcome.failed.length === 0 && !outcome.hung;
  return none ? once(root, patch) : outcome;
}

function whyUnfit({ passed, failed, hung }: Outcome): string | undefined {
  if (hung) return 'its tests do not end even without the patch';
  const [first] = failed;
  if (first !== undefined) return `its tests fail even without the patch: ${first}`;
  if (passed === 0) return 'no such test: its files and title match none';
  return undefined;
}

function weigh({ passed, failed, hung, said }: Outcome): Opinion {
  const [first, ...others] = failed;
  if (first !== undefined) {
    const more = others.length > 0 ? ` (+${others.length})` : '';
    return { killed: true, words: `${first}${more}` };
  }
  if (hung) return { killed: true, words: 'tests that no longer end' };
  // Code that does not even load says nothing about the promise.
  if (passed === 0) {
    return { killed: false, words: `no test ran with the patch in place: ${said.slice(-200)}` };
  }
  return { killed: false, words: 'SURVIVED' };
}
