import type { ReactNode } from 'react';
import classes from './table.module.css';

/** A column's name; `figure` for numbers, which stand at the right. */
export type Head = string | { readonly text: string; readonly figure: true };

interface TableProps {
  readonly label: string;
  readonly heads: readonly Head[];
  readonly testid?: string;
  /** The rows. */
  readonly children: ReactNode;
}

/** A table whose head stays in sight, and which scrolls by itself where it does not fit. */
export function Table({ label, heads, testid, children }: TableProps) {
  return (
    <div className={classes.scroll} role="group" aria-label={label} tabIndex={0}>
      <table className={classes.table} data-testid={testid}>
        <TableHead heads={heads} />
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

export function TableHead({ heads }: { readonly heads: readonly Head[] }) {
  return (
    <thead>
      <tr>
        {heads.map((head) => {
          const { text, figure } = typeof head === 'string' ? { text: head, figure: false } : head;
          return (
            <th key={text} scope="col" className={figure ? classes.figure : undefined}>
              {text}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
