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
]
