import type { PersonConfig } from '@sekisho/config';
import { AppError } from '@sekisho/core';
import type { Incoming } from '../come-in/incoming.ts';
import { explainShortly } from '../failure.ts';
import { ask, type Parts } from '../parts.ts';
import { contextOf } from '../people.ts';
import { type Reader, readerOf } from '../reader.ts';
import { type FormMemory, type SlackView, toModal } from './form.ts';
import { chosenEnvironment, type Quote, type StartForm, startForm } from './start-form.ts';

export interface OpenForm {
  readonly viewId: string;
  readonly memory: FormMemory;
  readonly values: Readonly<Record<string, string>>;
  readonly incoming: Incoming;
}

/**
 * Fills the cost and who must agree into an open form, for the values as they were typed.
 * What the person types meanwhile stays; a change that came after this one wins.
 */
export async function showQuote(parts: Parts, person: PersonConfig, open: OpenForm): Promise<void> {
  const { house } = parts;
  const config = house.config();
  const reader = readerOf(config, person, house.clock.now(), parts.baseUrl);
  const environment = chosenEnvironment(config, open.values['environment']);
  const form: StartForm = {
    ...{ config, reader, memory: open.memory },
    values: { ...open.values, environment },
    quote: await quoteFor(parts, person, reader, open, environment),
  };
  await redraw(parts, open, startForm(form));
}

/** Shows a form anew, unless a newer change was shown meanwhile. */
export async function redraw(
  { client, newest, logger }: Parts,
  { viewId, incoming }: OpenForm,
  shown: SlackView,
): Promise<void> {
  const stamp = incoming.kind === 'action' ? incoming.actionTs : '';
  if ((newest.get(viewId) ?? '') > stamp) return;
  await client.views.update({ view_id: viewId, view: toModal(shown) }).catch((error: unknown) => {
    // Closed or sent meanwhile: nothing is left to fill.
    logger.debug({ err: error }, 'a form was gone before it was filled');
  });
}

async function quoteFor(
  parts: Parts,
  person: PersonConfig,
  reader: Reader,
  { values, incoming }: OpenForm,
  environment: string,
): Promise<Quote | string> {
  const { idempotencyKey: _, ...context } = contextOf(person, incoming);
  const sizes = parts.house.config().environments[environment]?.opsServer.sizes ?? [];
  const said = Object.entries(values).filter(([name, value]) => {
    if (value.trim() === '' || name === 'environment' || name === 'breakGlass') return false;
    return name !== 'size' || sizes.includes(value);
  });
  const input = {
    ...Object.fromEntries(said),
    environment,
    ...(values['breakGlass'] === 'yes' ? { breakGlass: true } : {}),
  };
  try {
    return await ask(parts, 'ops.quote', context, input);
  } catch (error) {
    if (!(error instanceof AppError)) {
      parts.logger.error({ err: error, requestId: context.requestId }, 'a quote failed');
    }
    return explainShortly(error, reader, context.requestId);
  }
}
