-- First schema. Days are ISO text (YYYY-MM-DD), moments are UTC ISO text; uid is what the outside
-- knows a row by. A row with binned_on is in the bin: out of every list, back on demand, then erased.

CREATE TABLE safe (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  id BLOB NOT NULL CHECK (length(id) = 16),
  keys_generation INTEGER NOT NULL CHECK (keys_generation >= 1),
  saves INTEGER NOT NULL DEFAULT 0 CHECK (saves >= 0),
  made_on TEXT NOT NULL CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  last_day_seen TEXT NOT NULL CHECK (last_day_seen GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TABLE setting (
  name TEXT PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 100),
  value TEXT NOT NULL CHECK (length(value) <= 10000)
) STRICT, WITHOUT ROWID;

-- Who may open the safe: a name for each slot of the key file, which itself holds no name.
CREATE TABLE helper (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  slot BLOB UNIQUE CHECK (slot IS NULL OR length(slot) = 16),
  name TEXT NOT NULL CHECK (length(name) <= 1000),
  role TEXT NOT NULL DEFAULT '' CHECK (length(role) <= 100),
  added_on TEXT NOT NULL CHECK (added_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  removed_on TEXT CHECK (removed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 1000),
  folded TEXT NOT NULL CHECK (length(folded) <= 4000),
  made_on TEXT NOT NULL CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  binned_on TEXT CHECK (binned_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX person_name ON person (folded);

-- Every value ever known of a person, with where it came from and when; the newest row of a field
-- is the one proposed.
CREATE TABLE person_value (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  field TEXT NOT NULL CHECK (length(field) BETWEEN 1 AND 100),
  value TEXT NOT NULL CHECK (length(value) <= 100000),
  source TEXT NOT NULL CHECK (source IN ('typed', 'draft', 'document', 'import', 'helper')),
  source_uid TEXT NOT NULL DEFAULT '' CHECK (length(source_uid) <= 100),
  given_on TEXT NOT NULL CHECK (given_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX person_value_newest ON person_value (person, field, id);

CREATE TABLE household (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 1000)
) STRICT;

CREATE TABLE household_member (
  household INTEGER NOT NULL REFERENCES household (id) ON DELETE CASCADE,
  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  role TEXT NOT NULL DEFAULT '' CHECK (length(role) <= 100),
  since TEXT CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  PRIMARY KEY (household, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX household_member_person ON household_member (person);

-- One matter of one person before one body.
CREATE TABLE dossier (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  person INTEGER REFERENCES person (id) ON DELETE CASCADE,
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 1000),
  folded TEXT NOT NULL CHECK (length(folded) <= 4000),
  body TEXT NOT NULL DEFAULT '' CHECK (length(body) <= 1000),
  reference TEXT NOT NULL DEFAULT '' CHECK (length(reference) <= 1000),
  procedure TEXT NOT NULL DEFAULT '' CHECK (length(procedure) <= 200),
  opened_on TEXT NOT NULL CHECK (opened_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  last_contact_on TEXT CHECK (last_contact_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  binned_on TEXT CHECK (binned_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX dossier_person ON dossier (person);
CREATE INDEX dossier_title ON dossier (folded);

-- What a person has answered so far, saved after each answer; "answers" is the whole draft as JSON.
CREATE TABLE draft (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  person INTEGER REFERENCES person (id) ON DELETE CASCADE,
  dossier INTEGER REFERENCES dossier (id) ON DELETE CASCADE,
  pack TEXT NOT NULL CHECK (length(pack) BETWEEN 1 AND 200),
  content TEXT NOT NULL CHECK (length(content) <= 1000000),
  question TEXT NOT NULL DEFAULT '' CHECK (length(question) <= 200),
  begun_on TEXT NOT NULL CHECK (begun_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  saved_on TEXT NOT NULL CHECK (saved_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  saves INTEGER NOT NULL DEFAULT 1 CHECK (saves >= 1),
  finished INTEGER NOT NULL DEFAULT 0 CHECK (finished IN (0, 1))
) STRICT;
CREATE INDEX draft_person ON draft (person);
CREATE INDEX draft_dossier ON draft (dossier);

-- A document is written once. Its bytes are in "body" and its words in "document_text", so that
-- reading a list touches neither.
CREATE TABLE document (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  person INTEGER REFERENCES person (id) ON DELETE CASCADE,
  dossier INTEGER REFERENCES dossier (id) ON DELETE CASCADE,
  draft INTEGER REFERENCES draft (id) ON DELETE SET NULL,
  kind TEXT NOT NULL CHECK (kind IN ('letter', 'form', 'received', 'evidence', 'other')),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 1000),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  media TEXT NOT NULL CHECK (length(media) BETWEEN 1 AND 100),
  pages INTEGER NOT NULL DEFAULT 0 CHECK (pages BETWEEN 0 AND 100000),
  size INTEGER NOT NULL CHECK (size >= 0),
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  made_from TEXT NOT NULL DEFAULT '' CHECK (length(made_from) <= 200),
  edition TEXT NOT NULL DEFAULT '' CHECK (length(edition) <= 200),
  verified INTEGER CHECK (verified >= 0),
  total INTEGER CHECK (total >= verified),
  binned_on TEXT CHECK (binned_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX document_person ON document (person, id);
CREATE INDEX document_dossier ON document (dossier, id);

CREATE TABLE body (
  document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  data BLOB NOT NULL
) STRICT;

-- Exactly what the index was given: FTS5 needs it again to take it out.
CREATE TABLE document_text (
  document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;

-- A paper that proves something, kept as a document and usable in several dossiers.
CREATE TABLE evidence (
  document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  what TEXT NOT NULL DEFAULT '' CHECK (length(what) <= 200),
  issued_on TEXT CHECK (issued_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  valid_until TEXT CHECK (valid_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TABLE dossier_evidence (
  dossier INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  PRIMARY KEY (dossier, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX dossier_evidence_document ON dossier_evidence (document);

-- The timeline: what happened (day), and until when one may act on it. acting_day is the day the
-- agenda shows: the prudent day, else the last day, else the event's own.
CREATE TABLE event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  person INTEGER REFERENCES person (id) ON DELETE CASCADE,
  dossier INTEGER REFERENCES dossier (id) ON DELETE CASCADE,
  document INTEGER REFERENCES document (id) ON DELETE SET NULL,
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 100),
  title TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 1000),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(day) <= 16),
  procedure TEXT NOT NULL DEFAULT '' CHECK (length(procedure) <= 200),
  last_day TEXT CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(last_day) <= 16),
  prudent_day TEXT CHECK (prudent_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' AND length(prudent_day) <= 16),
  acting_day TEXT NOT NULL GENERATED ALWAYS AS (coalesce(prudent_day, last_day, day)) STORED,
  number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 200),
  note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 100000),
  awaited INTEGER NOT NULL DEFAULT 0 CHECK (awaited IN (0, 1))
) STRICT;
CREATE INDEX event_agenda ON event (acting_day) WHERE awaited = 1;
CREATE INDEX event_dossier ON event (dossier, day);
CREATE INDEX event_person ON event (person);
CREATE INDEX event_document ON event (document);

-- What was erased for good, without any content: backups made before that day may still hold it.
CREATE TABLE erasure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('document', 'dossier', 'person', 'draft')),
  uid TEXT NOT NULL CHECK (length(uid) BETWEEN 8 AND 40),
  erased_on TEXT NOT NULL CHECK (erased_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TRIGGER body_written_once BEFORE UPDATE ON body
BEGIN
  SELECT raise(ABORT, 'a document is written once');
END;

-- Words are folded by the program before they come here (œ to oe); the tokenizer does accents. Not
-- "contentless_delete": that only marks what is deleted, and leaves its words in the pages.
CREATE VIRTUAL TABLE word USING fts5 (
  title, words, content = 'document_text', content_rowid = 'document',
  tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO word (word, rank) VALUES ('secure-delete', 1);
