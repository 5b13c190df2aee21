import type { OutputOf } from '@sekisho/contract';
import { recordingPhrases } from '@sekisho/words/recordings';
import { useSay } from '../shared/say.ts';
import classes from './recordings.module.css';

/** Environments of which the list may lack sessions. */
export function Unanswered({
  places,
}: {
  readonly places: OutputOf<'ops.sessions'>['unanswered'];
}) {
  const { language, exact } = useSay();
  return places.map(({ environment, since, detail }) => (
    <p key={environment} className={classes.aside} role="status">
      {recordingPhrases.unanswered[language]
        .replace('{environment}', environment)
        .replace('{since}', since === null ? '?' : exact(since))
        .replace('{detail}', () => detail)}
    </p>
  ));
}
