/** The tables of the local Graph. Nothing here knows what a list is. */

import { openSqlite, type Database } from '../../sqlite.ts'

const SCHEMA = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lists (
  pk INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, site TEXT NOT NULL, name TEXT NOT NULL,
  displayName TEXT NOT NULL, description TEXT NOT NULL, template TEXT NOT NULL, hidden INTEGER NOT NULL,
  contentTypesEnabled INTEGER NOT NULL, created TEXT NOT NULL, createdBy TEXT NOT NULL,
  modified TEXT NOT NULL, modifiedBy TEXT NOT NULL, version INTEGER NOT NULL,
  nextItem INTEGER NOT NULL, sequence INTEGER NOT NULL, floor INTEGER NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS lists_title ON lists (site, displayName COLLATE NOCASE);
CREATE TABLE IF NOT EXISTS columns (
  id TEXT NOT NULL, list INTEGER NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL, PRIMARY KEY (list, id)
);
CREATE UNIQUE INDEX IF NOT EXISTS columns_name ON columns (list, name COLLATE NOCASE);
CREATE TABLE IF NOT EXISTS items (
  list INTEGER NOT NULL, id INTEGER NOT NULL, guid TEXT NOT NULL, version INTEGER NOT NULL, sequence INTEGER NOT NULL,
  fields TEXT NOT NULL, created TEXT NOT NULL, createdBy TEXT NOT NULL, modified TEXT NOT NULL, modifiedBy TEXT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS items_id ON items (list, id);
CREATE INDEX IF NOT EXISTS items_sequence ON items (list, sequence);
CREATE TABLE IF NOT EXISTS history (
  list INTEGER NOT NULL, id INTEGER NOT NULL, guid TEXT NOT NULL, version INTEGER NOT NULL, sequence INTEGER NOT NULL,
  until INTEGER NOT NULL, fields TEXT NOT NULL, created TEXT NOT NULL, createdBy TEXT NOT NULL,
  modified TEXT NOT NULL, modifiedBy TEXT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS history_version ON history (list, id, version);
CREATE INDEX IF NOT EXISTS history_until ON history (list, until);
CREATE TABLE IF NOT EXISTS tombstones (
  list INTEGER NOT NULL, id INTEGER NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (list, sequence)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS grants (
  id TEXT PRIMARY KEY, site TEXT NOT NULL, application TEXT NOT NULL, displayName TEXT NOT NULL, roles TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS mails (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, sender TEXT NOT NULL, recipients TEXT NOT NULL, subject TEXT NOT NULL,
  content TEXT NOT NULL, html INTEGER NOT NULL, at INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS files (
  site TEXT NOT NULL, path TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, type TEXT NOT NULL,
  bytes BLOB NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL, modifiedBy TEXT NOT NULL,
  PRIMARY KEY (site, path)
);
CREATE INDEX IF NOT EXISTS grants_site ON grants (site, application);
`

/** @param folder where `graph.sqlite` is kept; in memory without one. Throws DataInUseError. */
export function openDatabase(folder?: string): Database {
  return openSqlite(folder, 'graph', SCHEMA)
}
