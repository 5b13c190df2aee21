import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSay } from '../shared/say.ts';
import type { Json } from './api.ts';
import { choicesOf, initialOf, isChoice } from './choices.ts';
import { objectOf } from './json.ts';
import type { Surface } from './surface.ts';
import { useNames } from './text.tsx';

/** What an `input` block says around its element. */
export interface FieldWords {
  readonly label: string;
  readonly hint: string;
  readonly optional: boolean;
  readonly error: string | null;
  readonly dispatch: boolean;
}

interface ElementProps {
  readonly element: Json;
  readonly block: Json;
  readonly surface: Surface;
  readonly field?: FieldWords;
}

/** One interactive element: a button, or something that is typed or chosen. */
export function ElementView({ element, block, surface, field }: ElementProps) {
  if (element['type'] === 'button') {
    return <ButtonElement element={element} block={block} surface={surface} />;
  }
  return (
    <ValueElement element={element} block={block} surface={surface} {...(field ? { field } : {})} />
  );
}

function ButtonElement({ element, block, surface }: ElementProps) {
  const { t } = useSay();
  const [sure, setSure] = useState(false);
  const [blockId, actionId] = [String(block['block_id']), String(element['action_id'])];
  const confirm = objectOf(element['confirm']);
  const text = String(objectOf(element['text'])?.['text'] ?? '');
  const style = element['style'];
  const url = element['url'];
  const press = () => {
    if (confirm && !sure) return setSure(true);
    setSure(false);
    if (typeof url === 'string' && /^https?:/.test(url)) window.open(url, '_blank', 'noreferrer');
    surface.onAction(blockId, actionId);
  };
  return (
    <>
      <Button
        size="compact-md"
        variant={style === 'primary' ? 'filled' : 'default'}
        {...(style === 'danger' ? { c: 'var(--sk-error)' } : {})}
        loading={surface.busy === `${blockId}/${actionId}`}
        onClick={press}
      >
        {sure ? String(objectOf(confirm?.['confirm'])?.['text'] ?? text) : text}
      </Button>
      {sure && (
        <Button size="compact-md" variant="subtle" onClick={() => setSure(false)}>
          {t.common.cancel}
        </Button>
      )}
    </>
  );
}

function ValueElement({ element, block, surface, field }: ElementProps) {
  const { t } = useSay();
  const names = useNames();
  const [blockId, actionId] = [String(block['block_id']), String(element['action_id'])];
  const value = surface.valueOf(blockId, actionId) ?? initialOf(element);
  const placeholder = String(objectOf(element['placeholder'])?.['text'] ?? '');
  const tells = !field || field.dispatch;
  const keep = (next: string) => surface.onInput(blockId, actionId, next);
  const tell = (next: string) => tells && surface.onAction(blockId, actionId, next);
  const common = {
    name: actionId,
    ...(field
      ? {
          label: field.optional ? `${field.label} (${t.common.optional})` : field.label,
          description: field.hint,
          error: field.error,
          required: !field.optional,
        }
      : { 'aria-label': placeholder || actionId }),
    ...(surface.first === blockId ? { 'data-autofocus': true } : {}),
  };
  if (isChoice(element)) {
    // A menu of things to do keeps no choice: the same one can be made again.
    const menu = element['type'] === 'overflow';
    const empty = { value: '', label: menu ? '…' : placeholder || t.chat.choose };
    const choose = (next: string) => {
      if (menu && next === '') return;
      if (!menu) keep(next);
      tell(next);
    };
    return (
      <NativeSelect
        {...common}
        {...(menu ? { size: 'xs', w: 76 } : {})}
        value={menu ? '' : String(value ?? '')}
        data={[empty, ...choicesOf(element, names)]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    );
  }
  const text = {
    ...common,
    placeholder,
    value: String(value ?? ''),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      keep(event.currentTarget.value),
    // Typed text is told once it is finished, as Slack does.
    onBlur: (event: { readonly currentTarget: { readonly value: string } }) =>
      tell(event.currentTarget.value),
  };
  if (element['multiline'] === true) return <Textarea {...text} rows={3} />;
  return <TextInput {...text} type={inputType(element)} />;
}

function inputType(element: Json): 'text' | 'date' | 'time' {
  if (element['type'] === 'datepicker') return 'date';
  return element['type'] === 'timepicker' ? 'time' : 'text';
}
