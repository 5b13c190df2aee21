import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../any-tables.ts';

/** The tables of the first house: timeline, leases and their targets, outbox, people's tokens, chat. */
const statements = [
  `create table timeline_heads (
    chain text primary key,
    number bigint not null,
    hash text not null
  )`,
  `create table entries (
    chain text not null,
    number bigint not null,
    at timestamptz not null,
    actor text not null,
    action text not null,
    outcome text not null,
    subject text,
    environment text,
    service text,
    lease text,
    body text not null,
    previous text not null,
    hash text not null,
    primary key (chain, number),
    unique (chain, previous)
  )`,
  'create index entries_by_actor on entries (actor, number)',
  'create index entries_by_lease on entries (lease, number)',
  'create index entries_by_at on entries (at)',
  `create table entry_texts (
    chain text not null,
    number bigint not null,
    name text not null,
    salt text not null,
    text text,
    primary key (chain, number, name)
  )`,
  `create table leases (
    id text primary key,
    kind text not null,
    state text not null,
    state_at timestamptz not null,
    environment text not null,
    production boolean not null,
    requester text not null,
    holder text not null,
    reason text not null,
    ticket text,
    duration_seconds integer not null,
    maximum_seconds integer not null,
    requested_at timestamptz not null,
    starts_at timestamptz,
    approved_at timestamptz,
    granted_at timestamptz,
    ready_at timestamptz,
    deadline timestamptz,
    hard_maximum timestamptz,
    ended_at timestamptz,
    ending text,
    approval_count integer not null,
    approval_from text[] not null,
    break_glass boolean not null default false,
    review_due boolean not null default false,
    frozen jsonb not null,
    frozen_hash text not null,
    target_key text not null,
    step text not null,
    missing text,
    detail text,
    stuck boolean not null default false,
    hold_until timestamptz,
    notified_for jsonb not null default '{}',
    resource text,
    revision integer not null default 1
  )`,
  'create index leases_by_target on leases (target_key)',
  `create index leases_open on leases (state, environment)
    where state not in ('ended', 'denied', 'withdrawn', 'lapsed', 'failed')`,
  `create index leases_open_by_requester on leases (requester)
    where state not in ('ended', 'denied', 'withdrawn', 'lapsed', 'failed')`,
  `create index leases_open_by_holder on leases (holder)
    where state not in ('ended', 'denied', 'withdrawn', 'lapsed', 'failed')`,
  'create index leases_owing_review on leases (requester) where review_due',
  'create index leases_by_request on leases (requested_at desc, id)',
  `create table approvals (
    lease text not null references leases (id),
    approver text not null,
    frozen_hash text not null,
    at timestamptz not null,
    primary key (lease, approver, frozen_hash)
  )`,
  `create table targets (
    key text primary key,
    kind text not null,
    environment text not null,
    serial_key text not null,
    next_check_at timestamptz,
    urgent_at timestamptz,
    claimed_until timestamptz,
    fence bigint not null default 0,
    memo jsonb not null default '{}',
    failures integer not null default 0,
    hopeless_since timestamptz,
    quiet_until timestamptz
  )`,
  'create index targets_due on targets (next_check_at) where next_check_at is not null',
  'create index targets_urgent on targets (urgent_at) where urgent_at is not null',
  `create table orphans (
    instance_id text primary key,
    environment text not null,
    lease text,
    verdict text not null,
    first_seen_at timestamptz not null,
    next text not null,
    next_at timestamptz
  )`,
  `create table outbox (
    id bigint generated always as identity primary key,
    topic text not null,
    payload jsonb not null,
    dedupe text unique,
    next_attempt_at timestamptz,
    fence bigint not null default 0,
    attempts integer not null default 0,
    last_error text,
    created_at timestamptz not null
  )`,
  'create index outbox_due on outbox (next_attempt_at) where next_attempt_at is not null',
  `create index outbox_waiting_cards on outbox ((payload ->> 'lease'))
    where topic = 'card' and next_attempt_at is not null`,
  `create table idempotency (
    principal text not null,
    verb text not null,
    key text not null,
    input_hash text not null,
    answer jsonb,
    at timestamptz not null,
    primary key (principal, verb, key)
  )`,
  `create table tokens (
    id text primary key,
    hash text not null unique,
    name text not null,
    owner text not null,
    agent boolean not null,
    scopes text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz
  )`,
  `create table settings (
    key text primary key,
    value jsonb not null
  )`,
  `create table rate_limits (
    bucket text primary key,
    tokens double precision not null,
    updated_at timestamptz not null
  )`,
  `create table loops (
    name text primary key,
    next_run_at timestamptz not null,
    claimed_until timestamptz
  )`,
  `create table chat_inbox (
    key text primary key,
    payload jsonb not null,
    received_at timestamptz not null,
    next_attempt_at timestamptz,
    attempts integer not null default 0
  )`,
  'create index chat_inbox_due on chat_inbox (next_attempt_at) where next_attempt_at is not null',
  `create table chat_cards (
    subject text primary key,
    channel text not null,
    message text not null,
    shown_revision integer not null default 0,
    placed_at timestamptz not null
  )`,
  'create index chat_cards_by_age on chat_cards (placed_at)',
];

export async function up(kysely: Kysely<AnyTables>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(kysely);
}
