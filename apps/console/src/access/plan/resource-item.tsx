import type { ResourceDiff, Severity } from '@sekisho/terraform-plan';
import {
  planActionNames,
  planActionSigns,
  severityGlyphs,
  severityNames,
} from '@sekisho/words/plan';
import { useId } from 'react';
import { useSay } from '../../shared/say.ts';
import { AttributeList } from './attribute-list.tsx';
import classes from './plan.module.css';
import { usePlanWords } from './use-plan-words.ts';

interface ResourceItemProps {
  readonly resource: ResourceDiff;
  readonly worst: Severity | undefined;
  readonly open: boolean;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

/** One resource: its address and what happens to it; its attributes when it is open. */
export function ResourceItem({ resource, worst, open, chosen, onToggle }: ResourceItemProps) {
  const t = usePlanWords();
  const { language } = useSay();
  const id = useId();
  const { action, address, attributes, leftOut } = resource;
  return (
    <li
      className={classes.resource}
      data-action={action}
      {...(chosen ? { 'data-chosen': '' } : {})}
    >
      <button
        type="button"
        className={classes.head}
        aria-expanded={open}
        aria-controls={id}
        onClick={onToggle}
      >
        <span className={classes.sign} aria-hidden="true">
          {planActionSigns[action]}
        </span>
        <code className={classes.address}>{address}</code>
        <span className={classes.action}>{planActionNames[action][language]}</span>
        {worst !== undefined && worst !== 'note' && (
          <span className={classes.severity} data-severity={worst}>
            <span aria-hidden="true">{severityGlyphs[worst]}</span> {severityNames[worst][language]}
          </span>
        )}
        <span className={classes.soft}>{t.attributes(String(attributes.length + leftOut))}</span>
      </button>
      <div id={id} hidden={!open} className={classes.body}>
        {open && <Notes resource={resource} />}
        {open && <AttributeList attributes={attributes} leftOut={leftOut} />}
      </div>
    </li>
  );
}

function Notes({ resource }: { readonly resource: ResourceDiff }) {
  const t = usePlanWords();
  const { reason, previousAddress, imported, deposed } = resource;
  const notes = [
    reason ?? '',
    previousAddress === null ? '' : t.moved(previousAddress),
    imported ? t.imported : '',
    deposed ? t.deposed : '',
  ].filter(Boolean);
  return notes.length === 0 ? null : <p className={classes.soft}>{notes.join(' · ')}</p>;
}
