import { Button, Group } from '@mantine/core';
import type { Agreed } from '@sekisho/contract';
import { useState } from 'react';
import { useMe } from '../../shared/me.ts';
import { useSay } from '../../shared/say.ts';
import { toast } from '../../shared/toasts.ts';
import { useSayError } from '../../shared/use-say-error.ts';
import { useWrite } from '../../shared/use-verb.ts';
import { VerbDialog } from './verb-dialog.tsx';

/** Yes or no to a proposal or a correction, for those whose agreement is missing; no alone for whoever asked. */
export function AnswerButtons({ agreed }: { readonly agreed: Agreed }) {
  const { sloAgree } = useSay().t;
  const me = useMe().person?.id;
  const onError = useSayError();
  const accept = useWrite('slo.accept');
  const [declining, setDeclining] = useState(false);
  const asked = agreed.needs.some(({ people }) => people.some((id) => id === me));
  const mine = agreed.askedBy === me;
  if (agreed.state !== 'open' || (!asked && !mine)) return null;
  const say = () => toast({ kind: 'done', text: sloAgree.accepted });
  return (
    <Group gap="xs">
      {asked && (
        <Button
          size="compact-md"
          loading={accept.isPending}
          onClick={() => accept.mutate({ id: agreed.id }, { onSuccess: say, onError })}
        >
          {sloAgree.accept}
        </Button>
      )}
      <Button size="compact-md" variant="default" onClick={() => setDeclining(true)}>
        {asked ? sloAgree.decline : sloAgree.takeBack}
      </Button>
      {declining && (
        <VerbDialog
          verb="slo.decline"
          title={sloAgree.declineTitle(agreed.id)}
          means={agreed.reason}
          act={asked ? sloAgree.decline : sloAgree.takeBack}
          done={sloAgree.declined}
          given={{ id: agreed.id }}
          asked={['reason']}
          onClose={() => setDeclining(false)}
        />
      )}
    </Group>
  );
}
