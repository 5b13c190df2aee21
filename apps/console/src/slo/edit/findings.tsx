import { editorWordsIn } from '@sekisho/words/slo';
import { useSay } from '../../shared/say.ts';
import slo from '../slo.module.css';
import classes from './edit.module.css';
import type { Previewed } from './use-preview.ts';

interface FindingsProps {
  readonly answer: Previewed;
  /** Whether the answer is about what is written now. */
  readonly settled: boolean;
  readonly onLine: (line: number) => void;
}

/** What the check says, each with the way to its line. */
export function Findings({ answer, settled, onLine }: FindingsProps) {
  const { language } = useSay();
  const words = editorWordsIn(language);
  const { findings, file, more } = answer;
  return (
    <div aria-live="polite" data-testid="findings">
      {!settled && <p className={slo.soft}>{words.checking}</p>}
      {settled && findings.length === 0 && <p>{words.good}</p>}
      <ul className={classes.findings}>
        {findings.map((one) => (
          <li
            key={`${one.file} ${one.line} ${one.column} ${one.code} ${one.path}`}
            data-severity={one.severity}
          >
            <strong>{one.severity === 'problem' ? words.problem : words.warning}</strong>{' '}
            {one.file === file ? (
              <button type="button" onClick={() => onLine(one.line)}>
                {words.atLine(one.line)}
              </button>
            ) : (
              words.inFile(one.file, one.line)
            )}
            {one.path !== '' && (
              <>
                {' '}
                <code>{one.path}</code>
              </>
            )}
            <br />
            {one.why} {one.fix}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{words.more(more)}</p>}
    </div>
  );
}
