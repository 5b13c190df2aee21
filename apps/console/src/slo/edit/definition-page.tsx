import { editorWordsIn } from '@sekisho/words/slo';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemNote } from '../../shared/problem-note.tsx';
import { useSay } from '../../shared/say.ts';
import { Page, Section, Waiting } from '../../shared/section.tsx';
import { Beginning } from './beginning.tsx';
import { Editor } from './editor.tsx';
import { useDefinition } from './use-preview.ts';

/** Writes or changes the definition of an SLO, with what it would have done beside it; it saves nothing. */
export function DefinitionPage() {
  const { language } = useSay();
  const words = editorWordsIn(language);
  const { id } = useSearch({ from: '/definition' });
  const definition = useDefinition(id);
  const [begun, setBegun] = useState<{ readonly file: string; readonly text: string } | null>(null);
  const { data, error } = definition;
  const own = data && id !== undefined ? { file: data.file, text: data.current ?? '' } : null;
  const draft = own ?? begun;
  return (
    <Page title={id === undefined ? words.title : words.titleOf(id)} lead={words.lead}>
      {error && <ProblemNote error={error} retry={() => void definition.refetch()} />}
      {!data && !error && <Waiting lines={2} height={200} />}
      {data && draft === null && (
        <Section title={words.begin}>
          <Beginning known={data} onBegin={setBegun} />
        </Section>
      )}
      {data && draft !== null && (
        <Editor key={draft.file} draft={draft} wanted={id} exists={own !== null} />
      )}
    </Page>
  );
}
