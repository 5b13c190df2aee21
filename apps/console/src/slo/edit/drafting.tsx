import { editorWordsIn } from '@sekisho/words/slo';
import { useState } from 'react';
import { useSay } from '../../shared/say.ts';
import { Section } from '../../shared/section.tsx';
import { toast } from '../../shared/toasts.ts';
import { Beginning } from './beginning.tsx';
import { DraftNote } from './draft-note.tsx';
import { type Draft, draftsIn } from './drafts.ts';
import { Editor } from './editor.tsx';
import type { Previewed } from './use-preview.ts';

interface DraftingProps {
  /** What a new definition may refer to. */
  readonly known: Pick<Previewed, 'sources' | 'services'>;
  /** The file as the server has it; null for a new one. */
  readonly own: Draft | null;
  readonly wanted: string | undefined;
}

const drafts = draftsIn(() => sessionStorage);

/** The editor over what was typed here before, or else over the file or a template. */
export function Drafting({ known, own, wanted }: DraftingProps) {
  const { language } = useSay();
  const words = editorWordsIn(language);
  const place = own?.file ?? null;
  const [kept, setKept] = useState(() => drafts.read(place));
  const [begun, setBegun] = useState(own);
  const base = kept?.base ?? own?.text ?? '';
  const drop = () => {
    drafts.drop(place);
    setKept(null);
    setBegun(own);
    const undo = () => kept && drafts.keep(place, kept) && setKept(kept);
    toast({ kind: 'done', text: words.draftThrownAway, undo });
  };
  const keep = (next: Draft) => {
    const same = next.text === own?.text;
    if (same) drafts.drop(place);
    return same || drafts.keep(place, { ...next, base });
  };
  const draft = kept ?? begun;
  if (draft === null)
    return (
      <Section title={words.begin}>
        <Beginning known={known} onBegin={setBegun} />
      </Section>
    );
  return (
    <>
      {kept && <DraftNote stale={own !== null && kept.base !== own.text} onDrop={drop} />}
      <Editor
        key={kept ? 'draft' : 'file'}
        {...{ draft, wanted }}
        exists={own !== null}
        onKeep={keep}
      />
    </>
  );
}
