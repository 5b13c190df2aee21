import { Button } from '@mantine/core';
import { choose } from '../shared/preferences.ts';
import { useSay } from '../shared/say.ts';
import classes from './shell.module.css';

/** For someone the server does not know yet: how to get in. */
export function SignInPage({ refused }: { readonly refused: boolean }) {
  const { t, language } = useSay();
  const other = language === 'en' ? 'ja' : 'en';
  return (
    <main className={classes.gate}>
      <div className={classes.signIn}>
        <img src="/favicon.svg" width={40} height={40} alt="" />
        <h1>{refused ? t.signIn.refused : t.signIn.title}</h1>
        <p>{refused ? t.signIn.refusedMeans : t.signIn.how}</p>
        <pre>
          <code>npm start</code>
        </pre>
        <p>{t.signIn.line}</p>
        <pre>
          <code>{location.origin}/#secret=…</code>
        </pre>
        <Button variant="subtle" lang={other} onClick={() => choose({ language: other })}>
          {other === 'ja' ? '日本語' : 'English'}
        </Button>
      </div>
    </main>
  );
}
