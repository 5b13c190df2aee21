import type { MembershipLease } from '@sekisho/contract';
import { missingText } from '@sekisho/words';
import { membershipWordsIn, rosterParts } from '@sekisho/words/membership';
import { Link } from '@tanstack/react-router';
import { Glyph, leaseGlyph } from '../shared/glyph.tsx';
import { useSay } from '../shared/say.ts';
import { Section } from '../shared/section.tsx';
import classes from './membership.module.css';

/** What a membership grants now: each part with its state, those in AWS with their own lease. */
export function PartsList({ lease }: { readonly lease: MembershipLease }) {
  const { language, span, state } = useSay();
  const words = membershipWordsIn(language);
  return (
    <Section title={words.parts}>
      <ul className={classes.list} data-testid="parts">
        <li className={classes.part}>
          <span>
            <Glyph name={leaseGlyph(lease)} size={14} /> {state(lease.state, lease.stuck)}
          </span>
          <span>{rosterParts(lease, language).join(' · ')}</span>
        </li>
        {lease.permissionSets.map((part) => (
          <li key={part.lease} className={classes.part}>
            <span>
              <Glyph name={leaseGlyph(part)} size={14} /> {state(part.state, part.stuck)}
            </span>
            <span>{words.access(part.permissionSet, part.accountName)}</span>
            <Link to="/leases/$id" params={{ id: part.lease }}>
              {part.lease}
            </Link>
            {part.missing !== null && <small>{missingText(part.missing, language).why}</small>}
          </li>
        ))}
      </ul>
      {lease.deadline === null && lease.maximumSeconds > lease.durationSeconds && (
        <p>{words.atMostExtended(span(lease.maximumSeconds))}</p>
      )}
      <p className={classes.soft}>{words.noSwitch}</p>
    </Section>
  );
}
