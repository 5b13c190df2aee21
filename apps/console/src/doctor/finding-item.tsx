import type { Finding, FindingLevel } from '@sekisho/contract';
import { findingText, fixParts, levelWords } from '@sekisho/words/doctor';
import { Copy } from '../shared/copy.tsx';
import { Glyph, type GlyphName } from '../shared/glyph.tsx';
import { type Say, useSay } from '../shared/say.ts';
import classes from './doctor.module.css';
import { isWrong, levelOf } from './levels.ts';

const glyphs: Readonly<Record<FindingLevel, GlyphName>> = {
  error: 'failed',
  warning: 'stuck',
  skipped: 'waiting',
  info: 'low',
  ok: 'done',
};

/** The sign and the name of a level. */
export function Level({ level, text }: { readonly level: FindingLevel; readonly text: string }) {
  return (
    <span className={classes.level} data-level={level}>
      <Glyph name={glyphs[level]} size={12} /> {text}
    </span>
  );
}

/** One finding: what was seen, why it matters when it is wrong, and what to do. */
export function FindingItem({ finding }: { readonly finding: Finding }) {
  const say = useSay();
  const { language } = say;
  const level = levelOf(finding);
  const told = withMoments(finding, say);
  const { seen, why } = findingText(told, language);
  return (
    <li className={classes.finding} data-testid={`finding-${finding.code}`} data-level={level}>
      <Level level={level} text={levelWords[level][language]} />
      <div className={classes.said}>
        <div>
          <code>{finding.code}</code> {seen}
        </div>
        {isWrong(finding) && <small>{why}</small>}
        <Fix finding={told} />
      </div>
    </li>
  );
}

function Fix({ finding }: { readonly finding: Finding }) {
  const { language } = useSay();
  const parts = fixParts(finding, language);
  if (parts.length === 0) return null;
  return (
    <div className={classes.fix}>
      <span aria-hidden="true">→ </span>
      {parts.map(({ text, isCommand }) =>
        isCommand ? (
          <span key={text} className={classes.command}>
            <code>{text}</code> <Copy value={text} what={text} />
          </span>
        ) : (
          text
        ),
      )}
    </div>
  );
}

const moment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Moments among the facts, as this reader's clock says them. */
function withMoments(finding: Finding, { exact }: Pick<Say, 'exact'>): Finding {
  const facts = Object.entries(finding.facts).map(([name, fact]) => [
    name,
    typeof fact === 'string' && moment.test(fact) ? exact(fact) : fact,
  ]);
  return { ...finding, facts: Object.fromEntries(facts) as Finding['facts'] };
}
