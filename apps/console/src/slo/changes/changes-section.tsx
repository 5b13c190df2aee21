import type { ChangeView } from '@sekisho/contract';
import { changeWordsIn } from '@sekisho/words/slo';
import { useState } from 'react';
import { reaches, useMe } from '../../shared/me.ts';
import { useSay } from '../../shared/say.ts';
import { Empty, Section } from '../../shared/section.tsx';
import { Table } from '../../shared/table.tsx';
import { OverrideDialog, TakeBackDialog } from './change-dialogs.tsx';
import { ChangeRow } from './change-row.tsx';

/** What somebody wants to do with a change. */
export type Wish = { readonly kind: 'through' | 'back'; readonly change: ChangeView };

/** Pull requests that a spent budget holds up, and those that somebody let through, by whom and until when. */
export function ChangesSection({ changes }: { readonly changes: readonly ChangeView[] }) {
  const { language } = useSay();
  const words = changeWordsIn(language);
  const may = reaches(useMe(), 'sre');
  const [wish, setWish] = useState<Wish | null>(null);
  const close = () => setWish(null);
  const some = changes.length > 0;
  return (
    <>
      <Section title={words.title} plain={some}>
        {!some && <Empty text={words.none} />}
        {some && !may && <p>{words.whyNot}</p>}
        {some && (
          <Table label={words.title} heads={[words.change, words.how, '']} testid="changes">
            {changes.map((change) => (
              <ChangeRow
                key={`${change.repository}#${change.number}`}
                {...{ change, may }}
                onWish={(kind) => setWish({ kind, change })}
              />
            ))}
          </Table>
        )}
      </Section>
      {/* Outside of the table, whose rows change while it is open. */}
      {wish?.kind === 'through' && <OverrideDialog change={wish.change} onClose={close} />}
      {wish?.kind === 'back' && <TakeBackDialog change={wish.change} onClose={close} />}
    </>
  );
}
