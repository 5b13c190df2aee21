import { Button } from '@mantine/core';
import { Glyph } from '../shared/glyph.tsx';
import { useSay } from '../shared/say.ts';
import { useWear } from '../shell/who-menu.tsx';
import classes from './welcome.module.css';

/** Offers the hat that the next step needs. */
export function TourHat({ to }: { readonly to: string }) {
  const { t, person } = useSay();
  const wear = useWear();
  return (
    <p className={classes.hat}>
      <Button
        variant="default"
        size="compact-md"
        leftSection={<Glyph name="hat" size={14} />}
        onClick={() => wear(to)}
        data-testid={`wear-${to}`}
      >
        {t.welcome.wear(person(to))}
      </Button>
    </p>
  );
}
