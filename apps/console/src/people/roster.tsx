import type { Person } from '@sekisho/contract';
import { Glyph } from '../shared/glyph.tsx';
import { useMe } from '../shared/me.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { Section, Waiting } from '../shared/section.tsx';
import classes from '../shared/table.module.css';
import { Table } from '../shared/table.tsx';
import { useVerb } from '../shared/use-verb.ts';

/** The roster with the rota: who is on call now. */
export function Roster() {
  const { t, language, role } = useSay();
  const me = useMe();
  const { people } = t;
  const list = useVerb('people.list', {});
  if (!list.data && list.error) {
    return <ProblemNote error={list.error} retry={() => void list.refetch()} />;
  }
  const roster = list.data;
  if (!roster) return <Waiting lines={5} height={34} />;
  const other = language === 'ja' ? 'en' : 'ja';
  return (
    <Section title={t.people.roster} plain>
      <Table
        label={t.people.roster}
        heads={[people.name, people.role, people.rota, people.groups, people.contact, people.zone]}
        testid="roster"
      >
        {roster.map((person) => (
          <tr key={person.id} data-me={person.id === me.person?.id || undefined}>
            <td>
              <strong>{person.name[language]}</strong>{' '}
              <small lang={other}>{person.name[other]}</small> <code>{person.id}</code>
            </td>
            <td className={classes.nowrap}>{role(person.role)}</td>
            <td className={classes.nowrap}>
              {person.onCall && (
                <>
                  <Glyph name="active" size={12} /> {t.common.onCall}
                </>
              )}
            </td>
            <td>{groupsShown(person)}</td>
            <td>{[person.email, person.github].filter(Boolean).join(' · ')}</td>
            <td className={classes.nowrap}>{person.timeZone}</td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}

/** `+` marks what only the directory gives, `~` what only a membership gives. */
function groupsShown({ groups, directoryGroups = [], lentGroups = [] }: Person): string {
  const mark = (group: string) =>
    directoryGroups.includes(group) ? '+' : lentGroups.includes(group) ? '~' : '';
  return groups.map((group) => `${mark(group)}${group}`).join(', ');
}
