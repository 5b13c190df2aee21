import type { Agreed } from '@sekisho/contract';
import {
  agreedText,
  agreementGlyph,
  agreementStateName,
  askedText,
  needsText,
  subjectText,
  whenText,
} from '@sekisho/words/leases';
import type { Card, Part } from './card.ts';
import { actionOf } from './lease-actions.ts';
import { type CardOptions, linkToSlo, nameOf, say } from './options.ts';

/** A proposed target or a correction: what, for what and why, from when, who agreed, who still must. */
export function agreementCard(agreed: Agreed, options: CardOptions): Card {
  const { language } = options;
  const reader = { ...options, nameOf: (id: string) => nameOf(id, options) };
  const asker = nameOf(agreed.askedBy, options);
  return {
    language,
    production: false,
    glyph: agreementGlyph(agreed.state),
    head: [
      agreementStateName(agreed.state, language),
      askedText(agreed, language),
      subjectText(agreed, language),
    ],
    parts: [
      facts([say(language, `asked for by ${asker}`, `依頼者 ${asker}`), agreed.id]),
      { type: 'quote', text: agreed.reason },
      facts([whenText(agreed, reader)]),
      facts([needsText(agreed, reader), agreedText(agreed, reader)]),
      ...endParts(agreed, options),
    ],
    actions: actionsOf(agreed, options),
    link: linkOf(agreed, options),
  };
}

/** Who ended it, and why, where somebody did. */
function endParts({ endedBy, endReason }: Agreed, options: CardOptions): Part[] {
  if (endedBy === null) return [];
  const who = nameOf(endedBy, options);
  return [
    facts([say(options.language, `ended by ${who}`, `終了した人 ${who}`)]),
    ...(endReason === null ? [] : [{ type: 'quote', text: endReason } as const]),
  ];
}

/** Accept and decline, for those whose agreement is missing; in a channel for whoever that may be. */
function actionsOf(agreed: Agreed, options: CardOptions): Card['actions'] {
  const { you } = options;
  const asked = agreed.needs.some(({ people }) => you === null || people.includes(you));
  if (agreed.state !== 'open' || !asked) return [];
  return [
    actionOf('slo.accept', agreed.id, options, true),
    actionOf('slo.decline', agreed.id, options),
  ];
}

function linkOf(agreed: Agreed, options: CardOptions): Card['link'] {
  const slo = agreed.kind === 'target' ? agreed.slo : agreed.slos?.[0];
  return slo === undefined ? null : linkToSlo(slo, options);
}

function facts(words: readonly string[]): Part {
  return { type: 'facts', facts: words.filter((word) => word !== '') };
}
