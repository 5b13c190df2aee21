import { Button } from '@mantine/core';
import type { Correction } from '@sekisho/contract';
import { useState } from 'react';
import { reaches, useMe } from '../../shared/me.ts';
import { useSay } from '../../shared/say.ts';
import { VerbDialog } from './verb-dialog.tsx';

/** Ends a recurring correction from now on, or takes a single one back. */
export function UncorrectButton({ correction }: { readonly correction: Correction }) {
  const { sloAgree } = useSay().t;
  const me = useMe();
  const [asking, setAsking] = useState(false);
  if (correction.state !== 'agreed' || !reaches(me, 'member')) return null;
  const { id, when } = correction;
  const goesOn = when.kind === 'recurring';
  const act = goesOn ? sloAgree.end : sloAgree.takeBack;
  return (
    <>
      <Button size="compact-md" variant="default" onClick={() => setAsking(true)}>
        {act}
      </Button>
      {asking && (
        <VerbDialog
          verb="slo.uncorrect"
          title={goesOn ? sloAgree.endTitle(id) : sloAgree.takeBackTitle(id)}
          means={goesOn ? sloAgree.endMeans : sloAgree.takeBackMeans}
          act={act}
          done={sloAgree.ended}
          given={{ id }}
          asked={['reason']}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
