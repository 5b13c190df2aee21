import { Button, Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Glyph } from '../shared/glyph.tsx';
import { reaches, useMe } from '../shared/me.ts';
import { choose } from '../shared/preferences.ts';
import { useRoster } from '../shared/roster.ts';
import { useSay } from '../shared/say.ts';
import { toast } from '../shared/toasts.ts';
import classes from './shell.module.css';

const StopAll = lazy(() =>
  import('./stop-all.tsx').then((loaded) => ({ default: loaded.StopAll })),
);

/** Puts on another practice person's hat: everything is asked again as that person. */
export function useWear(): (id: string) => void {
  const queries = useQueryClient();
  const { t, person } = useSay();
  return (id) => {
    choose({ hat: id });
    // What only the one before may see must not show up for the next.
    queries.removeQueries({ type: 'inactive' });
    void queries.invalidateQueries();
    toast({ kind: 'done', text: t.shell.hatIs(person(id)) });
  };
}

/** Who I am; in practice, whose hat to wear; for admins, stopping everything. */
export function WhoMenu() {
  const { t, person, role } = useSay();
  const me = useMe();
  const [stopping, setStopping] = useState(false);
  const id = me.person?.id ?? me.principal.id;
  return (
    <>
      <Menu
        withInitialFocusPlaceholder={false}
        position="bottom-end"
        width={260}
        shadow="md"
        withinPortal
      >
        <Menu.Target>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<Glyph name="hat" size={14} />}
            aria-label={`${t.shell.whoAmI}: ${person(id)}`}
            data-testid="who"
          >
            {person(id)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {me.practice && <Menu.Label>{t.shell.wearMeans}</Menu.Label>}
          {me.practice && <Hats worn={id} />}
          {!me.practice && <Menu.Label>{role(me.person?.role ?? 'read-only')}</Menu.Label>}
          <Menu.Item component={Link} to="/me">
            {t.shell.whoAmI}
          </Menu.Item>
          {reaches(me, 'sre') && (
            <Menu.Item component={Link} to="/doctor" className={classes.onPhone}>
              {t.shell.doctor}
            </Menu.Item>
          )}
          {reaches(me, 'admin') && (
            <>
              <Menu.Divider />
              <Menu.Item
                leftSection={<Glyph name="failed" size={14} />}
                onClick={() => setStopping(true)}
              >
                {t.shell.stopAll}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
        {stopping && <StopAll onClose={() => setStopping(false)} />}
      </Suspense>
    </>
  );
}

function Hats({ worn }: { readonly worn: string }) {
  const { person, role } = useSay();
  const roster = useRoster();
  const wear = useWear();
  return roster.map(({ id, role: rank }) => (
    <Menu.Item
      key={id}
      onClick={() => wear(id)}
      leftSection={<Glyph name={id === worn ? 'done' : 'hat'} size={14} />}
      rightSection={<small>{role(rank)}</small>}
      data-testid={`hat-${id}`}
    >
      {person(id)}
    </Menu.Item>
  ));
}
