import { Button } from '@mantine/core';
import type { LiveSessions } from '@sekisho/contract';
import { liveSessionsPage } from '@sekisho/words/access';
import { useState } from 'react';
import { Confirm } from '../../shared/confirm.tsx';
import { reaches, useMe } from '../../shared/me.ts';
import classes from '../../shared/request-form.module.css';
import { useSay } from '../../shared/say.ts';
import { toast } from '../../shared/toasts.ts';
import { useWrite } from '../../shared/use-verb.ts';

type Act = 'propose' | 'approve' | 'revoke';

/** What an admin can do about it now. */
function actsOf(
  { state, proposedBy, approvedBy, revokedBy }: LiveSessions,
  me: string,
): readonly Act[] {
  switch (state) {
    case 'off':
      return approvedBy !== null && revokedBy === null ? ['revoke'] : [];
    case 'not-proposed':
    case 'revoked':
      return ['propose'];
    case 'void':
      return ['propose', 'revoke'];
    case 'proposed':
      return proposedBy === me ? ['revoke'] : ['approve', 'revoke'];
    case 'approved':
      return ['revoke'];
  }
}

/** An admin proposes, another one approves, anyone of them revokes. */
export function Agreement({ sessions }: { readonly sessions: LiveSessions }) {
  const { language } = useSay();
  const words = liveSessionsPage[language];
  const me = useMe();
  const [act, setAct] = useState<Act | null>(null);
  if (!reaches(me, 'admin')) return null;
  const acts = actsOf(sessions, me.person?.id ?? '');
  return (
    <div className={classes.send}>
      {acts.map((each) => (
        <Button key={each} variant="default" size="compact-md" onClick={() => setAct(each)}>
          {words[each]} …
        </Button>
      ))}
      {act && <Sure act={act} hash={sessions.hash ?? ''} onClose={() => setAct(null)} />}
    </div>
  );
}

interface SureProps {
  readonly act: Act;
  /** Of the settings that are shown: an approval is of nothing else. */
  readonly hash: string;
  readonly onClose: () => void;
}

function Sure({ act, hash, onClose }: SureProps) {
  const { language } = useSay();
  const words = liveSessionsPage[language];
  const propose = useWrite('access.live-sessions-propose');
  const approve = useWrite('access.live-sessions-approve');
  const revoke = useWrite('access.live-sessions-revoke');
  const all = [propose, approve, revoke];
  const told = {
    onSuccess: () => {
      toast({ kind: 'done', text: words.done });
      onClose();
    },
  };
  const send = (reason: string) => {
    if (act === 'propose') propose.mutate({ reason }, told);
    if (act === 'approve') approve.mutate({ hash }, told);
    if (act === 'revoke') revoke.mutate({ reason }, told);
  };
  return (
    <Confirm
      title={words.title}
      means={words[`${act}Means`]}
      act={words[act]}
      {...(act === 'approve' ? {} : { asks: words.why })}
      busy={all.some(({ isPending }) => isPending)}
      error={all.find(({ error }) => error !== null)?.error ?? null}
      onSend={send}
      onClose={onClose}
    />
  );
}
