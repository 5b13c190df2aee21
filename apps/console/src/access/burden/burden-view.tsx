import type { OutputOf } from '@sekisho/contract';
import { accessWordsIn, burdenChangeText, burdenPage } from '@sekisho/words/access';
import { Copy } from '../../shared/copy.tsx';
import { useSay } from '../../shared/say.ts';
import access from '../access.module.css';
import classes from './burden.module.css';
import type { BurdenProps } from './burden-props.ts';
import { BurdenRoles } from './burden-roles.tsx';
import { BurdenSets } from './burden-sets.tsx';

type Answer = OutputOf<'access.burden'>;

/** People first, then sets and roles, what is proposed, and what all of it rests on. */
export function BurdenView({ burden, accounts }: BurdenProps & { readonly burden: Answer }) {
  const { language, exact } = useSay();
  const words = burdenPage[language];
  const { since, until, unanswered, people, sets, proposal, knows } = burden;
  return (
    <div className={classes.burden} data-testid="burden">
      <p className={access.soft}>
        {words.lead} {words.span(exact(since), exact(until))}
      </p>
      {unanswered.length > 0 && (
        <p role="status">{accessWordsIn(language).unanswered(unanswered.join(', '))}</p>
      )}
      <People people={people} />
      <BurdenSets sets={sets} />
      <BurdenRoles burden={burden} accounts={accounts} />
      <Proposal {...proposal} />
      <h3>{words.knows}</h3>
      <ul className={[classes.plain, access.soft].join(' ')}>
        {knows.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

function People({ people }: Pick<Answer, 'people'>) {
  const { language, person: nameOf } = useSay();
  const words = burdenPage[language];
  return (
    <>
      <h3>{words.theirs}</h3>
      {people.length === 0 && <p>{words.nobody}</p>}
      <ul className={classes.plain}>
        {people.map(({ person, known, sets }) => (
          <li key={person}>
            <strong>{nameOf(person)}</strong>
            {!known && <small className={access.soft}> ({words.stranger})</small>}
            <ul className={classes.held}>
              {sets.map((set) => (
                <li key={JSON.stringify(set)}>
                  {set.accountName} {set.permissionSet}
                  {set.group !== null && (
                    <small className={access.soft}> {words.byGroup(set.group)}</small>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

function Proposal({ changes, map }: Answer['proposal']) {
  const { language } = useSay();
  const words = burdenPage[language];
  return (
    <>
      <h3>{words.proposed}</h3>
      {changes.length === 0 && <p>{words.nothing}</p>}
      <ul className={classes.plain} data-testid="burden-changes">
        {changes.map((change) => (
          <li key={burdenChangeText(change, language)}>
            <strong>{burdenChangeText(change, language)}</strong>
            <br />
            {change.reason}
          </li>
        ))}
      </ul>
      {map !== null && <Lines title={words.theMap} text={map} />}
    </>
  );
}

interface LinesProps {
  readonly title: string;
  readonly text: string;
}

/** Lines of sekisho.yaml to copy. */
function Lines({ title, text }: LinesProps) {
  return (
    <>
      <div className={access.send}>
        <h3>{title}</h3>
        <Copy value={text} what={title} wide />
      </div>
      <pre
        className={access.text}
        data-testid="smaller-map"
        role="region"
        tabIndex={0}
        aria-label={title}
      >
        {text}
      </pre>
    </>
  );
}
