import { Button } from '@mantine/core';
import { verbTitle } from '@sekisho/words';
import { burdenPage } from '@sekisho/words/access';
import { ProblemNote } from '../../shared/problem-note.tsx';
import { useSay } from '../../shared/say.ts';
import { Section, Waiting } from '../../shared/section.tsx';
import { useVerb } from '../../shared/use-verb.ts';
import type { BurdenProps } from './burden-props.ts';
import { BurdenView } from './burden-view.tsx';

/** AWS is asked about every account for it: an answer is kept as long as somebody reads it. */
const holdsFor = 10 * 60_000;

/** Who has what without a lease, what nobody uses, and what is proposed; looked up when the page is opened. */
export function BurdenSection({ accounts }: BurdenProps) {
  const { language } = useSay();
  const words = burdenPage[language];
  const { data, error, refetch, isFetching } = useVerb('access.burden', {}, { holdsFor });
  const again = () => void refetch();
  return (
    <Section
      title={verbTitle('access.burden', language)}
      aside={
        data && (
          <Button variant="default" size="compact-md" loading={isFetching} onClick={again}>
            {words.again}
          </Button>
        )
      }
    >
      {error && <ProblemNote error={error} retry={again} />}
      {!data && !error && <Waiting lines={4} height={44} />}
      {data && <BurdenView burden={data} accounts={accounts} />}
    </Section>
  );
}
