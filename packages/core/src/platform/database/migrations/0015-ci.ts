import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../any-tables.ts';

/** Jobs of CI: tokens that were used, what a run asked for, the plan that was looked at, sessions that are out. */
const statements = [
  // A token is good once; forgotten when it would be refused for its age anyway.
  `create table ci_tokens (
    hash text primary key,
    expires_at timestamptz not null
  )`,
  'create index ci_tokens_by_expiry on ci_tokens (expires_at)',
  // One lease for what one attempt of a run asks for one purpose with one plan.
  `create table ci_runs (
    lease text primary key,
    binding text not null unique,
    repository_id text not null,
    purpose text not null,
    ref text not null,
    run_id bigint not null,
    attempt integer not null
  )`,
  'create index ci_runs_by_ref on ci_runs (repository_id, purpose, ref, run_id desc)',
  // What approvers see of a plan, without anything sensitive; the plan itself is not kept.
  `create table ci_plans (
    lease text primary key,
    digest text not null,
    summary jsonb not null,
    diff jsonb not null,
    created_at timestamptz not null
  )`,
  'create index ci_plans_by_age on ci_plans (created_at)',
  // Written before AWS is asked, so that none is out of which nobody knows.
  `create table ci_sessions (
    id text primary key,
    lease text not null,
    role text not null,
    expires_at timestamptz not null
  )`,
  'create index ci_sessions_by_role on ci_sessions (role, expires_at)',
];

export async function up(kysely: Kysely<AnyTables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(kysely);
}
