import type { BurdenSet } from '@sekisho/contract';
import { accessWordsIn, burdenFinding, burdenPage } from '@sekisho/words/access';
import { useSay } from '../../shared/say.ts';
import tableClasses from '../../shared/table.module.css';
import { Table } from '../../shared/table.tsx';
import classes from './burden.module.css';

/** What asks for a decision stands above what is in use. */
const order: Readonly<Record<BurdenSet['finding'], number>> = {
  'standing-strong': 0,
  'not-in-map': 1,
  unused: 2,
  'in-use': 3,
};

interface BurdenSetsProps {
  readonly sets: readonly BurdenSet[];
}

/** Every permission set: how often it was lent, and who has it without a lease. */
export function BurdenSets({ sets }: BurdenSetsProps) {
  const { language } = useSay();
  const words = burdenPage[language];
  const { account, permissionSet } = accessWordsIn(language);
  const sorted = sets.toSorted((a, b) => order[a.finding] - order[b.finding]);
  const heads = [
    ...[account, permissionSet, words.finding],
    { text: words.times, figure: true as const },
    ...[words.last, words.standing],
  ];
  return (
    <>
      <h3>{words.sets}</h3>
      {sets.length === 0 && <p>{words.setsNothing}</p>}
      {sets.length > 0 && (
        <Table label={words.sets} heads={heads} testid="burden-sets">
          {sorted.map((set) => (
            <Row key={`${set.account} ${set.permissionSet}`} set={set} />
          ))}
        </Table>
      )}
    </>
  );
}

function Row({ set }: { readonly set: BurdenSet }) {
  const { language, exact, full } = useSay();
  const { accountName, production, permissionSet, finding, lent, standing } = set;
  return (
    <tr data-production={production || undefined}>
      <td className={tableClasses.nowrap}>{accountName}</td>
      <td>{permissionSet}</td>
      <td className={[tableClasses.nowrap, classes.finding].join(' ')} data-finding={finding}>
        {burdenFinding(finding, language)}
      </td>
      <td className={tableClasses.figure}>{lent.times}</td>
      <td className={tableClasses.nowrap} title={lent.last === null ? undefined : full(lent.last)}>
        {lent.last === null ? '–' : exact(lent.last)}
      </td>
      <td className={classes.holders}>
        {standing.map((one) => (
          <Holder key={`${one.kind} ${one.name}`} {...one} />
        ))}
      </td>
    </tr>
  );
}

/** A user, or a group with everybody who is in it. */
function Holder({ kind, name, people }: BurdenSet['standing'][number]) {
  const { language, people: namesOf } = useSay();
  if (kind === 'user') return <div>{name}</div>;
  return (
    <div>
      {accessWordsIn(language).group(name)} <small>{namesOf(people)}</small>
    </div>
  );
}
