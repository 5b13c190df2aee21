import { Switch } from '@mantine/core';
import type { SloDetail } from '@sekisho/contract';
import { useState } from 'react';
import { useSay } from '../../shared/say.ts';
import { VerbDialog } from './verb-dialog.tsx';

const once = ['from', 'to'];
const again = ['rule', 'start', 'for'];

interface CorrectDialogProps {
  readonly slo: SloDetail;
  readonly onClose: () => void;
}

/** Asks for minutes that shall not count: once or again and again, of this SLO or of all of its service. */
export function CorrectDialog({ slo, onClose }: CorrectDialogProps) {
  const { sloAgree } = useSay().t;
  const [recurring, setRecurring] = useState(false);
  const [every, setEvery] = useState(false);
  const when = recurring ? again : once;
  return (
    <VerbDialog
      verb="slo.correct"
      title={sloAgree.correct}
      means={sloAgree.correctMeans}
      act={sloAgree.correct}
      done={sloAgree.asked}
      given={every ? { service: slo.service } : { slos: [slo.id] }}
      asked={[...when, ...(recurring ? ['timeZone'] : []), 'reason']}
      needed={when}
      onClose={onClose}
    >
      <Switch
        label={sloAgree.everySlo(slo.service)}
        checked={every}
        onChange={(event) => setEvery(event.currentTarget.checked)}
      />
      <Switch
        label={sloAgree.recurring}
        checked={recurring}
        onChange={(event) => setRecurring(event.currentTarget.checked)}
      />
    </VerbDialog>
  );
}
