import { Checkbox } from '@mantine/core';
import { recoveryPage } from '@sekisho/words/recovery';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { useVerb } from '../shared/use-verb.ts';
import type { Difference } from './difference-table.tsx';
import classes from './recovery.module.css';

interface OtherLeasesProps {
  readonly differences: readonly Difference[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Leases in use that would go on, of which somebody may know that they were over. */
export function OtherLeases({ differences, chosen, onChange }: OtherLeasesProps) {
  const { t, language, kind, leaseLine } = useSay();
  const words = recoveryPage[language];
  const leases = useVerb('lease.list', {});
  if (leases.error) return <ProblemNote error={leases.error} />;
  const ending = new Set(
    differences.filter(({ settles }) => settles !== 'runs-on').map(({ lease }) => lease),
  );
  const others = (leases.data ?? []).filter(
    ({ id, state }) => (state === 'granting' || state === 'active') && !ending.has(id),
  );
  // One that left the list meanwhile can still be unchosen: with it settling would be refused.
  const left = chosen.filter((id) => !others.some((lease) => lease.id === id));
  const shown = [
    ...others.map((lease) => ({
      id: lease.id,
      label: `${lease.id} · ${kind(lease.kind)} · ${leaseLine(lease)}`,
    })),
    ...left.map((id) => ({ id, label: id })),
  ];
  if (shown.length === 0) return null;
  return (
    <details>
      <summary className={classes.more}>{words.others(chosen.length)}</summary>
      <p className={classes.soft}>{words.othersMean}</p>
      <fieldset className={classes.others} aria-label={t.common.lease}>
        {shown.map(({ id, label }) => (
          <Checkbox
            key={id}
            label={label}
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? [...chosen, id]
                  : chosen.filter((other) => other !== id),
              )
            }
          />
        ))}
      </fieldset>
    </details>
  );
}
