import { NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import type { OutputOf } from '@sekisho/contract';
import { fieldHelp } from '@sekisho/words';
import type { FieldInfo } from '../shared/manifest.ts';
import { useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import type { Draft } from './draft.ts';

interface AskFieldProps {
  readonly field: FieldInfo;
  readonly draft: Draft;
  readonly quote: OutputOf<'ops.quote'> | null;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
}

/** One field of the form, drawn by its format in the contract. */
export function AskField({ field, draft, quote, error, onChange }: AskFieldProps) {
  const { t, language, span, rate } = useSay();
  const me = useMe();
  const { name, format, required } = field;
  const common = {
    name,
    label: t.ask.fields[name] ?? name,
    description: fieldHelp('ops.start', name, language),
    error,
    required,
  };
  const set = (event: { readonly currentTarget: { readonly value: string } }) =>
    onChange(event.currentTarget.value);
  if (field.type === 'boolean') {
    if (quote?.mayBreakGlass !== true && draft[name] === undefined) return null;
    return (
      <Switch
        {...common}
        checked={draft[name] === 'yes'}
        onChange={(event) => onChange(event.currentTarget.checked ? 'yes' : '')}
      />
    );
  }
  const text = { ...common, value: draft[name] ?? '', onChange: set };
  if (format === 'environment') {
    return <NativeSelect {...text} data={me.environments.map((one) => one.name)} />;
  }
  if (format === 'size') {
    const sizes = quote?.sizes ?? [];
    const data = sizes.map(({ instanceType, costPerHour }, index) => ({
      value: index === 0 ? '' : instanceType,
      label: `${instanceType} · ${rate(costPerHour)}`,
    }));
    return <NativeSelect {...text} data={data.length > 0 ? data : [{ value: '', label: '…' }]} />;
  }
  if (format === 'text') return <Textarea {...text} rows={2} data-autofocus />;
  const placeholder =
    format === 'duration' && quote ? span(quote.durationSeconds) : (t.ask.examples[name] ?? '');
  return <TextInput {...text} placeholder={placeholder} autoComplete="off" />;
}
