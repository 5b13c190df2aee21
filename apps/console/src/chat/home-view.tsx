import { useEffect } from 'react';
import { useSay } from '../shared/say.ts';
import { Waiting } from '../shared/section.tsx';
import { Blocks } from './blocks.tsx';
import classes from './chat.module.css';
import { useHome } from './use-chat.ts';
import { useAct, useViewSurface } from './use-surface.ts';

/** The app's home tab; opening it tells the app. */
export function HomeView({ user }: { readonly user: string }) {
  const { t } = useSay();
  const home = useHome(user);
  const doAct = useAct();
  const view = home.data?.view ?? null;
  const { surface } = useViewSurface(user, view?.id ?? '');
  useEffect(() => {
    void doAct('home/open', { user });
  }, [user]);
  if (!home.data) return <Waiting />;
  return (
    <div className={classes.messages} data-testid="app-home">
      {view ? (
        <Blocks blocks={view.blocks} surface={surface} />
      ) : (
        <p className={classes.context}>{t.chat.noHome}</p>
      )}
    </div>
  );
}
