import classes from './slo.module.css';

/** What is left of a budget: fills from the right as it drains; overspent, it runs to the left of nought. */
export function BudgetBar({ share }: { readonly share: number | null }) {
  if (share === null) return <span className={classes.bar} data-unknown aria-hidden="true" />;
  const left = Math.min(Math.max(share, 0), 1) * 100;
  const over = Math.min(Math.max(-share, 0), 1) * 25;
  return (
    <span className={classes.bar} aria-hidden="true">
      <span className={classes.over} style={{ width: `${over}%`, left: `${25 - over}%` }} />
      <span
        className={classes.left}
        style={{ width: `${left * 0.75}%` }}
        data-low={share < 0.25 || undefined}
      />
    </span>
  );
}
