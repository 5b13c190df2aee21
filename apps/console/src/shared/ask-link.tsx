import { ButtonLink } from './button-link.tsx';
import { reaches, useMe } from './me.ts';
import { useSay } from './say.ts';

/** The way to a server, for those who may have one. */
export function AskLink() {
  const { t } = useSay();
  return reaches(useMe(), 'member') ? <ButtonLink to="/ask">{t.now.start}</ButtonLink> : null;
}
