import { editorWordsIn } from '@sekisho/words/slo';
import { type Ref, useId } from 'react';
import { useSay } from '../../shared/say.ts';
import classes from './edit.module.css';

interface YamlAreaProps {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly text: string;
  /** By line from 1, the gravest thing said of it. */
  readonly marks: ReadonlyMap<number, 'problem' | 'warning'>;
  readonly onChange: (text: string) => void;
}

/** A text with its lines numbered, and marked where the check says something. */
export function YamlArea({ ref, text, marks, onChange }: YamlAreaProps) {
  const { language } = useSay();
  const words = editorWordsIn(language);
  const id = useId();
  const lines = text.split('\n');
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 60);
  return (
    <div>
      <label className={classes.label} htmlFor={id}>
        {words.text}
      </label>
      <div className={classes.area}>
        <div className={classes.numbers} aria-hidden="true">
          {lines.map((_, index) => (
            <span key={index} data-mark={marks.get(index + 1)}>
              {index + 1}
            </span>
          ))}
        </div>
        <textarea
          id={id}
          ref={ref}
          value={text}
          rows={lines.length}
          cols={longest + 2}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
    </div>
  );
}

/** Puts the caret at the beginning of a line. @param line from 1 */
export function goToLine(area: HTMLTextAreaElement | null, line: number): void {
  if (area === null) return;
  const at =
    area.value
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + (line > 1 ? 1 : 0);
  area.focus();
  area.setSelectionRange(at, at);
  const height = area.scrollHeight / Math.max(area.rows, 1);
  area.parentElement?.scrollTo({ top: Math.max((line - 4) * height, 0) });
}
