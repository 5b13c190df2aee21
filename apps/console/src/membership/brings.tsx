import type { JoinableTeam } from '@sekisho/contract';
import { membershipWordsIn } from '@sekisho/words/membership';
import { Link } from '@tanstack/react-router';
import { Glyph } from '../shared/glyph.tsx';
import { useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import classes from './membership.module.css';
import { rosterParts } from './parts-list.tsx';

/** Everything that joining a team lends, for how long at most, and who must agree; or why not, and what to do. */
export function Brings({ team }: { readonly team: JoinableTeam }) {
  const { language, role } = useSay();
  const words = membershipWordsIn(language);
  const isIn = useMe().person?.groups.includes(team.group) === true;
  const { refusal, lease, permissionSets, checklist } = team;
  // That no rule is for somebody is how it was meant: nothing failed.
  const noRule = refusal?.code === 'policy-refused';
  const failed = refusal !== null && lease === null && !isIn && !noRule;
  return (
    <div
      className={classes.brings}
      aria-live="polite"
      data-testid="brings"
      data-refused={failed || undefined}
    >
      {failed && (
        <p role="alert">
          <Glyph name="failed" /> <strong>{refusal.message}</strong> {refusal.fix}
        </p>
      )}
      {refusal && lease === null && isIn && <p>{words.alwaysIn}</p>}
      {noRule && lease === null && !isIn && (
        <p>
          {refusal.message} {refusal.fix}
        </p>
      )}
      {lease !== null && (
        <p>
          {words.joined}{' '}
          <Link to="/leases/$id" params={{ id: lease }}>
            {words.open}
          </Link>
        </p>
      )}
      <h3>{words.brings}</h3>
      <ul className={classes.plain}>
        {rosterParts(team, words, role).map((part) => (
          <li key={part}>{part}</li>
        ))}
        {permissionSets.map(({ account, permissionSet }) => (
          <li key={`${account} ${permissionSet}`}>{words.access(permissionSet, account)}</li>
        ))}
        {checklist.length > 0 && <li>{words.firstThingsCount(checklist.length)}</li>}
      </ul>
      {!refusal && <Agree team={team} />}
      <small className={classes.soft}>{words.noSwitch}</small>
    </div>
  );
}

function Agree({ team }: { readonly team: JoinableTeam }) {
  const { t, language, who, people, span } = useSay();
  const words = membershipWordsIn(language);
  const me = useMe();
  const { approval, maximumSeconds, defaultSeconds } = team;
  const others = approval.people.filter((id) => id !== me.person?.id);
  return (
    <p>
      <small className={classes.soft}>{t.ask.mustAgree}:</small>{' '}
      {approval.count === 0 ? t.ask.nobody : t.ask.some(approval.count, who(approval.from))}
      {approval.count > 0 && (
        <small className={classes.soft}>
          {' '}
          {others.length > 0 ? t.now.mayAgree(people(others)) : t.ask.nobodyCan}
        </small>
      )}{' '}
      <small className={classes.soft}>
        {[
          words.usually(span(defaultSeconds)),
          ...(maximumSeconds === null ? [] : [words.atMost(span(maximumSeconds))]),
        ].join(' · ')}
      </small>
    </p>
  );
}
