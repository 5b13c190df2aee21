import type { PersonConfig } from '@sekisho/config';
import { AppError } from '@sekisho/core';
import { explainShortly } from '../failure.ts';
import { ask, type Parts } from '../parts.ts';
import { contextOf } from '../people.ts';
import { readerOf } from '../reader.ts';
import { accessForm } from './access-form.ts';
import { type OpenForm, redraw } from './show-quote.ts';

/** Fills what the person could have, and what it takes, into the open form. */
export async function showPossible(
  parts: Parts,
  person: PersonConfig,
  open: OpenForm,
): Promise<void> {
  const { house, baseUrl, logger } = parts;
  const reader = readerOf(house.config(), person, house.clock.now(), baseUrl);
  const { idempotencyKey: _, ...context } = contextOf(person, open.incoming);
  const possible = await ask(parts, 'access.could', context, {}).catch((error: unknown) => {
    if (!(error instanceof AppError)) {
      logger.error({ err: error, requestId: context.requestId }, 'a form of access failed');
    }
    return explainShortly(error, reader, context.requestId);
  });
  const { memory, values } = open;
  await redraw(parts, open, accessForm({ reader, memory, values, possible }));
}
