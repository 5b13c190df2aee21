import { editorWordsIn } from '@sekisho/words/slo';
import { useSearch } from '@tanstack/react-router';
import { ProblemNote } from '../../shared/problem-note.tsx';
import { useSay } from '../../shared/say.ts';
import { Page, Waiting } from '../../shared/section.tsx';
import { Drafting } from './drafting.tsx';
import { useDefinition } from './use-preview.ts';

/** Writes or changes the definition of an SLO, with what it would have done beside it; it saves nothing. */
export function DefinitionPage() {
  const { language } = useSay();
  const words = editorWordsIn(language);
  const { id } = useSearch({ from: '/definition' });
  const definition = useDefinition(id);
  const { data, error } = definition;
  const own = data && id !== undefined ? { file: data.file, text: data.current ?? '' } : null;
  return (
    <Page title={id === undefined ? words.title : words.titleOf(id)} lead={words.lead}>
      {error && <ProblemNote error={error} retry={() => void definition.refetch()} />}
      {!data && !error && <Waiting lines={2} height={200} />}
      {data && <Drafting key={id ?? ''} known={data} own={own} wanted={id} />}
    </Page>
  );
}
