import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useSay } from '../shared/say.ts';
import { TableHead } from '../shared/table.tsx';
import type { Lane } from './layout.ts';

/** The lanes as a table, for those who do not see the drawing. */
export function LanesTable({ lanes }: { readonly lanes: readonly Lane[] }) {
  const { t, person, state, exact } = useSay();
  const { common } = t;
  const bars = lanes.flatMap((lane) => lane.bars);
  return (
    <VisuallyHidden>
      <table>
        <caption>{t.lanes.drawing}</caption>
        <TableHead
          heads={[
            ...[common.environment, common.holder, common.state],
            ...[common.ready, common.deadline, common.lease],
          ]}
        />
        <tbody>
          {bars.map(({ lease }) => (
            <tr key={lease.id}>
              <td>{lease.environment}</td>
              <td>{person(lease.holder)}</td>
              <td>{state(lease.state)}</td>
              <td>{lease.readyAt ? exact(lease.readyAt) : '–'}</td>
              <td>{lease.deadline ? exact(lease.deadline) : '–'}</td>
              <td>
                <Link to="/leases/$id" params={{ id: lease.id }} tabIndex={-1}>
                  {lease.id}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
}
