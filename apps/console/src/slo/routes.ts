import { createRoute } from '@tanstack/react-router';
import { readReviewSearch } from '../review/search.ts';
import { lazyPage } from '../shared/lazy-page.ts';
import { parent } from '../shell/root-route.ts';
import { readDefinitionSearch } from './edit/search.ts';
import { readSloSearch, readSlosSearch } from './search.ts';

const slos = createRoute({
  ...parent,
  path: '/slos',
  validateSearch: readSlosSearch,
  component: lazyPage(() => import('./slos-page.tsx'), 'SlosPage'),
});
const slo = createRoute({
  ...parent,
  path: '/slos/$id',
  validateSearch: readSloSearch,
  component: lazyPage(() => import('./slo-page.tsx'), 'SloPage'),
});
const service = createRoute({
  ...parent,
  path: '/services/$service',
  validateSearch: readSloSearch,
  component: lazyPage(() => import('./compare/service-page.tsx'), 'ServicePage'),
});
const sources = createRoute({
  ...parent,
  path: '/sources',
  component: lazyPage(() => import('./sources/sources-page.tsx'), 'SourcesPage'),
});
const review = createRoute({
  ...parent,
  path: '/review',
  validateSearch: readReviewSearch,
  component: lazyPage(() => import('../review/review-page.tsx'), 'ReviewPage'),
});
const definition = createRoute({
  ...parent,
  path: '/definition',
  validateSearch: readDefinitionSearch,
  component: lazyPage(() => import('./edit/definition-page.tsx'), 'DefinitionPage'),
});

/** Pages of SLOs and those that one comes to from them. */
export const routesOfSlos = [slos, slo, service, sources, review, definition] as const;
