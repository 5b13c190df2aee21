import { Button } from '@mantine/core';
import { Glyph } from '../shared/glyph.tsx';
import { reaches, useMe } from '../shared/me.ts';
import note from '../shared/problem-note.module.css';
import { useSay } from '../shared/say.ts';
import { ToDifferences } from '../shared/to-differences.tsx';
import type { Swept } from './use-sweep.ts';

interface WithheldProps {
  readonly why: NonNullable<Swept['withheld']>;
  readonly onTrust: () => void;
}

/** Why nothing is swept, and for an admin the way to say that this is the right database. */
export function Withheld({ why, onTrust }: WithheldProps) {
  const { t } = useSay();
  const me = useMe();
  // It is settled with all the rest, and not for the sweep alone.
  const restored = why === 'database-restored';
  return (
    <div className={note.note} role="alert" data-testid="withheld">
      <Glyph name="stuck" />
      <div className={note.words}>
        <strong>{t.sweep.withheld[why]}</strong>
        <div>{restored ? t.stop.whoSettles : t.sweep.withheldFix}</div>
      </div>
      {restored && <ToDifferences />}
      {!restored && reaches(me, 'admin') && (
        <Button variant="default" size="compact-md" onClick={onTrust}>
          {t.sweep.trust} …
        </Button>
      )}
    </div>
  );
}
