import { Link } from '@tanstack/react-router';
import { useSay } from '../shared/say.ts';
import { Empty, Page } from '../shared/section.tsx';

export function NotFound() {
  const { t } = useSay();
  return (
    <Page title={t.signIn.notFound}>
      <Empty text={t.signIn.notFoundMeans} action={<Link to="/">{t.shell.now}</Link>} />
    </Page>
  );
}
