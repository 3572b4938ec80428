/**
 * The tables of the service, as the steps that made them. A step that was carried out somewhere is never changed: what
 * comes later is a further one. Ids, times, hashes and states; no words of anybody.
 */

export const MIGRATIONS: readonly (readonly string[])[] = [
  [
    // A decision is unique here first: SharePoint is no place for races.
    `create table matters.decision (
      id text primary key,
      group_key text not null,
      subject text not null,
      hash text not null,
      command text not null unique,
      verdict text not null,
      tenant text not null,
      person text not null,
      at timestamptz not null,
      state text not null default 'taken',
      unique (group_key, subject, hash)
    )`,
    // The chain of the audit: what happened stands on Control, here only its place and its seal.
    `create table matters.audit_entry (
      sequence bigint primary key,
      id text not null unique,
      previous text not null,
      seal text not null,
      hash text not null unique,
      signature text not null,
      at timestamptz not null
    )`,
  ],
  [
    // Where each person and each team that has the app is written to.
    `create table matters.conversation (
      who text primary key,
      service_url text not null,
      conversation_id text not null
    )`,
    // What somebody is told, once for each occurrence (domain: Prompt.key); its id is random, for cards.
    `create table matters.prompt (
      id text primary key,
      occurrence text not null unique,
      kind text not null,
      group_key text not null,
      action text,
      part text,
      milestone text,
      subject text,
      tenant text not null,
      person text not null,
      post text,
      as_role text not null,
      day text not null,
      hash text,
      state text not null default 'open',
      planned_at timestamptz not null default now()
    )`,
    // Every message that carries it: where to edit it when things have moved on.
    `create table matters.card_copy (
      prompt text not null references matters.prompt (id),
      service_url text not null,
      conversation_id text not null,
      activity_id text not null,
      primary key (prompt, conversation_id, activity_id)
    )`,
    'create index card_copy_message on matters.card_copy (conversation_id, activity_id)',
    // An answer given on a card, once. What was typed is here sealed, only until it stands on Work.
    `create table matters.handled (
      id text primary key,
      prompt text not null references matters.prompt (id),
      verb text not null,
      tenant text not null,
      person text not null,
      hash text not null,
      day text not null,
      state text not null default 'taken',
      outcome text,
      sealed text,
      at timestamptz not null default now(),
      tried_at timestamptz,
      unique (prompt, verb, tenant, person)
    )`,
  ],
  [
    // Groups whose people are told things: what was theirs before that is no news to them.
    `create table matters.planned_group (
      group_key text primary key,
      at timestamptz not null default now()
    )`,
    'alter table matters.prompt add column told text',
    'alter table matters.prompt add column told_at timestamptz',
    'create index prompt_waiting on matters.prompt (id) where told is null',
    // One message a person a day. `who`: a person, or the group whose channel it goes to.
    `create table matters.message (
      id text primary key,
      who text not null,
      day text not null,
      state text not null default 'planned',
      mail text,
      wait_until timestamptz,
      claimed_by text,
      claimed_until timestamptz,
      service_url text,
      conversation_id text,
      activity_id text,
      ended_at timestamptz,
      is_recorded boolean not null default false,
      unique (who, day)
    )`,
    `create index message_open on matters.message (day, id) where state in ('planned', 'sending')`,
    'create index message_unrecorded on matters.message (ended_at) where not is_recorded',
    'create index message_place on matters.message (conversation_id, activity_id)',
    `create table matters.message_prompt (
      message text not null references matters.message (id) on delete cascade,
      prompt text not null references matters.prompt (id),
      is_shown boolean not null,
      primary key (message, prompt)
    )`,
    'create index message_prompt_prompt on matters.message_prompt (prompt)',
    'alter table matters.card_copy add column is_stale boolean not null default false',
    'create index card_copy_stale on matters.card_copy (prompt) where is_stale',
    // People whom the bot doesn't reach, until it tries again.
    `create table matters.unreached (
      who text primary key,
      until timestamptz not null
    )`,
    // Instances that send now, and share what Teams permits.
    `create table matters.pace_share (
      instance text primary key,
      until timestamptz not null
    )`,
  ],
  [
    // Whatever else somebody was told of the same thing.
    'create index prompt_about on matters.prompt (group_key, action)',
  ],
  [
    // Posts that change hands, until the history of the work that goes with them says so.
    `create table matters.hand_over (
      decision text primary key,
      group_key text not null,
      day text not null,
      is_noted boolean not null default false
    )`,
    'create index hand_over_open on matters.hand_over (group_key) where not is_noted',
    // People who hold a post and whose account is closed, as the directory last said.
    `create table matters.leaver (
      tenant text not null,
      person text not null,
      since text not null,
      primary key (tenant, person)
    )`,
  ],
  [
    // What a meeting decided aloud, as it was put before the chair: subjects and their hashes. The latest stands.
    `create table matters.meeting_list (
      command text primary key,
      group_key text not null,
      meeting text not null,
      hash text not null,
      items text not null,
      tenant text not null,
      person text not null,
      day text not null,
      at timestamptz not null default now()
    )`,
    'create index meeting_list_of on matters.meeting_list (group_key, meeting)',
  ],
  [
    // Entries of the audit on their way: on Control, or about to be, and without their place in the chain.
    `create table matters.audit_pending (
      id text primary key,
      at timestamptz not null default now()
    )`,
    // By what entries are looked for; null once one was disposed of.
    'alter table matters.audit_entry add column event text',
    'alter table matters.audit_entry add column operation text',
    'alter table matters.audit_entry add column group_key text',
    'alter table matters.audit_entry add column subject text',
    'alter table matters.audit_entry add column person text',
    // `chosen`: its content is to be destroyed. `destroyed`: it is.
    'alter table matters.audit_entry add column disposal text',
    'create index audit_entry_group on matters.audit_entry (group_key, sequence)',
    'create index audit_entry_person on matters.audit_entry (group_key, person, sequence)',
    'create index audit_entry_subject on matters.audit_entry (group_key, subject, sequence)',
    `create index audit_entry_chosen on matters.audit_entry (sequence) where disposal = 'chosen'`,
    `create index audit_entry_unindexed on matters.audit_entry (sequence) where event is null and disposal is null`,
    // What a group had disposed of, until nothing of it is left.
    `create table matters.disposal (
      id text primary key,
      group_key text not null,
      list text not null,
      before text not null,
      tenant text not null,
      person text not null,
      is_done boolean not null default false
    )`,
    'create index disposal_open on matters.disposal (group_key) where not is_done',
    // The end of the chain, as it was last written outside.
    `create table matters.audit_head (
      place text primary key,
      sequence bigint not null,
      at timestamptz not null
    )`,
  ],
]
