import type { AttributeDiff, DiffLine, Shown } from '@sekisho/terraform-plan';
import { valueWords } from '@sekisho/words/plan';
import { useSay } from '../../shared/say.ts';
import classes from './plan.module.css';
import { usePlanWords } from './use-plan-words.ts';

interface AttributeListProps {
  readonly attributes: readonly AttributeDiff[];
  readonly leftOut: number;
}

/** Attributes with what they were and will be; long texts and policies line by line. */
export function AttributeList({ attributes, leftOut }: AttributeListProps) {
  const t = usePlanWords();
  if (attributes.length === 0 && leftOut === 0)
    return <p className={classes.soft}>{t.noAttributes}</p>;
  return (
    <>
      <dl className={classes.attributes}>
        {attributes.map((attribute) => (
          <div key={attribute.path} className={classes.attribute}>
            <dt>
              <code>{attribute.path}</code>
              {attribute.forcesReplace && <span className={classes.forces}> {t.forces}</span>}
            </dt>
            <dd>
              {attribute.lines === null ? (
                <Values before={attribute.before} after={attribute.after} />
              ) : (
                <Lines lines={attribute.lines} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {leftOut > 0 && <p className={classes.soft}>{t.leftOut(String(leftOut))}</p>}
    </>
  );
}

function Values({ before, after }: Pick<AttributeDiff, 'before' | 'after'>) {
  const t = usePlanWords();
  return (
    <>
      {before.kind !== 'absent' && (
        <>
          <del aria-label={t.before}>
            <Value value={before} />
          </del>{' '}
          <span aria-hidden="true">→</span>{' '}
        </>
      )}
      <ins aria-label={t.after}>
        <Value value={after} />
      </ins>
    </>
  );
}

function Value({ value }: { readonly value: Shown }) {
  const t = usePlanWords();
  const { language } = useSay();
  if (value.kind !== 'text')
    return <span className={classes.soft}>{valueWords[value.kind][language]}</span>;
  return (
    <code>
      {value.text}
      {value.cut > 0 && <span className={classes.soft}>{t.cut(String(value.cut))}</span>}
    </code>
  );
}

function Lines({ lines }: { readonly lines: readonly DiffLine[] }) {
  const t = usePlanWords();
  return (
    <pre className={classes.lines} tabIndex={0}>
      {lines.map(({ sign, text, cut = 0 }, index) => (
        // Lines may repeat and never move: their place is their name.
        <span key={index} className={classes.line} data-sign={sign}>
          {sign === '…' ? t.skipped(text) : sign === '⋮' ? t.unshown(text) : `${sign} ${text}`}
          {cut > 0 && <span className={classes.soft}>{t.cut(String(cut))}</span>}
          {'\n'}
        </span>
      ))}
    </pre>
  );
}
