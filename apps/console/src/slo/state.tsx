import type { SloState } from '@sekisho/contract';
import { sloStateWords } from '@sekisho/words/terminal';
import { Glyph, type GlyphName } from '../shared/glyph.tsx';
import { useSay } from '../shared/say.ts';
import table from '../shared/table.module.css';
import classes from './slo.module.css';

const glyphs: Readonly<Record<SloState, GlyphName>> = {
  firing: 'stuck',
  'no-data': 'returning',
  spent: 'failed',
  burning: 'making',
  low: 'low',
  well: 'ended',
  waiting: 'waiting',
};

/** How an SLO stands: a shape and a word. */
export function StateOfSlo({
  state,
  shadow,
}: {
  readonly state: SloState;
  readonly shadow: boolean;
}) {
  const { t, language } = useSay();
  return (
    <span className={table.nowrap} data-slo-state={state}>
      <span className={classes.state} data-slo-state={state}>
        <Glyph name={glyphs[state]} size={14} /> {sloStateWords[state][language]}
      </span>
      {shadow && <small className={classes.watches}> {t.slo.shadow}</small>}
    </span>
  );
}
