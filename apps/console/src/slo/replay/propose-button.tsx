import { Button } from '@mantine/core';
import type { SloDetail } from '@sekisho/contract';
import { replayWordsIn } from '@sekisho/words/slo';
import { useState } from 'react';
import { reaches, useMe } from '../../shared/me.ts';
import { useSay } from '../../shared/say.ts';
import { VerbDialog } from '../agree/verb-dialog.tsx';
import { useFigures } from '../figures.ts';

interface ProposeButtonProps {
  readonly slo: SloDetail;
  /** Percents. */
  readonly target: number;
  readonly inForce: number;
  /** Length of what was replayed. */
  readonly minutes: number;
  /** Pages at the target, and at the one in force; undefined while that is reckoned. */
  readonly pages: number | undefined;
  readonly before: number | undefined;
}

/** From a target that was tried out to a proposal of it: what it would have done is its first reason. */
export function ProposeButton(props: ProposeButtonProps) {
  const { slo, target, inForce, minutes, pages, before } = props;
  const { language, t } = useSay();
  const figures = useFigures();
  const me = useMe();
  const [asking, setAsking] = useState(false);
  if (!reaches(me, 'member')) return null;
  const words = replayWordsIn(language);
  const said = figures.target(target / 100);
  const count = (value: number | undefined) => (value === undefined ? '–' : figures.count(value));
  const span = figures.minutes(minutes);
  const reason = words.proposeReason(said, count(pages), span, count(before));
  return (
    <div>
      <Button disabled={target === inForce} onClick={() => setAsking(true)}>
        {words.propose(said)}
      </Button>
      {asking && (
        <VerbDialog
          verb="slo.propose"
          title={t.sloAgree.propose}
          means={t.sloAgree.proposeMeans}
          act={t.sloAgree.propose}
          done={t.sloAgree.proposed}
          given={{ id: slo.id }}
          initial={{ target: String(target), reason }}
          asked={['target', 'from', 'reason']}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
