import type { PersonConfig } from '@sekisho/config';
import { AppError } from '@sekisho/core';
import { explainShortly } from '../failure.ts';
import { ask, type Parts } from '../parts.ts';
import { contextOf } from '../people.ts';
import { readerOf } from '../reader.ts';
import { membershipForm } from './membership-form.ts';
import { type OpenForm, redraw } from './show-quote.ts';

/** Fills what the person could join, and what it brings, into the open form. */
export async function showTeams(parts: Parts, person: PersonConfig, open: OpenForm): Promise<void> {
  const { house, baseUrl, logger } = parts;
  const reader = readerOf(house.config(), person, house.clock.now(), baseUrl);
  const { idempotencyKey: _, ...context } = contextOf(person, open.incoming);
  const teams = await ask(parts, 'membership.teams', context, {}).catch((error: unknown) => {
    if (!(error instanceof AppError)) {
      logger.error({ err: error, requestId: context.requestId }, 'a form of joining failed');
    }
    return explainShortly(error, reader, context.requestId);
  });
  const { memory, values } = open;
  await redraw(parts, open, membershipForm({ reader, memory, values, teams }));
}
