import { Button, NativeSelect, TextInput } from '@mantine/core';
import { editorWordsIn } from '@sekisho/words/slo';
import { type FormEvent, useState } from 'react';
import { useSay } from '../../shared/say.ts';
import type { Draft } from './drafts.ts';
import classes from './edit.module.css';
import { type Beginning as Chosen, hasTemplate, templateOf } from './template.ts';
import type { Previewed } from './use-preview.ts';

interface BeginningProps {
  readonly known: Pick<Previewed, 'sources' | 'services'>;
  readonly onBegin: (draft: Draft) => void;
}

/** Asks for what a first definition cannot do without, and writes the rest. */
export function Beginning({ known, onBegin }: BeginningProps) {
  const { language } = useSay();
  const words = editorWordsIn(language);
  const sources = known.sources.filter((each) => hasTemplate(each.kind));
  const [kind, setKind] = useState<Chosen['kind']>('availability');
  const [service, setService] = useState(known.services[0] ?? '');
  const [chosen, setSource] = useState(sources[0]?.name ?? '');
  const source = sources.find((each) => each.name === chosen);
  const [name, setName] = useState('');
  const ready = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(name) && service !== '';
  const begin = (event: FormEvent) => {
    event.preventDefault();
    if (ready && source !== undefined)
      onBegin({ file: `services/${name}.yaml`, text: templateOf({ kind, name, service, source }) });
  };
  if (source === undefined) return <p>{words.noSource}</p>;
  const kinds = [
    { value: 'availability', label: words.availability },
    { value: 'latency', label: words.latency },
  ];
  const choose = (set: (value: string) => void) => ({
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      set(event.currentTarget.value),
  });
  return (
    <form className={classes.form} onSubmit={begin}>
      <NativeSelect
        label={words.begin}
        data={kinds}
        value={kind}
        {...choose((value) => setKind(value === 'latency' ? 'latency' : 'availability'))}
      />
      <TextInput
        label={words.name}
        placeholder="checkout-availability"
        value={name}
        maxLength={63}
        {...choose(setName)}
      />
      <NativeSelect
        label={words.service}
        data={[...known.services]}
        value={service}
        {...choose(setService)}
      />
      <NativeSelect
        label={words.source}
        data={sources.map((each) => each.name)}
        value={chosen}
        {...choose(setSource)}
      />
      <div className={classes.acts}>
        <Button type="submit" disabled={!ready}>
          {words.startHere}
        </Button>
      </div>
    </form>
  );
}
