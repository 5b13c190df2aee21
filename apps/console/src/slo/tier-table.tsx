import type { TierReading } from '@sekisho/contract';
import { Glyph } from '../shared/glyph.tsx';
import { useSay } from '../shared/say.ts';
import table from '../shared/table.module.css';
import { Table } from '../shared/table.tsx';
import { useFigures } from './figures.ts';
import classes from './slo.module.css';

/** Each pair of windows: whether it speaks and what keeps it silent, how fast it burns, and from where it would. */
export function TierTable({ tiers }: { readonly tiers: readonly TierReading[] }) {
  const { t } = useSay();
  const figures = useFigures();
  const read = ({ burn, bad, total }: TierReading['long']) =>
    burn === null
      ? t.slo.windowEmpty
      : t.slo.windowRead(figures.burn(burn), figures.count(bad), figures.count(total));
  const heads = [
    t.slo.tier,
    t.slo.verdict,
    t.slo.long,
    t.slo.short,
    { text: t.slo.fires, figure: true as const },
  ];
  return (
    <Table label={t.slo.burning} heads={heads} testid="tiers">
      {tiers.map((tier) => (
        <tr key={tier.tier}>
          <td className={table.nowrap}>{t.slo.severities[tier.severity]}</td>
          <td className={classes.verdict}>
            <span className={table.nowrap}>
              <Glyph name={tier.verdict === 'fires' ? 'stuck' : 'ended'} size={12} />{' '}
              {t.slo.verdicts[tier.verdict]}
            </span>
            {tier.verdict === 'not-significant' && tier.guard && (
              <small>
                {' '}
                {t.slo.guard(
                  figures.count(tier.guard.bad),
                  figures.count(tier.guard.total),
                  figures.chance(tier.guard.chance),
                )}
              </small>
            )}
          </td>
          <td className={classes.reading}>
            {figures.minutes(tier.long.minutes)} <small>{read(tier.long)}</small>
          </td>
          <td className={classes.reading}>
            {figures.minutes(tier.short.minutes)} <small>{read(tier.short)}</small>
          </td>
          <td className={table.figure}>{figures.burn(tier.factor)}×</td>
        </tr>
      ))}
    </Table>
  );
}
