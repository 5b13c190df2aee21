import { editorWordsIn } from '@sekisho/words/slo';
import { useRef, useState } from 'react';
import { ProblemNote } from '../../shared/problem-note.tsx';
import { useSay } from '../../shared/say.ts';
import { Section, Waiting } from '../../shared/section.tsx';
import type { Draft } from './drafts.ts';
import classes from './edit.module.css';
import { Findings } from './findings.tsx';
import { IntoGit } from './into-git.tsx';
import { Past } from './past.tsx';
import { useLeaveWarning } from './use-leave-warning.ts';
import { mostCharacters, type Previewed, usePreview } from './use-preview.ts';
import { UsualFields } from './usual-fields.tsx';
import { goToLine, YamlArea } from './yaml-area.tsx';

interface EditorProps {
  /** What is edited at first. */
  readonly draft: Draft;
  readonly wanted: string | undefined;
  readonly exists: boolean;
  /** Keeps what is written, and says whether it could. */
  readonly onKeep: (draft: Draft) => boolean;
}

/** The form and the text of a definition, and beside them what the server says of it as one types. */
export function Editor({ draft, wanted, exists, onKeep }: EditorProps) {
  const { language } = useSay();
  const words = editorWordsIn(language);
  const area = useRef<HTMLTextAreaElement>(null);
  const [{ file, text }, setDraft] = useState<Draft>({ file: draft.file, text: draft.text });
  const [lost, setLost] = useState(false);
  useLeaveWarning(lost, words.draftLost);
  const write = (change: Partial<Draft>) => {
    const next = { file, text, ...change };
    setDraft(next);
    setLost(!onKeep(next));
  };
  const setText = (next: string) => write({ text: next });
  const { answer, error, settled, slos = [], asking, again } = usePreview({ file, text });
  const marks = answer === undefined || !settled ? noMarks : marksOf(answer);
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <Section title={words.form}>
          <UsualFields text={text} wanted={wanted} onChange={setText} />
        </Section>
        <YamlArea ref={area} text={text} marks={marks} onChange={setText} />
        {text.length > mostCharacters && <p>{words.tooLong}</p>}
        <Section title={words.next}>
          <IntoGit
            file={file}
            text={text}
            exists={exists}
            onFile={(next) => write({ file: next })}
          />
        </Section>
      </div>
      <div className={classes.column}>
        {error && <ProblemNote error={error} />}
        <Section title={words.findings}>
          {answer ? (
            <Findings
              answer={answer}
              settled={settled}
              onLine={(line) => goToLine(area.current, line)}
            />
          ) : (
            <Waiting lines={1} height={40} />
          )}
        </Section>
        <Section title={words.past}>
          {answer && <PastOf {...{ answer, slos, asking }} onAgain={again} />}
        </Section>
      </div>
    </div>
  );
}

interface PastOfProps {
  readonly answer: Previewed;
  readonly slos: Previewed['slos'];
  readonly asking: boolean;
  readonly onAgain: () => void;
}

function PastOf({ answer, slos, asking, onAgain }: PastOfProps) {
  const { language } = useSay();
  const words = editorWordsIn(language);
  const wrong = answer.findings.some(({ severity }) => severity === 'problem');
  if (slos.length === 0) return <p>{wrong ? words.pastWaits : words.noSlo}</p>;
  return (
    <div className={classes.column} aria-busy={asking}>
      <p aria-live="polite" className={classes.asking}>
        {asking && words.asking}
      </p>
      {slos.map((one) => (
        <Past key={one.id} of={one} waits={asking} onAgain={onAgain} />
      ))}
    </div>
  );
}

const noMarks: ReadonlyMap<number, 'problem' | 'warning'> = new Map();

function marksOf({ findings, file }: Previewed): ReadonlyMap<number, 'problem' | 'warning'> {
  const own = findings.filter((one) => one.file === file);
  // Problems come last: of two on one line the graver is kept.
  const order = [...own].sort((a, b) => (a.severity < b.severity ? 1 : -1));
  return new Map(order.map(({ line, severity }) => [line, severity]));
}
