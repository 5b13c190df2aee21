import { type Block, quoteCard, toBlocks } from '@sekisho/cards';
import type { Config } from '@sekisho/config';
import type { OutputOf } from '@sekisho/contract';
import { formatRate } from '@sekisho/words';
import type { Reader } from '../reader.ts';
import { say } from '../words.ts';
import { type Choice, fieldBlock } from './element.ts';
import { type FormMemory, fieldsOf, formView, type SlackView, textBlock } from './form.ts';

export type Quote = OutputOf<'ops.quote'>;

export interface StartForm {
  readonly config: Config;
  readonly reader: Reader;
  readonly memory: FormMemory;
  /** Field values, as typed so far. */
  readonly values: Readonly<Record<string, string>>;
  /** What it would cost and who must agree; words when that is not known, null before it was asked. */
  readonly quote: Quote | string | null;
}

const live = new Set(['environment', 'for', 'size', 'breakGlass']);

/** The form that asks for an ops server, with its cost and who must agree below. */
export function startForm(form: StartForm): SlackView {
  const { reader, config, quote } = form;
  const mayBreakGlass =
    quote === null || typeof quote === 'string'
      ? form.memory.mayBreakGlass === true
      : quote.mayBreakGlass;
  const environment = chosenEnvironment(config, form.values['environment']);
  const fields = fieldsOf('ops.start').filter(({ name }) => name !== 'breakGlass' || mayBreakGlass);
  const blocks = fields.map((field) =>
    fieldBlock(field, {
      verb: 'ops.start',
      language: reader.language,
      initial: field.name === 'environment' ? environment : form.values[field.name],
      choices: choicesFor(field.name, environment, form),
      live: live.has(field.name),
      ...(field.name === 'size' ? { suffix: environment } : {}),
    }),
  );
  const memory = { ...form.memory, mayBreakGlass };
  return formView('ops.start', memory, [...blocks, ...quoteBlocks(form)], reader.language);
}

/** The environment in the form: the one said, else the first that is not production. */
export function chosenEnvironment(config: Config, said: string | undefined): string {
  const names = Object.keys(config.environments);
  const harmless = names.find((name) => config.environments[name]?.production === false);
  return names.find((name) => name === said) ?? harmless ?? names[0] ?? '';
}

function choicesFor(field: string, environment: string, { config, quote }: StartForm): Choice[] {
  if (field === 'environment') {
    return Object.values(config.environments).map(({ name, production }) => ({
      text: production ? `🟥 ${name}` : name,
      value: name,
    }));
  }
  if (field !== 'size') return [];
  const prices = quote === null || typeof quote === 'string' ? [] : quote.sizes;
  return (config.environments[environment]?.opsServer.sizes ?? []).map((size) => {
    const price = prices.find(({ instanceType }) => instanceType === size)?.costPerHour;
    return { text: price ? `${size} · ${formatRate(price, 'en')}` : size, value: size };
  });
}

function quoteBlocks({ quote, reader }: StartForm): Block[] {
  if (quote === null) {
    return [textBlock(say(reader.language, 'Working out the cost…', '費用を計算しています…'))];
  }
  if (typeof quote === 'string') return [textBlock(`▲ ${quote}`)];
  return [{ type: 'divider' }, ...toBlocks(quoteCard(quote, reader))];
}
