import type { ChangeView } from '@sekisho/contract';
import { changeWordsIn } from '@sekisho/words/slo';
import { useSay } from '../../shared/say.ts';
import { VerbDialog } from '../agree/verb-dialog.tsx';
import { nameOfChange } from './name-of-change.ts';

interface ChangeDialogProps {
  readonly change: ChangeView;
  readonly onClose: () => void;
}

/** Asks why a change cannot wait, and for how long it may pass. */
export function OverrideDialog({ change, onClose }: ChangeDialogProps) {
  const words = changeWordsIn(useSay().language);
  return (
    <VerbDialog
      verb="slo.override"
      title={words.letThroughTitle(nameOfChange(change))}
      means={words.letThroughMeans}
      act={words.act}
      done={words.done}
      given={{ repository: change.repository }}
      initial={{ commit: change.commit }}
      asked={['reason', 'for', 'commit']}
      labels={words.fields}
      onClose={onClose}
    />
  );
}

/** Asks why a change that was let through shall wait after all. */
export function TakeBackDialog({ change, onClose }: ChangeDialogProps) {
  const words = changeWordsIn(useSay().language);
  const { repository, commit } = change;
  return (
    <VerbDialog
      verb="slo.override"
      title={words.takeBackTitle(nameOfChange(change))}
      means={words.takeBackMeans}
      act={words.takeBackAct}
      done={words.takenBack}
      given={{ repository, commit, withdraw: true }}
      asked={['reason']}
      labels={words.backFields}
      onClose={onClose}
    />
  );
}
