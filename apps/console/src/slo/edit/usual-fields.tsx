import { NativeSelect, TextInput } from '@mantine/core';
import { editorWordsIn } from '@sekisho/words/slo';
import { useState } from 'react';
import { useSay } from '../../shared/say.ts';
import classes from './edit.module.css';
import {
  type FieldName,
  fieldNames,
  readField,
  type SloText,
  slosIn,
  writeField,
} from './fields.ts';

interface UsualFieldsProps {
  readonly text: string;
  /** The SLO that the reader came for. */
  readonly wanted: string | undefined;
  readonly onChange: (text: string) => void;
}

/** What is changed most, as fields: each writes into the text at its place. */
export function UsualFields({ text, wanted, onChange }: UsualFieldsProps) {
  const { language } = useSay();
  const words = editorWordsIn(language);
  const slos = slosIn(text);
  const first = slos.findIndex(({ name }) => name === wanted || wanted?.startsWith(`${name}-`));
  const [chosen, setChosen] = useState<number | null>(null);
  const at = Math.min(chosen ?? Math.max(first, 0), slos.length - 1);
  const slo = slos[at];
  if (slo === undefined) return <p>{words.noSlo}</p>;
  return (
    <div className={classes.form}>
      {slos.length > 1 && (
        <NativeSelect
          label={words.which}
          value={String(at)}
          data={slos.map(({ name }, index) => ({ value: String(index), label: name }))}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
        />
      )}
      {fieldNames.map((name) => (
        <OneField key={`${name} ${at}`} {...{ name, text, slo, onChange }} />
      ))}
    </div>
  );
}

interface OneFieldProps extends Pick<UsualFieldsProps, 'text' | 'onChange'> {
  readonly name: FieldName;
  readonly slo: SloText;
}

/** What is typed stays as it was typed while it means what the text says, or nothing yet. */
function OneField({ name, text, slo, onChange }: OneFieldProps) {
  const { language } = useSay();
  const words = editorWordsIn(language);
  const value = readField(text, slo, name);
  const [typed, setTyped] = useState<string | null>(null);
  const type = (next: string) => {
    setTyped(next);
    const written = writeField(text, slo, name, next);
    if (written !== text) onChange(written);
  };
  return (
    <TextInput
      label={words.fields[name]}
      value={typed ?? value ?? ''}
      disabled={value === null}
      description={value === null ? words.inText : undefined}
      onChange={(event) => type(event.currentTarget.value)}
      // From then on it is again what the text says.
      onBlur={() => setTyped(null)}
    />
  );
}
