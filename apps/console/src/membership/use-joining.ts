import type { InputOf, JoinableTeam } from '@sekisho/contract';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { tell } from '../shared/problem.ts';
import { useSay } from '../shared/say.ts';
import { toast } from '../shared/toasts.ts';
import { useWrite } from '../shared/use-verb.ts';

/** What was typed so far. */
export type Draft = Readonly<
  Partial<Record<'team' | 'for' | 'reason' | 'ticket' | 'starts', string>>
>;

export interface Joining {
  readonly draft: Draft;
  readonly chosen: JoinableTeam | null;
  readonly change: (field: keyof Draft, value: string) => void;
  readonly submit: () => void;
  readonly busy: boolean;
  readonly errorOf: (field: keyof Draft) => string | null;
  /** What stands at no field. */
  readonly elsewhere: Error | null;
}

/** What was chosen and typed, what is wrong with it, and the sending. @param focusReason goes to the field that is needed */
export function useJoining(teams: readonly JoinableTeam[], focusReason: () => void): Joining {
  const { t } = useSay();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>({});
  const [shown, setShown] = useState(false);
  const request = useWrite('membership.request');
  const chosen = chosenIn(teams, draft);
  const submit = () => {
    setShown(true);
    if (chosen === null || !draft.reason?.trim()) return focusReason();
    request.mutate(inputOf(draft, chosen), {
      onSuccess: ({ id, state }) => {
        const text = state === 'requested' ? t.ask.asked : t.ask.starting;
        toast({ kind: 'done', text });
        void navigate({ to: '/leases/$id', params: { id }, hash: '' });
      },
    });
  };
  const told = request.error === null ? null : tell(request.error, t);
  return {
    ...{ draft, chosen, submit, busy: request.isPending },
    change: (field, value) => {
      setDraft({ ...draft, [field]: value });
      request.reset();
    },
    errorOf: (field) => {
      if (field === 'reason' && shown && !draft.reason?.trim()) return t.ask.needed;
      return told?.field === field ? `${told.why} ${told.fix}` : null;
    },
    elsewhere: told !== null && told.field === null ? request.error : null,
  };
}

/** The team that was chosen, else the first that one could join. */
function chosenIn(teams: readonly JoinableTeam[], { team }: Draft): JoinableTeam | null {
  return (
    teams.find((one) => one.team === team) ??
    teams.find(({ verdict, lease }) => verdict !== 'refused' && lease === null) ??
    teams[0] ??
    null
  );
}

/** What was left empty is left out, for the team's own default. */
function inputOf(
  { team: _team, reason = '', ...typed }: Draft,
  chosen: JoinableTeam,
): InputOf<'membership.request'> {
  const said = Object.entries(typed).filter(([, value]) => value.trim() !== '');
  return { ...Object.fromEntries(said), team: chosen.team, reason };
}
