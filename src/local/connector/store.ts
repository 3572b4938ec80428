/**
 * What Teams remembers of a bot: where the app is installed, who blocked it, every message with its attachments, and
 * how far each person has read. In node:sqlite; in memory without a folder. One process at a time.
 *
 * A message is known by its base (a one-to-one conversation, or a channel) and its id; in a channel it also stands in a
 * thread, named by the id of the thread's first message.
 */

import { openSqlite } from '../sqlite.ts'

export interface Attachment {
  readonly contentType: string
  readonly content?: unknown
  readonly [field: string]: unknown
}

/** The fields of an activity that a reader sees. */
export interface Content {
  readonly text?: string
  readonly textFormat?: 'plain' | 'markdown'
  /** What a notification shows of it. */
  readonly summary?: string
  readonly attachments?: readonly Attachment[]
  readonly entities?: readonly unknown[]
}

export interface Message {
  readonly base: string
  readonly id: string
  readonly thread: string | null
  /** Object id of the person, or null: the bot. */
  readonly author: string | null
  readonly content: Content
  /** Milliseconds since 1970. */
  readonly at: number
  readonly edited: number | null
}

/** Nowhere but in a one-to-one conversation, at the head of a new thread, or in a thread that there is. */
export type Thread = 'none' | 'new' | { readonly root: string }

/** What somebody did with the app: null is nothing, so that their teams decide. */
export type Choice = 'installed' | 'removed' | 'blocked' | null

export interface ChatStore {
  /** Whether this one-to-one conversation has been opened, by either side. */
  hasConversation(base: string): boolean
  openConversation(base: string): void
  add(message: Omit<Message, 'id' | 'edited' | 'thread'>, thread: Thread): Message
  find(base: string, id: string): Message | undefined
  edit(base: string, id: string, content: Content, at: number): Message
  remove(base: string, id: string): void
  /** Oldest first, at most so many of the newest. */
  list(base: string, most: number): Message[]
  /** The bot's, newest first. */
  ofBot(bases: readonly string[], most: number): Message[]
  choice(person: string): Choice
  choose(person: string, choice: Choice): void
  teams(): ReadonlySet<string>
  /** Answers whether that was news. */
  setTeam(team: string, isInstalled: boolean): boolean
  unread(person: string, base: string): number
  markRead(person: string, base: string): void
  clear(): void
  close(): void
}

const SCHEMA = `
CREATE TABLE IF NOT EXISTS conversations (base TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS messages (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, base TEXT NOT NULL, id TEXT NOT NULL, thread TEXT, author TEXT,
  content TEXT NOT NULL, at INTEGER NOT NULL, edited INTEGER
);
CREATE UNIQUE INDEX IF NOT EXISTS messages_id ON messages (base, id);
CREATE INDEX IF NOT EXISTS messages_base ON messages (base, seq);
CREATE TABLE IF NOT EXISTS choices (person TEXT PRIMARY KEY, choice TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS teams (team TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS seen (person TEXT NOT NULL, base TEXT NOT NULL, seq INTEGER NOT NULL,
  PRIMARY KEY (person, base)) WITHOUT ROWID;
`

const SELECT = 'SELECT base, id, thread, author, content, at, edited FROM messages'

interface MessageRow {
  readonly base: string
  readonly id: string
  readonly thread: string | null
  readonly author: string | null
  readonly content: string
  readonly at: number
  readonly edited: number | null
}

/** Throws DataInUseError when another process has the folder open. */
export function openChatStore(folder?: string): ChatStore {
  const database = openSqlite(folder, 'chats', SCHEMA)
  const [newest] = database.all<{ id: number | null }>('SELECT MAX(CAST(id AS INTEGER)) AS id FROM messages')
  let lastId = newest?.id ?? 0

  const find = (base: string, id: string): Message | undefined => {
    const [row] = database.all<MessageRow>(`${SELECT} WHERE base = ? AND id = ?`, base, id)
    return row && messageOf(row)
  }

  return {
    hasConversation: (base) => database.all('SELECT 1 FROM conversations WHERE base = ?', base).length > 0,
    openConversation: (base) => void database.run('INSERT OR IGNORE INTO conversations (base) VALUES (?)', base),
    add({ base, author, content, at }, thread) {
      // The time in milliseconds, as in Teams, but never the same one twice.
      lastId = Math.max(at, lastId + 1)
      const id = String(lastId)
      const root = thread === 'none' ? null : thread === 'new' ? id : thread.root
      database.run(
        'INSERT INTO messages (base, id, thread, author, content, at) VALUES (?, ?, ?, ?, ?, ?)',
        base,
        id,
        root,
        author,
        JSON.stringify(content),
        at,
      )
      return { base, id, thread: root, author, content, at, edited: null }
    },
    find,
    edit(base, id, content, at) {
      const text = JSON.stringify(content)
      database.run('UPDATE messages SET content = ?, edited = ? WHERE base = ? AND id = ?', text, at, base, id)
      const edited = find(base, id)
      if (!edited) throw new Error(`No message ${id} to edit.`)
      return edited
    },
    remove: (base, id) => void database.run('DELETE FROM messages WHERE base = ? AND id = ?', base, id),
    list: (base, most) =>
      database
        .all<MessageRow>(`${SELECT} WHERE base = ? ORDER BY seq DESC LIMIT ?`, base, most)
        .map(messageOf)
        .toReversed(),
    ofBot(bases, most) {
      const places = bases.map(() => '?').join(', ')
      const sql = `${SELECT} WHERE author IS NULL AND base IN (${places}) ORDER BY seq DESC LIMIT ?`
      return database.all<MessageRow>(sql, ...bases, most).map(messageOf)
    },
    choice(person) {
      const [row] = database.all<{ choice: Choice }>('SELECT choice FROM choices WHERE person = ?', person)
      return row?.choice ?? null
    },
    choose(person, choice) {
      if (choice === null) database.run('DELETE FROM choices WHERE person = ?', person)
      else database.run('INSERT OR REPLACE INTO choices (person, choice) VALUES (?, ?)', person, choice)
    },
    teams: () => new Set(database.all<{ team: string }>('SELECT team FROM teams').map((row) => row.team)),
    setTeam(team, isInstalled) {
      const sql = isInstalled ? 'INSERT OR IGNORE INTO teams (team) VALUES (?)' : 'DELETE FROM teams WHERE team = ?'
      return database.run(sql, team).changes > 0
    },
    unread(person, base) {
      const [row] = database.all<{ count: number }>(
        `SELECT COUNT(*) AS count FROM messages WHERE base = ?1 AND author IS NULL
           AND seq > COALESCE((SELECT seq FROM seen WHERE person = ?2 AND base = ?1), 0)`,
        base,
        person,
      )
      return row?.count ?? 0
    },
    markRead: (person, base) =>
      void database.run(
        `INSERT OR REPLACE INTO seen (person, base, seq)
           SELECT ?2, ?1, COALESCE(MAX(seq), 0) FROM messages WHERE base = ?1`,
        base,
        person,
      ),
    clear: () => database.exec(TABLES.map((table) => `DELETE FROM ${table};`).join('')),
    close: () => database.close(),
  }
}

const TABLES = ['conversations', 'messages', 'choices', 'teams', 'seen']

function messageOf(row: MessageRow): Message {
  return { ...row, content: JSON.parse(row.content) as Content }
}
