import { Confirm } from '../shared/confirm.tsx';
import { useSay } from '../shared/say.ts';
import { toast } from '../shared/toasts.ts';
import { useWrite } from '../shared/use-verb.ts';

/** Lends again after everything was stopped, once somebody says why that is safe. */
export function Resume({ onClose }: { readonly onClose: () => void }) {
  const { t } = useSay();
  const resume = useWrite('lease.resume');
  const onSuccess = () => {
    toast({ kind: 'done', text: t.stop.resumed });
    onClose();
  };
  return (
    <Confirm
      title={t.stop.resumeTitle}
      means={t.stop.resumeMeans}
      act={t.stop.resume}
      asks={t.common.reason}
      busy={resume.isPending}
      error={resume.error}
      onSend={(reason) => resume.mutate({ reason }, { onSuccess })}
      onClose={onClose}
    />
  );
}
