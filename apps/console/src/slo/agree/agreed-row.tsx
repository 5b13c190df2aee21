import type { Agreed } from '@sekisho/contract';
import {
  agreedText,
  agreementGlyph,
  agreementStateName,
  askedText,
  needsText,
  whenText,
} from '@sekisho/words';
import type { ReactNode } from 'react';
import { timeZone } from '../../shared/moments.ts';
import { useSay } from '../../shared/say.ts';

interface AgreedRowProps {
  readonly agreed: Agreed;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/** One proposal or correction in a table: how it stands, when, why, who asked and who agreed. */
export function AgreedRow({ agreed, children }: AgreedRowProps) {
  const { t, language, person, relative } = useSay();
  const now = Date.now();
  const reader = { language, timeZone, now: new Date(now), nameOf: person };
  const lines = [needsText(agreed, reader), agreedText(agreed, reader)].filter(Boolean);
  return (
    <tr data-testid={agreed.id}>
      <td>
        <span aria-hidden="true">{agreementGlyph(agreed.state)}</span>{' '}
        {agreementStateName(agreed.state, language)}
        {agreed.state === 'open' && (
          <small> {t.sloAgree.lapses(relative(agreed.lapsesAt, now, 'deadline'))}</small>
        )}
        <br />
        <code>{agreed.id}</code>
      </td>
      <td>
        <strong>{askedText(agreed, language)}</strong>
        <br />
        {whenText(agreed, reader)}
      </td>
      <td>
        {agreed.reason}
        {agreed.endReason !== null && <small> ({agreed.endReason})</small>}
      </td>
      <td>
        {person(agreed.askedBy)}
        {lines.map((line) => (
          <small key={line} style={{ display: 'block' }}>
            {line}
          </small>
        ))}
      </td>
      <td>{children}</td>
    </tr>
  );
}
