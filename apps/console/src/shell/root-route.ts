import { createRootRoute } from '@tanstack/react-router';
import { NotFound } from './not-found.tsx';
import { Root } from './root.tsx';

/** The frame in which every page stands. */
export const rootRoute = createRootRoute({ component: Root, notFoundComponent: NotFound });

/** What a route begins with. */
export const parent = { getParentRoute: () => rootRoute } as const;
