-- The log: the only truth. Frames are kept byte for byte.
CREATE TABLE batch (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    device BLOB NOT NULL,
    seq INTEGER NOT NULL,
    -- Whether it says anything of who may do what.
    trust INTEGER NOT NULL,
    frame BLOB NOT NULL
) STRICT;
CREATE INDEX batch_of_trust ON batch (id) WHERE trust;
CREATE INDEX batch_by_device ON batch (device, seq);

-- Which batches speak of which record; no row per change.
CREATE TABLE docbatch (
    doc BLOB NOT NULL,
    batch INTEGER NOT NULL REFERENCES batch (id),
    PRIMARY KEY (doc, batch)
) STRICT, WITHOUT ROWID;

-- Projections: everything below, down to the local tables, is rebuilt from the log.
CREATE TABLE record (
    id INTEGER PRIMARY KEY,
    doc BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    owner BLOB NOT NULL,
    author BLOB NOT NULL,
    site BLOB,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    adopted INTEGER NOT NULL,
    heads BLOB NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;
CREATE INDEX record_by_kind ON record (kind, removed, changed_at);
CREATE INDEX record_by_site ON record (site) WHERE site IS NOT NULL;

CREATE TABLE version (
    doc BLOB NOT NULL,
    number INTEGER NOT NULL,
    version BLOB NOT NULL,
    author BLOB NOT NULL,
    at INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    PRIMARY KEY (doc, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE cites (
    doc BLOB NOT NULL,
    observation BLOB NOT NULL,
    version BLOB NOT NULL,
    PRIMARY KEY (doc, observation, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX cites_by_observation ON cites (observation);

CREATE TABLE signed (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    author BLOB NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX signed_by_subject ON signed (kind, subject);

-- Validly signed, but not covered by any roster yet: held back, and shown.
CREATE TABLE held (
    batch INTEGER NOT NULL,
    item INTEGER NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (batch, item)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE stems USING fts5 (
    title, words, content = 'record', content_rowid = 'id', tokenize = 'indonesian'
);
CREATE VIRTUAL TABLE letters USING fts5 (
    title, words, content = 'record', content_rowid = 'id', tokenize = 'trigram'
);

-- Local to this laptop: never sent, never rebuilt.
CREATE TABLE draft (
    doc BLOB NOT NULL,
    person BLOB NOT NULL,
    kind TEXT NOT NULL,
    owner BLOB NOT NULL,
    nonce BLOB,
    body TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (doc, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE private_note (
    subject BLOB NOT NULL,
    person BLOB NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (subject, person)
) STRICT, WITHOUT ROWID;

-- Saved Automerge documents, so that a long history need not be replayed.
CREATE TABLE document_cache (
    doc BLOB PRIMARY KEY,
    heads BLOB NOT NULL,
    saved BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE local_value (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
