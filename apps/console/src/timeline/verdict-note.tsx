import type { Verdict } from '@sekisho/contract';
import { useState } from 'react';
import { client } from '../shared/client.ts';
import { Glyph } from '../shared/glyph.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import classes from './timeline.module.css';

interface Verify {
  readonly busy: boolean;
  readonly verdict: Verdict | null;
  readonly error: unknown;
  readonly run: () => void;
}

/** Recomputes the chain when asked to. */
export function useVerify(): Verify {
  const [state, setState] = useState<Omit<Verify, 'run'>>({
    busy: false,
    verdict: null,
    error: null,
  });
  const run = () => {
    setState({ busy: true, verdict: null, error: null });
    client.call('timeline.verify', {}).then(
      (verdict) => setState({ busy: false, verdict, error: null }),
      (error: unknown) => setState({ busy: false, verdict: null, error }),
    );
  };
  return { ...state, run };
}

/** What recomputing the chain found. */
export function VerdictNote({ verify: { verdict, error } }: { readonly verify: Verify }) {
  const { t } = useSay();
  if (error) return <ProblemNote error={error} />;
  if (!verdict) return null;
  const { ok, entries, head, broken } = verdict;
  return (
    <div className={classes.verdict} role="status" data-testid="verdict" data-ok={ok}>
      <Glyph name={ok ? 'active' : 'failed'} />
      <div>
        <strong>
          {ok || !broken
            ? t.timeline.intact(entries)
            : t.timeline.broken(broken.number, broken.check)}
        </strong>
        <div>{ok ? t.timeline.intactMeans : t.timeline.brokenMeans}</div>
        {head && (
          <div>
            {t.timeline.head} <code>{head}</code>
          </div>
        )}
      </div>
    </div>
  );
}
