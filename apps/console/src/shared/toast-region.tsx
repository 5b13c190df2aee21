import { Button, CloseButton } from '@mantine/core';
import { Glyph } from './glyph.tsx';
import { useSay } from './say.ts';
import classes from './toast-region.module.css';
import { dismiss, holdToasts, type Toast, useToasts } from './toasts.ts';

/** Where toasts appear; read out politely. */
export function ToastRegion() {
  return (
    <div
      className={classes.region}
      role="status"
      aria-live="polite"
      onMouseEnter={() => holdToasts(true)}
      onMouseLeave={() => holdToasts(false)}
      onFocus={() => holdToasts(true)}
      onBlur={() => holdToasts(false)}
    >
      {useToasts().map((toast) => (
        <ToastView key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastView({ toast }: { readonly toast: Toast }) {
  const { t } = useSay();
  return (
    <div className={classes.toast} data-kind={toast.kind} data-testid="toast">
      <Glyph name={toast.kind === 'done' ? 'done' : 'failed'} />
      <div className={classes.words}>
        <strong>{toast.text}</strong>
        {toast.fix && <div>{toast.fix}</div>}
      </div>
      {toast.undo && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            toast.undo?.();
            dismiss(toast.id);
          }}
        >
          {t.common.undo}
        </Button>
      )}
      <CloseButton aria-label={t.common.dismiss} onClick={() => dismiss(toast.id)} size="sm" />
    </div>
  );
}
