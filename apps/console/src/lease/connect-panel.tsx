import { Button } from '@mantine/core';
import type { OpsLease } from '@sekisho/contract';
import { useState } from 'react';
import { Copy } from '../shared/copy.tsx';
import { useMe } from '../shared/me.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Section, Waiting } from '../shared/section.tsx';
import { useVerb } from '../shared/use-verb.ts';
import classes from './lease-page.module.css';

/** The exact command that opens a session, and those that reach hosts behind the server. */
export function ConnectPanel({ lease }: { readonly lease: OpsLease }) {
  const { t, person } = useSay();
  const me = useMe();
  const mine = me.person?.id === lease.holder;
  const connect = useVerb('ops.connect', { id: lease.id }, { enabled: mine });
  const forwards = me.environments.find(({ name }) => name === lease.environment)?.forwards ?? [];
  return (
    <div id="connect" data-testid="connect">
      <Section title={t.lease.connectTitle}>
        <p className={classes.soft}>
          {mine ? t.lease.connectHow : t.lease.cannotConnect(person(lease.holder))}
        </p>
        {mine && !connect.data && !connect.error && <Waiting lines={1} />}
        {mine && connect.error && <ProblemNote error={connect.error} />}
        {mine && connect.data && <Command text={connect.data.command} />}
        {mine && forwards.length > 0 && (
          <div className={classes.forwards}>
            <strong>{t.lease.forwards}</strong>
            {forwards.map((name) => (
              <Forward key={name} id={lease.id} to={name} />
            ))}
          </div>
        )}
      </Section>
    </div>
  );
}

function Forward({ id, to }: { readonly id: string; readonly to: string }) {
  const { t } = useSay();
  const [open, setOpen] = useState(false);
  const forward = useVerb('ops.forward', { id, to }, { enabled: open });
  if (!open) {
    return (
      <div>
        <Button variant="default" size="compact-md" onClick={() => setOpen(true)}>
          {to}
        </Button>
      </div>
    );
  }
  if (forward.error) return <ProblemNote error={forward.error} />;
  if (!forward.data) return <Waiting lines={1} />;
  const { host, remotePort, localPort, command } = forward.data;
  return (
    <div>
      <p className={classes.soft}>{t.lease.forwardHow(`${host}:${remotePort}`, localPort)}</p>
      <Command text={command} />
    </div>
  );
}

function Command({ text }: { readonly text: string }) {
  const { t } = useSay();
  return (
    <div className={classes.command}>
      <pre>
        <code data-testid="command">{text}</code>
      </pre>
      <Copy value={text} what={t.lease.theCommand} wide />
    </div>
  );
}
