import type { Checkpoint, Verdict } from '@sekisho/contract';
import { useState } from 'react';
import { client } from '../shared/client.ts';
import { Glyph } from '../shared/glyph.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import classes from './timeline.module.css';

export interface Verify {
  readonly busy: boolean;
  readonly verdict: Verdict | null;
  readonly error: unknown;
  /** Recomputes the chain, and compares it with checkpoints that were kept elsewhere. */
  readonly run: (anchors?: readonly Checkpoint[]) => void;
}

const idle = { busy: false, verdict: null, error: null };

/** Recomputes the chain when asked to. */
export function useVerify(): Verify {
  const [state, setState] = useState<Omit<Verify, 'run'>>(idle);
  const run = (anchors?: readonly Checkpoint[]) => {
    if (state.busy) return;
    setState({ ...idle, busy: true });
    client.call('timeline.verify', anchors ? { anchors: [...anchors] } : {}).then(
      (verdict) => setState({ ...idle, verdict }),
      (error: unknown) => setState({ ...idle, error }),
    );
  };
  return { ...state, run };
}

/** What recomputing the chain found. */
export function VerdictNote({ verify: { verdict, error } }: { readonly verify: Verify }) {
  const { t } = useSay();
  if (error) return <ProblemNote error={error} />;
  if (!verdict) return null;
  const { ok, entries, head, broken, anchorsChecked, anchorKey } = verdict;
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
        {ok && anchorsChecked > 0 && <div>{t.timeline.anchorsFit(anchorsChecked)}</div>}
        {ok && anchorKey && <div>{t.timeline.anchorKey[anchorKey]}</div>}
        {head && (
          <div>
            {t.timeline.head} <code>{head}</code>
          </div>
        )}
      </div>
    </div>
  );
}
