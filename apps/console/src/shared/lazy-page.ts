import { lazyRouteComponent } from '@tanstack/react-router';

/**
 * A page whose code is loaded when somebody goes there. When that fails the router would load the whole
 * document anew, which leaves the browser's own error page where no server answers: by another name
 * the failure reaches PageFailed instead.
 */
export const lazyPage: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(
    () =>
      load().catch((cause: Error) => {
        throw new Error(`Unable to preload: ${cause.message}`, { cause });
      }),
    name,
  );
