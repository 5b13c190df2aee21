import { Textarea, TextInput } from '@mantine/core';
import type { InputOf } from '@sekisho/contract';
import { fieldHelp } from '@sekisho/words';
import { type ReactNode, useState } from 'react';
import { AskingModal } from '../../shared/asking-modal.tsx';
import { type FieldInfo, fieldsOf } from '../../shared/manifest.ts';
import { tell } from '../../shared/problem.ts';
import { useSay } from '../../shared/say.ts';
import { toast } from '../../shared/toasts.ts';
import { useWrite } from '../../shared/use-verb.ts';

export type AgreeVerb =
  | 'slo.propose'
  | 'slo.correct'
  | 'slo.decline'
  | 'slo.uncorrect'
  | 'slo.override'
  | 'slo.review-decide'
  | 'slo.review-action';

interface VerbDialogProps {
  readonly verb: AgreeVerb;
  readonly title: string;
  readonly means: string;
  /** What the button that does it says. */
  readonly act: string;
  /** What is told when it is done. */
  readonly done: string;
  /** What need not be asked. */
  readonly given: Partial<InputOf<AgreeVerb>>;
  /** What stands in the fields at first. */
  readonly initial?: Readonly<Record<string, string>>;
  /** Fields that are asked for, in their order. */
  readonly asked: readonly string[];
  /** Those among them that cannot be left empty, besides what the contract demands. */
  readonly needed?: readonly string[];
  /** What fields are called here, where that is not what they are called elsewhere. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Choices that stand above the fields. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** Asks for what a verb needs, as its contract says; an error stays beside its field and nothing typed is lost. */
export function VerbDialog(props: VerbDialogProps) {
  const { verb, title, means, act, done, given, asked, needed = [], children, onClose } = props;
  const { initial = {}, labels = {} } = props;
  const { t } = useSay();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(initial);
  const write = useWrite(verb);
  const told = write.error ? tell(write.error, t) : null;
  const fields = asked.flatMap((name) => fieldsOf(verb).filter((field) => field.name === name));
  const isNeeded = ({ name, required }: FieldInfo) => required || needed.includes(name);
  const valueOf = (name: string) => typed[name]?.trim() ?? '';
  const ready = fields.every((field) => !isNeeded(field) || valueOf(field.name) !== '');
  const send = () => {
    const said = fields.filter(({ name }) => valueOf(name) !== '');
    const input = {
      ...given,
      ...Object.fromEntries(said.map(({ name }) => [name, valueOf(name)])),
    };
    write.mutate(input as InputOf<AgreeVerb>, {
      onSuccess: () => {
        toast({ kind: 'done', text: done });
        onClose();
      },
    });
  };
  return (
    <AskingModal
      title={title}
      means={means}
      act={act}
      ready={ready}
      busy={write.isPending}
      error={write.error}
      onSend={send}
      onClose={onClose}
    >
      {children}
      {fields.map((field, index) => (
        <AskedField
          key={field.name}
          verb={verb}
          field={field}
          called={labels[field.name]}
          needed={isNeeded(field)}
          first={index === 0}
          value={typed[field.name] ?? ''}
          error={told?.field === field.name ? told.why : null}
          onChange={(value) => setTyped({ ...typed, [field.name]: value })}
        />
      ))}
    </AskingModal>
  );
}

interface AskedFieldProps {
  readonly verb: AgreeVerb;
  readonly field: FieldInfo;
  readonly called: string | undefined;
  readonly needed: boolean;
  readonly first: boolean;
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
}

function AskedField({
  verb,
  field,
  called,
  needed,
  first,
  value,
  error,
  onChange,
}: AskedFieldProps) {
  const { t, language } = useSay();
  const help = fieldHelp(verb, field.name, language);
  const label = called ?? t.sloAgree.fields[field.name] ?? help;
  const shared = {
    ...{ label, value, error, required: needed },
    ...(help === label ? {} : { description: help }),
    ...(first ? { 'data-autofocus': true } : {}),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange(event.currentTarget.value),
  };
  return field.format === 'text' ? <Textarea {...shared} rows={3} /> : <TextInput {...shared} />;
}
