import type { InputOf, JoinableTeam } from '@sekisho/contract';
import { useState } from 'react';
import { useRequest } from '../shared/use-request.ts';

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
  const [draft, setDraft] = useState<Draft>({});
  const { send, reset, busy, errorOf, elsewhere } = useRequest('membership.request', focusReason);
  const chosen = chosenIn(teams, draft);
  return {
    ...{ draft, chosen, busy, elsewhere },
    submit: () => send(chosen && inputOf(draft, chosen)),
    change: (field, value) => {
      setDraft({ ...draft, [field]: value });
      reset();
    },
    errorOf: (field) => errorOf(field, draft[field]),
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
