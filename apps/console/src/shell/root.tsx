import { ProblemError } from '@sekisho/contract/client';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { followTimeline, type LiveState } from '../shared/live.ts';
import { type Me, MeProvider } from '../shared/me.ts';
import { choose, usePreferences } from '../shared/preferences.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { RosterProvider } from '../shared/roster.ts';
import { Waiting } from '../shared/section.tsx';
import { useVerb } from '../shared/use-verb.ts';
import classes from './shell.module.css';
import { Shell } from './shell.tsx';
import { useSignIn } from './sign-in.ts';

const SignInPage = lazy(() =>
  import('./sign-in-page.tsx').then((loaded) => ({ default: loaded.SignInPage })),
);

/** The gate: signs in when the address holds a secret, then shows the house to whoever is known. */
export function Root() {
  const { language } = usePreferences();
  const signIn = useSignIn();
  const me = useVerb('people.me', {}, { enabled: signIn !== 'busy' });
  useForgottenHat(me.error);
  useAskedLanguage(language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const stranger =
    me.error instanceof ProblemError &&
    (me.error.problem.status === 401 || me.error.problem.status === 403);
  if (stranger && signIn !== 'busy') {
    const login = (me.error as ProblemError).problem.facts?.['login'];
    return (
      <Suspense fallback={null}>
        <SignInPage
          refused={signIn === 'refused'}
          login={typeof login === 'string' ? login : null}
        />
      </Suspense>
    );
  }
  if (me.data) return <SignedIn me={me.data} />;
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
  useFirstVisit(me.practice);
  return (
    <MeProvider value={me}>
      <RosterProvider value={roster.data ?? []}>
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
function useFirstVisit(practice: boolean): void {
  const { toured } = usePreferences();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const first = practice && !toured && path === '/';
  useEffect(() => {
    if (!first) return;
    choose({ toured: true });
    void navigate({ to: '/welcome', replace: true });
  }, [first, navigate]);
}

/** Answers hold sentences in the language of the question: another language asks again. */
function useAskedLanguage(language: string): void {
  const queries = useQueryClient();
  const asked = useRef(language);
  useEffect(() => {
    if (asked.current === language) return;
    asked.current = language;
    void queries.invalidateQueries();
  }, [language, queries]);
}

/** A hat of an earlier practice may fit nobody now: it is taken off, and the server chooses. */
function useForgottenHat(error: Error | null): void {
  const { hat } = usePreferences();
  const queries = useQueryClient();
  const unknown = hat !== null && error instanceof ProblemError && error.problem.status === 400;
  useEffect(() => {
    if (!unknown) return;
    choose({ hat: null });
    void queries.invalidateQueries();
  }, [unknown, queries]);
}
