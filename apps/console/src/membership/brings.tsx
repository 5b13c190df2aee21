import type { JoinableTeam } from '@sekisho/contract';
import { whyNot } from '@sekisho/words/language';
import { membershipWordsIn, rosterParts } from '@sekisho/words/membership';
import { Link } from '@tanstack/react-router';
import { Glyph } from '../shared/glyph.tsx';
import { useMe } from '../shared/me.ts';
import form from '../shared/request-form.module.css';
import { MustAgree, RequestBox } from '../shared/request-form.tsx';
import { useSay } from '../shared/say.ts';
import classes from './membership.module.css';

/** Everything that joining a team lends, for how long at most, and who must agree; or why not, and what to do. */
export function Brings({ team }: { readonly team: JoinableTeam }) {
  const { language } = useSay();
  const words = membershipWordsIn(language);
  const isIn = useMe().person?.groups.includes(team.group) === true;
  const { refusal, lease, permissionSets, checklist } = team;
  // That no rule is for somebody is how it was meant: nothing failed.
  const noRule = refusal?.code === 'policy-refused';
  const failed = refusal !== null && lease === null && !isIn && !noRule;
  return (
    <RequestBox testId="brings" refused={failed}>
      {failed && (
        <p role="alert">
          <Glyph name="failed" /> <strong>{refusal.message}</strong> {refusal.fix}
        </p>
      )}
      {refusal && lease === null && isIn && <p>{words.alwaysIn}</p>}
      {noRule && lease === null && !isIn && <p>{whyNot(refusal, language)}</p>}
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
        {rosterParts(team, language).map((part) => (
          <li key={part}>{part}</li>
        ))}
        {permissionSets.map(({ account, permissionSet }) => (
          <li key={`${account} ${permissionSet}`}>{words.access(permissionSet, account)}</li>
        ))}
        {checklist.length > 0 && <li>{words.firstThingsCount(checklist.length)}</li>}
      </ul>
      {!refusal && <Agree team={team} />}
      <small className={form.soft}>{words.noSwitch}</small>
    </RequestBox>
  );
}

function Agree({ team }: { readonly team: JoinableTeam }) {
  const { language, span } = useSay();
  const words = membershipWordsIn(language);
  const { approval, maximumSeconds, defaultSeconds } = team;
  return (
    <p>
      <MustAgree approval={approval} />{' '}
      <small className={form.soft}>
        {[
          words.usually(span(defaultSeconds)),
          ...(maximumSeconds === null ? [] : [words.atMost(span(maximumSeconds))]),
        ].join(' · ')}
      </small>
    </p>
  );
}
