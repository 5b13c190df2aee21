import { useLocation } from '@tanstack/react-router';
import { ButtonLink } from './button-link.tsx';
import { reaches, useMe } from './me.ts';
import { useSay } from './say.ts';

/** The way to what a restored database and AWS disagree about, for those who may see it. */
export function ToDifferences() {
  const { t } = useSay();
  const me = useMe();
  const there = useLocation({ select: ({ pathname }) => pathname === '/recovery' });
  if (there || !reaches(me, 'sre')) return null;
  return (
    <ButtonLink to="/recovery" variant="default" size="compact-md">
      {t.stop.seeDifferences}
    </ButtonLink>
  );
}
