import { Link, useLocation } from '@tanstack/react-router';
import { Glyph } from '../shared/glyph.tsx';
import { reaches, useMe } from '../shared/me.ts';
import { useSay } from '../shared/say.ts';
import classes from './shell.module.css';

const rooms = [
  { to: '/', name: 'now' },
  { to: '/ask', name: 'ask' },
  { to: '/slos', name: 'slos' },
  { to: '/history', name: 'history' },
  { to: '/timeline', name: 'timeline' },
  { to: '/people', name: 'people' },
] as const;

/** Pages that one comes to from the SLOs. */
const ofSlos = /^\/(services|sources|review|definition)\b/;

/** The rooms of the house: at the left, or under the thumb on a phone. */
export function Rail() {
  const { t } = useSay();
  const me = useMe();
  const within = useLocation({ select: ({ pathname }) => ofSlos.test(pathname) });
  const shown = [
    ...rooms,
    ...(reaches(me, 'sre') ? [{ to: '/doctor', name: 'doctor' } as const] : []),
    ...(me.practice ? [{ to: '/chat', name: 'chat' } as const] : []),
  ];
  return (
    <nav className={classes.rail} aria-label={t.shell.rooms}>
      {shown.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          className={classes.room}
          data-room={name}
          aria-current={(within && name === 'slos') || undefined}
          activeOptions={{ exact: to === '/', includeSearch: false }}
        >
          <Glyph name={name} size={18} />
          <span>{t.shell[name]}</span>
        </Link>
      ))}
    </nav>
  );
}
