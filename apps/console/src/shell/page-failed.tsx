import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Page } from '../shared/section.tsx';

/** In the place of a page that could not be loaded or drawn: why, and what to do. */
export function PageFailed({ error }: { readonly error: unknown }) {
  const { t } = useSay();
  return (
    <Page title={t.shell.product}>
      <ProblemNote error={error} retry={() => location.reload()} />
    </Page>
  );
}
