import { useSay } from '../shared/say.ts';
import { Page } from '../shared/section.tsx';

export function ChatPage() {
  const { t } = useSay();
  return (
    <Page title={t.chat.title} lead={t.chat.lead}>
      {null}
    </Page>
  );
}
