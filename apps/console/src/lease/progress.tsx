import type { AnyLease } from '@sekisho/contract';
import { missingText, stepTexts } from '@sekisho/words';
import { Glyph, type GlyphName } from '../shared/glyph.tsx';
import { useSay } from '../shared/say.ts';
import { Section } from '../shared/section.tsx';
import classes from './lease-page.module.css';
import { type StepView, stepsOf } from './steps.ts';

const glyphs: Record<StepView['phase'], GlyphName> = {
  done: 'ended',
  current: 'making',
  ahead: 'waiting',
};

/** What a lease that is being made or taken back is doing, step by step, and what is missing. */
export function Progress({ lease }: { readonly lease: AnyLease }) {
  const { t, language } = useSay();
  return (
    <Section title={t.lease.progress}>
      <ol
        className={classes.steps}
        data-testid="progress"
        data-step={lease.step}
        aria-live="polite"
      >
        {stepsOf(lease).map(({ step, phase }) => (
          <li key={step} {...(phase === 'current' ? { 'aria-current': 'step' as const } : {})}>
            <Glyph name={glyphs[phase]} /> {stepTexts[step][language]}
          </li>
        ))}
      </ol>
      {(lease.missing || lease.stuck) && <Missing lease={lease} />}
    </Section>
  );
}

function Missing({ lease }: { readonly lease: AnyLease }) {
  const { t, language } = useSay();
  const told = lease.missing ? missingText(lease.missing, language) : null;
  return (
    <div className={classes.missing} role="status">
      <Glyph name={lease.stuck ? 'stuck' : 'failed'} />{' '}
      <strong>{told?.why ?? t.lease.stuck}</strong>
      {told && <div>{told.fix}</div>}
      {lease.detail && (
        <details>
          <summary>{t.common.behind}</summary>
          <code>{lease.detail}</code>
        </details>
      )}
    </div>
  );
}
