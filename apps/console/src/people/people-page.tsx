import { Link } from '@tanstack/react-router';
import { reaches, useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import { Page } from '../shared/section.tsx';
import { Explain } from './explain.tsx';
import { Roster } from './roster.tsx';
import { Tokens } from './tokens.tsx';

/** Who is here, who is on call, who may do what and why, and the tokens of programs. */
export function PeoplePage() {
  const { t } = useSay();
  const me = useMe();
  return (
    <Page
      title={t.people.title}
      lead={t.people.lead}
      actions={<Link to="/membership">{t.people.toMembership}</Link>}
    >
      <Roster />
      <Explain />
      {reaches(me, 'member') && <Tokens />}
    </Page>
  );
}
