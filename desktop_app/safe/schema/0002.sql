-- Second schema: an office. It only adds tables and indexes, so that a safe of the first schema that
-- cannot be written is read all the same: what is added is then empty, in memory.

-- The number an office gives to a person: all that a list, a visitor and the register see of her.
CREATE TABLE person_number (
  person INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  number INTEGER NOT NULL UNIQUE CHECK (number >= 1)
) STRICT;

-- By what a person is found besides her name (a birth date, a telephone, a number of a body):
-- written with each value known of her, without spaces, folded.
CREATE TABLE person_key (
  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 100),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 1000),
  PRIMARY KEY (person, kind, text)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_key_text ON person_key (text);

-- Who did what, and when. Never a value: "subject" is the uid of what was changed, "detail" the
-- question or the field.
CREATE TABLE act (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  author INTEGER REFERENCES helper (id) ON DELETE SET NULL,
  at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'),
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 100),
  subject TEXT NOT NULL CHECK (length(subject) <= 40),
  detail TEXT NOT NULL DEFAULT '' CHECK (length(detail) <= 200),
  person INTEGER REFERENCES person (id) ON DELETE CASCADE,
  dossier INTEGER REFERENCES dossier (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX act_subject ON act (subject, kind, detail);
CREATE INDEX act_dossier ON act (dossier, id);
CREATE INDEX act_person ON act (person, id);

-- Who is received, and who waits. Without a person: somebody whose name was not asked yet.
CREATE TABLE visit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  person INTEGER REFERENCES person (id) ON DELETE CASCADE,
  dossier INTEGER REFERENCES dossier (id) ON DELETE SET NULL,
  helper INTEGER REFERENCES helper (id) ON DELETE SET NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'received', 'ended', 'gone')),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  appointment TEXT CHECK (appointment GLOB '[0-9][0-9]:[0-9][0-9]'),
  arrived TEXT CHECK (arrived GLOB '[0-9][0-9]:[0-9][0-9]'),
  received TEXT CHECK (received GLOB '[0-9][0-9]:[0-9][0-9]'),
  ended TEXT CHECK (ended GLOB '[0-9][0-9]:[0-9][0-9]'),
  note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 1000)
) STRICT;
CREATE INDEX visit_day ON visit (day, state);
CREATE INDEX visit_person ON visit (person);

-- A person agreed that something is kept of her: which words she was told, in which language.
CREATE TABLE consent (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  words TEXT NOT NULL CHECK (length(words) BETWEEN 1 AND 100),
  language TEXT NOT NULL DEFAULT '' CHECK (length(language) <= 20),
  given_on TEXT NOT NULL CHECK (given_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX consent_person ON consent (person);

-- A person lets the office act for her, for some matters, from a day until another, or until she ends it.
CREATE TABLE mandate (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  person INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  helper INTEGER REFERENCES helper (id) ON DELETE SET NULL,
  document INTEGER REFERENCES document (id) ON DELETE SET NULL,
  themes TEXT NOT NULL CHECK (length(themes) BETWEEN 1 AND 1000),
  from_day TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until_day TEXT NOT NULL CHECK (until_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND until_day >= from_day),
  signed_on TEXT CHECK (signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX mandate_person ON mandate (person);
CREATE INDEX mandate_until ON mandate (until_day) WHERE ended_on IS NULL;

-- How a matter ended, and what its figures are counted by.
CREATE TABLE dossier_figure (
  dossier INTEGER PRIMARY KEY REFERENCES dossier (id) ON DELETE CASCADE,
  outcome TEXT NOT NULL DEFAULT '' CHECK (length(outcome) <= 100),
  theme TEXT NOT NULL DEFAULT '' CHECK (length(theme) <= 100),
  language TEXT NOT NULL DEFAULT '' CHECK (length(language) <= 20)
) STRICT;

-- What was counted of those who were erased since: numbers alone.
CREATE TABLE tally (
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 100),
  theme TEXT NOT NULL DEFAULT '' CHECK (length(theme) <= 100),
  language TEXT NOT NULL DEFAULT '' CHECK (length(language) <= 20),
  outcome TEXT NOT NULL DEFAULT '' CHECK (length(outcome) <= 100),
  body TEXT NOT NULL DEFAULT '' CHECK (length(body) <= 1000),
  n INTEGER NOT NULL CHECK (n >= 0),
  PRIMARY KEY (month, what, theme, language, outcome, body)
) STRICT, WITHOUT ROWID;

-- The office's register: what was done, on which day, to which number; no name.
CREATE TABLE register (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE CHECK (length(uid) BETWEEN 8 AND 40),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 100),
  author INTEGER REFERENCES helper (id) ON DELETE SET NULL,
  number INTEGER CHECK (number >= 1),
  n INTEGER NOT NULL DEFAULT 1 CHECK (n >= 0),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 1000)
) STRICT;
CREATE INDEX register_day ON register (day);

-- What a large safe looks up at each first page.
CREATE INDEX draft_unfinished ON draft (saved_on) WHERE finished = 0;
CREATE INDEX draft_pack ON draft (pack, saved_on);
CREATE INDEX document_draft ON document (draft);
CREATE INDEX document_made_from ON document (made_from);
CREATE INDEX document_sha256 ON document (sha256);
