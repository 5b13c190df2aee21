import { ButtonLink } from '../shared/button-link.tsx';
import { useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import { Page } from '../shared/section.tsx';
import { FirstTour } from './first-tour.tsx';
import { Rehearsal } from './rehearsal/rehearsal.tsx';
import { SecondTour } from './second-tour.tsx';

/** Leads a newcomer through the whole job in a minute, on practice. */
export function WelcomePage() {
  const { t } = useSay();
  const { environments } = useMe();
  const staging = environments.find(({ production }) => !production)?.name;
  const production = environments.find((one) => one.production)?.name;
  return (
    <Page
      title={t.welcome.title}
      lead={t.welcome.lead}
      actions={
        <ButtonLink to="/" variant="subtle">
          {t.welcome.leave}
        </ButtonLink>
      }
    >
      {staging && <FirstTour environment={staging} />}
      {production && <SecondTour environment={production} />}
      <Rehearsal />
    </Page>
  );
}
