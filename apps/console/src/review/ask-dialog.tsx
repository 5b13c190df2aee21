import type { SloReview } from '@sekisho/contract';
import { VerbDialog } from '../slo/agree/verb-dialog.tsx';
import { useReviewWords } from './use-review-words.ts';

interface AskDialogProps {
  readonly verb: 'slo.review-decide' | 'slo.review-action';
  readonly slo: SloReview;
  readonly month: string;
  readonly onClose: () => void;
}

/** Asks what was decided, or what is to be done. */
export function AskDialog({ verb, slo, month, onClose }: AskDialogProps) {
  const t = useReviewWords();
  const name = slo.displayName ?? slo.id;
  const given = { slo: slo.id, month };
  if (verb === 'slo.review-decide') {
    return (
      <VerbDialog
        verb={verb}
        title={t.decideTitle(name)}
        means={t.decideMeans}
        act={t.decide}
        done={t.decideDone}
        given={given}
        asked={['decision']}
        onClose={onClose}
      />
    );
  }
  return (
    <VerbDialog
      verb={verb}
      title={t.actTitle(name)}
      means={t.actMeans}
      act={t.act}
      done={t.actDone}
      given={given}
      asked={['what', 'owner', 'due']}
      onClose={onClose}
    />
  );
}
