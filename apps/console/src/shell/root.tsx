import { ProblemError } from '@sekisho/contract/client';
import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { followTimeline, type LiveState } from '../shared/live.ts';
import { type Me, MeProvider } from '../shared/me.ts';
import { choose, usePreferences } from '../shared/preferences.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { RosterProvider } from '../shared/roster.ts';
import { Waiting } from '../shared/section.tsx';
import { useVerb } from '../shared/use-verb.ts';
import classes from './shell.module.css';
import { Shell } from './shell.tsx';
import { hasSecret, useSignIn } from './sign-in.ts';
import { SignInPage } from './sign-in-page.tsx';

/** The gate: signs in when the address holds a secret, then shows the house to whoever is known. */
export function Root() {
  const { language } = usePreferences();
  const signIn = useSignIn();
  const me = useVerb('people.me', {}, { enabled: signIn !== 'busy' });
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  if (signIn === 'refused') return <SignInPage refused />;
  if (me.data) return <SignedIn me={me.data} />;
  const stranger =
    me.error instanceof ProblemError &&
    (me.error.problem.status === 401 || me.error.problem.status === 403);
  if (stranger) return <SignInPage refused={false} />;
  return (
    <div className={classes.gate}>
      {me.error && signIn !== 'busy' ? (
        <ProblemNote error={me.error} retry={() => void me.refetch()} />
      ) : (
        <Waiting lines={4} height={56} />
      )}
    </div>
  );
}

function SignedIn({ me }: { readonly me: Me }) {
  const roster = useVerb('people.list', {});
  const live = useLive();
  return (
    <MeProvider value={me}>
      <RosterProvider value={roster.data ?? []}>
        <FirstVisit me={me} />
        <Shell live={live} />
      </RosterProvider>
    </MeProvider>
  );
}

function useLive(): LiveState {
  const queries = useQueryClient();
  const [live, setLive] = useState<LiveState>('connecting');
  useEffect(() => followTimeline({ queries, onState: setLive }), [queries]);
  return live;
}

/** A newcomer to practice begins with the first steps, once. */
function FirstVisit({ me }: { readonly me: Me }) {
  const { toured } = usePreferences();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [first] = useState(() => me.practice && !toured && path === '/' && !hasSecret());
  useEffect(() => {
    if (first) choose({ toured: true });
  }, [first]);
  return first ? <Navigate to="/welcome" replace /> : null;
}
