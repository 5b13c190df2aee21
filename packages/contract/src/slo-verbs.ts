import * as slo from './slo.ts';
import * as agreements from './slo-agreements.ts';
import * as commits from './slo-commits.ts';
import * as compared from './slo-compare.ts';
import * as previews from './slo-preview.ts';
import * as replays from './slo-replay.ts';
import * as reviews from './slo-review.ts';

/** The verbs of SLOs, by the name that doors use. */
export const sloVerbs = {
  'slo.list': slo.list,
  'slo.show': slo.show,
  'slo.burn': slo.burn,
  'slo.history': slo.history,
  'slo.views': compared.views,
  'slo.sources': compared.sources,
  'slo.pages': slo.pages,
  'slo.acknowledge': slo.acknowledge,
  'slo.link': slo.link,
  'slo.override': commits.override,
  'slo.propose': agreements.propose,
  'slo.accept': agreements.accept,
  'slo.decline': agreements.decline,
  'slo.proposals': agreements.proposals,
  'slo.correct': agreements.correct,
  'slo.uncorrect': agreements.uncorrect,
  'slo.corrections': agreements.corrections,
  'slo.review': reviews.review,
  'slo.review-start': reviews.start,
  'slo.review-decide': reviews.decide,
  'slo.review-action': reviews.act,
  'slo.review-done': reviews.done,
  'slo.replay': replays.replay,
  'slo.preview': previews.preview,
} as const;
