import { doctorPage } from '@sekisho/words/doctor';
import { ButtonLink } from '../shared/button-link.tsx';
import { useSay } from '../shared/say.ts';
import { Empty } from '../shared/section.tsx';
import { useNow } from '../shared/use-now.ts';
import classes from './doctor.module.css';
import { Level } from './finding-item.tsx';
import { GroupOfFindings } from './group-of-findings.tsx';
import { groupsOf } from './groups.ts';
import { countsOf, fits, isWrong } from './levels.ts';
import type { DoctorSearch } from './search.ts';
import type { Examined } from './use-examination.ts';

interface FindingsProps {
  readonly examined: Examined;
  readonly search: DoctorSearch;
}

/** Each thing with what was found about it. */
export function Findings({ examined, search }: FindingsProps) {
  const { language } = useSay();
  const words = doctorPage[language];
  const { findings } = examined;
  const shown = findings.filter((finding) => fits(finding, search));
  const clear = (
    <ButtonLink to="/doctor" variant="default">
      {words.clear}
    </ButtonLink>
  );
  return (
    <>
      {findings.length === 0 && <Empty text={words.none} />}
      {findings.length > 0 && shown.length === 0 && <Empty text={words.noneFits} action={clear} />}
      {groupsOf(shown).map((group) => (
        <GroupOfFindings key={group.key} group={group} />
      ))}
    </>
  );
}

/** How it stands, and since when one knows. */
export function Standing({ examined }: Pick<FindingsProps, 'examined'>) {
  const { language, relative, full } = useSay();
  const words = doctorPage[language];
  const now = useNow(10_000);
  const { findings, examinedAt, milliseconds } = examined;
  const seconds = (milliseconds / 1000).toFixed(1);
  const isWell = findings.length > 0 && !findings.some(isWrong);
  return (
    <div className={classes.standing} data-testid="standing">
      {isWell && <strong>{words.allWell}</strong>}
      <span className={classes.counts}>
        {countsOf(findings).map(([level, count]) => (
          <Level key={level} level={level} text={words.counts[level](count)} />
        ))}
      </span>
      <small title={full(examinedAt)}>{words.examined(relative(examinedAt, now), seconds)}</small>
    </div>
  );
}
