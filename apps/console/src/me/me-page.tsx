import { Button } from '@mantine/core';
import { signInWords } from '@sekisho/words/sign-in';
import { useMe } from '../shared/me.ts';
import { postTo } from '../shared/post-to.ts';
import { useSay } from '../shared/say.ts';
import { Page } from '../shared/section.tsx';
import { useSayError } from '../shared/use-say-error.ts';
import { Links } from './links.tsx';
import { Passkeys } from './passkeys.tsx';
import { Sessions } from './sessions.tsx';

/** How the reader is signed in, with what they approve, and who acts for them in Slack. */
export function MePage() {
  const { language } = useSay();
  const t = signInWords(language);
  const { principal } = useMe();
  const onError = useSayError();
  const signedIn = principal.assurance === 'oidc' || principal.assurance === 'passkey';
  const signOut = () => postTo('/logout', {}).then(() => location.assign('/logout'), onError);
  const action = signedIn && (
    <Button variant="default" size="compact-md" onClick={() => void signOut()}>
      {t.signOut}
    </Button>
  );
  return (
    <Page title={t.me} lead={t.lead} actions={action}>
      <Sessions />
      <Passkeys canAdd={signedIn} />
      <Links />
    </Page>
  );
}
