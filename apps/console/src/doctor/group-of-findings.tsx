import { doctorPage } from '@sekisho/words/doctor';
import { useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import { Section } from '../shared/section.tsx';
import classes from './doctor.module.css';
import { FindingItem, Level } from './finding-item.tsx';
import type { Group } from './groups.ts';
import { countsOf, isWrong } from './levels.ts';

const proper: Readonly<Record<string, string>> = { slack: 'Slack', github: 'GitHub', aws: 'AWS' };

/** What was found about one thing: what is wrong openly, the rest one click away. */
export function GroupOfFindings({ group }: { readonly group: Group }) {
  const { language } = useSay();
  const words = doctorPage[language];
  const { environments } = useMe();
  const { subject, findings } = group;
  const wrong = findings.filter(isWrong);
  const rest = findings.filter((one) => !isWrong(one));
  const title =
    subject === null ? words.house : (subject.name ?? proper[subject.kind] ?? subject.kind);
  const place =
    subject?.kind === 'docker'
      ? words.engine
      : [subject?.account, subject?.region].filter(Boolean).join(' · ');
  const found = environments.find(({ name }) => name === subject?.name);
  return (
    <Section title={title} plain {...(place === '' ? {} : { aside: <small>{place}</small> })}>
      <div className={classes.group} data-production={found?.production || undefined}>
        {wrong.length > 0 && (
          <ul className={classes.findings}>
            {wrong.map((finding) => (
              <FindingItem key={JSON.stringify(finding)} finding={finding} />
            ))}
          </ul>
        )}
        {rest.length > 0 && (
          <details>
            <summary>
              {countsOf(rest).map(([level, count]) => (
                <Level key={level} level={level} text={words.counts[level](count)} />
              ))}
            </summary>
            <ul className={classes.findings}>
              {rest.map((finding) => (
                <FindingItem key={JSON.stringify(finding)} finding={finding} />
              ))}
            </ul>
          </details>
        )}
      </div>
    </Section>
  );
}
