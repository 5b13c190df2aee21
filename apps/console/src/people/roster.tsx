import classes from '../history/history.module.css';
import { Glyph } from '../shared/glyph.tsx';
import { useMe } from '../shared/me.ts';
import { useRoster } from '../shared/roster.ts';
import { useSay } from '../shared/say.ts';
import { Section, Waiting } from '../shared/section.tsx';

/** The roster with the rota: who is on call now. */
export function Roster() {
  const { t, language, role } = useSay();
  const me = useMe();
  const roster = useRoster();
  if (roster.length === 0) return <Waiting lines={5} height={34} />;
  const other = language === 'ja' ? 'en' : 'ja';
  return (
    <Section title={t.people.roster} plain>
      <div className={classes.scroll} role="group" aria-label={t.people.roster} tabIndex={0}>
        <table className={classes.table} data-testid="roster">
          <thead>
            <tr>
              <th scope="col">{t.people.name}</th>
              <th scope="col">{t.people.role}</th>
              <th scope="col">{t.people.rota}</th>
              <th scope="col">{t.people.groups}</th>
              <th scope="col">{t.people.contact}</th>
              <th scope="col">{t.people.zone}</th>
            </tr>
          </thead>
          <tbody>
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
                <td>{person.groups.join(', ')}</td>
                <td>{[person.email, person.github].filter(Boolean).join(' · ')}</td>
                <td className={classes.nowrap}>{person.timeZone}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
