import { Button } from '@mantine/core';
import { useState } from 'react';
import classes from '../lease/lease-page.module.css';
import { Copy } from '../shared/copy.tsx';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Waiting } from '../shared/section.tsx';
import { useVerb } from '../shared/use-verb.ts';
import { visit } from './use-tour.ts';

interface TourCommandProps {
  readonly id: string;
  readonly disabled: boolean;
}

/** The command that opens a session; seeing it finishes the step. */
export function TourCommand({ id, disabled }: TourCommandProps) {
  const { t } = useSay();
  const [open, setOpen] = useState(false);
  const connect = useVerb('ops.connect', { id }, { enabled: open });
  if (!open) {
    return (
      <Button disabled={disabled} onClick={() => setOpen(true)}>
        {t.welcome.showCommand}
      </Button>
    );
  }
  if (connect.error) return <ProblemNote error={connect.error} />;
  if (!connect.data) return <Waiting lines={1} />;
  return (
    <>
      <div className={classes.command}>
        <pre>
          <code data-testid="command">{connect.data.command}</code>
        </pre>
        <Copy value={connect.data.command} what={t.lease.theCommand} wide />
      </div>
      <Button mt="xs" onClick={() => visit('connect')}>
        {t.welcome.next}
      </Button>
    </>
  );
}
