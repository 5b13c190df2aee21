import { Button } from '@mantine/core';
import { signInWords } from '@sekisho/words/sign-in';
import { choose } from '../shared/preferences.ts';
import { useSay } from '../shared/say.ts';
import classes from './shell.module.css';

interface SignInPageProps {
  /** The secret in the address does not fit. */
  readonly refused: boolean;
  /** Path of the login, where one is set up. */
  readonly login: string | null;
}

/** For someone the server does not know yet, or no longer: how to get in. */
export function SignInPage({ refused, login }: SignInPageProps) {
  const { language } = useSay();
  const other = language === 'en' ? 'ja' : 'en';
  return (
    <main className={classes.gate}>
      <div className={classes.signIn}>
        <img src="/favicon.svg" width={40} height={40} alt="" />
        {login === null ? <BySecret refused={refused} /> : <ByLogin login={login} />}
        <Button variant="subtle" lang={other} onClick={() => choose({ language: other })}>
          {other === 'ja' ? '日本語' : 'English'}
        </Button>
      </div>
    </main>
  );
}

function BySecret({ refused }: Pick<SignInPageProps, 'refused'>) {
  const t = signInWords(useSay().language);
  return (
    <>
      <h1>{refused ? t.refused : t.title}</h1>
      <p>{refused ? t.refusedMeans : t.how}</p>
      <pre>
        <code>npm start</code>
      </pre>
      <p>{t.line}</p>
      <pre>
        <code>{location.origin}/#secret=…</code>
      </pre>
    </>
  );
}

function ByLogin({ login }: { readonly login: string }) {
  const t = signInWords(useSay().language);
  const back = encodeURIComponent(location.pathname + location.search);
  return (
    <>
      <h1>{t.over}</h1>
      <p>{t.overMeans}</p>
      <Button component="a" href={`${login}?return=${back}`}>
        {t.signIn}
      </Button>
    </>
  );
}
