import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Page } from '../shared/section.tsx';
import { useReturn } from './use-return.ts';

/** In the place of a page that could not be loaded or drawn: why, and what to do; it comes back by itself. */
export function PageFailed({ error }: { readonly error: unknown }) {
  const { t } = useSay();
  const retry = useReturn(error);
  return (
    <Page title={t.shell.product}>
      <ProblemNote error={error} retry={retry} />
    </Page>
  );
}
