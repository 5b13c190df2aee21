import type { Candidate } from '@sekisho/contract';
import { replayWordsIn } from '@sekisho/words/slo';
import { useSay } from '../../shared/say.ts';
import table from '../../shared/table.module.css';
import { Table } from '../../shared/table.tsx';
import charts from '../charts/charts.module.css';

const most = 200;

/** What a target would have told, to be read. */
export function FiringTable({ candidate }: { readonly candidate: Candidate | undefined }) {
  const { t, language, exact } = useSay();
  const words = replayWordsIn(language);
  const told = [...(candidate?.pages ?? []), ...(candidate?.tickets ?? [])].slice(0, most);
  return (
    <details className={charts.table}>
      <summary>{words.list}</summary>
      {told.length === 0 && <p>{candidate === undefined ? words.asking : words.nothing}</p>}
      {told.length > 0 && (
        <Table label={words.list} heads={[words.alert, t.slo.tier, words.from, words.to]}>
          {told.map(({ key, severity, firedAt, resolvedAt }) => (
            <tr key={`${key} ${firedAt}`}>
              <td>{t.slo.severities[severity]}</td>
              <td>
                <code>{key}</code>
              </td>
              <td className={table.nowrap}>{exact(firedAt)}</td>
              <td className={table.nowrap}>
                {resolvedAt === null ? words.stillOn : exact(resolvedAt)}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </details>
  );
}
