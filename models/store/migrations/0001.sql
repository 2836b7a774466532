-- The first schema. Times of the program are milliseconds since 1970 UTC; dates from sources keep the source's text.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- A system records came from. Its ids are only unique within it.
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,                 -- FHIR base, or 'folder:' + path of a folder or archive
    ordinal INTEGER NOT NULL,          -- 0; more where one key delivered different people under the same id
    name TEXT NOT NULL,                -- as shown
    created INTEGER NOT NULL,
    UNIQUE (key, ordinal)
);

-- One run of an import.
CREATE TABLE import (
    id INTEGER PRIMARY KEY,
    started INTEGER NOT NULL,
    finished INTEGER,                  -- NULL: was cut off
    report TEXT NOT NULL DEFAULT ''    -- JSON, without any content of a record
);

-- A received file, whole and verbatim: in the row where small, as a blob where large.
CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES import (id),
    sha256 BLOB NOT NULL,
    path TEXT NOT NULL,
    group_key TEXT NOT NULL,           -- the folder or archive
    format TEXT NOT NULL DEFAULT '',
    size INTEGER NOT NULL,
    content BLOB,
    blob TEXT,
    complete INTEGER NOT NULL,         -- 0 while a large file is being read
    summary TEXT NOT NULL DEFAULT ''   -- JSON counts, printed again when the same file comes again
);
CREATE INDEX file_sha256 ON file (sha256);
CREATE INDEX file_size ON file (size) WHERE complete = 1;

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',     -- derived from the person's identities
    birth_date TEXT NOT NULL DEFAULT '',
    sex TEXT NOT NULL DEFAULT '',
    deceased TEXT NOT NULL DEFAULT '', -- date, or 'true'
    sort_name TEXT NOT NULL DEFAULT '' -- case folded, for order and search
);

-- One source's idea of one person. Identities are linked to a person; records never move.
CREATE TABLE identity (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    record_id INTEGER REFERENCES record (id), -- the Patient resource; NULL while only referred to
    name TEXT NOT NULL DEFAULT '',
    family TEXT NOT NULL DEFAULT '',   -- case folded
    given TEXT NOT NULL DEFAULT '',    -- case folded, first given name
    birth_date TEXT NOT NULL DEFAULT '',
    sex TEXT NOT NULL DEFAULT '',
    deceased TEXT NOT NULL DEFAULT ''
);
CREATE INDEX identity_person ON identity (person_id);

-- Every way a source refers to an identity: 'Patient/12', 'urn:uuid:…', 'urn:uuid:…@<file>' (as a file calls its own patient),
-- 'identifier:system|value', '' (nobody named).
CREATE TABLE identity_ref (
    source_id INTEGER NOT NULL REFERENCES source (id),
    ref TEXT NOT NULL,
    identity_id INTEGER NOT NULL REFERENCES identity (id),
    PRIMARY KEY (source_id, ref)
) WITHOUT ROWID;

CREATE TABLE identifier (
    identity_id INTEGER NOT NULL REFERENCES identity (id),
    system TEXT NOT NULL,
    value TEXT NOT NULL,
    type TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (identity_id, system, value)
) WITHOUT ROWID;
CREATE INDEX identifier_value ON identifier (value, system);

-- Why two identities are one person. Undone, never deleted.
CREATE TABLE link (
    id INTEGER PRIMARY KEY,
    identity_a INTEGER NOT NULL REFERENCES identity (id),
    identity_b INTEGER NOT NULL REFERENCES identity (id),
    how TEXT NOT NULL,
    created INTEGER NOT NULL,
    undone INTEGER
);

-- One record exactly as received: a slice of a file.
CREATE TABLE record (
    id INTEGER PRIMARY KEY,
    file_id INTEGER NOT NULL REFERENCES file (id),
    offset INTEGER NOT NULL,
    length INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    source_id INTEGER NOT NULL REFERENCES source (id),
    type TEXT NOT NULL,
    logical_id TEXT NOT NULL,          -- '' where the source gave none
    version TEXT NOT NULL DEFAULT '',
    updated INTEGER,                   -- meta.lastUpdated
    full_url TEXT NOT NULL DEFAULT '',
    format TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',    -- 'entry[12]'
    identity_id INTEGER REFERENCES identity (id),
    state INTEGER NOT NULL,            -- 0 current, 1 superseded by a newer version, 2 current beside a conflicting copy, 3 deleted at the source
    mapped INTEGER NOT NULL,           -- 0: kept verbatim only
    issues TEXT                        -- JSON list of mapping issues
);
CREATE INDEX record_key ON record (source_id, type, logical_id);
CREATE INDEX record_identity ON record (identity_id);
CREATE INDEX record_file ON record (file_id);

-- The same bytes seen again in another file.
CREATE TABLE record_seen (
    record_id INTEGER NOT NULL REFERENCES record (id),
    file_id INTEGER NOT NULL REFERENCES file (id),
    offset INTEGER NOT NULL,
    PRIMARY KEY (record_id, file_id, offset)
) WITHOUT ROWID;

-- Other names of a record: its fullUrl where that is a "urn:…". Two files may use one name for two things, so a file's own come first.
CREATE TABLE alias (
    source_id INTEGER NOT NULL REFERENCES source (id),
    name TEXT NOT NULL,
    file_id INTEGER NOT NULL REFERENCES file (id),
    record_id INTEGER NOT NULL REFERENCES record (id),
    PRIMARY KEY (source_id, name, file_id)
) WITHOUT ROWID;

-- What supporting records (drugs, devices, people, places, binaries) are called, and the text a document has.
CREATE TABLE label (
    record_id INTEGER PRIMARY KEY REFERENCES record (id),
    title TEXT NOT NULL,
    system TEXT NOT NULL DEFAULT '',
    code TEXT NOT NULL DEFAULT '',
    display TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT ''
);

-- Facts whose name (purpose 0) or text (purpose 1) stands in another resource: completed when that one comes or changes.
CREATE TABLE dependency (
    source_id INTEGER NOT NULL,
    target TEXT NOT NULL,              -- 'Medication/7', 'urn:uuid:…'
    fact_id INTEGER NOT NULL,
    purpose INTEGER NOT NULL,
    PRIMARY KEY (source_id, target, fact_id, purpose)
) WITHOUT ROWID;
CREATE INDEX dependency_fact ON dependency (fact_id);

-- Derived from the records, rebuildable. One row for each statement; rows of one fact share group_id, the id of its
-- first witness, whose row speaks for the fact. id = record_id * 4096 + index.
CREATE TABLE fact (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    source_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    start_ms INTEGER,                  -- for order; NULL where undated
    end_ms INTEGER,
    start TEXT NOT NULL,
    end TEXT NOT NULL,
    title TEXT NOT NULL,
    system TEXT NOT NULL,
    code TEXT NOT NULL,
    display TEXT NOT NULL,
    value TEXT NOT NULL,
    unit TEXT NOT NULL,
    number REAL,
    number2 REAL,
    status TEXT NOT NULL,
    assertion INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    category TEXT NOT NULL
);
-- Counts by person and source are answered from this index alone.
CREATE INDEX fact_person ON fact (person_id, group_id, source_id, flags, start_ms);

-- What a fact says beyond its title and value, for search and its snippets.
CREATE TABLE fact_body (
    fact_id INTEGER PRIMARY KEY,
    body TEXT NOT NULL
);

-- rowid = fact.id. Contentless: the text itself stays in fact and fact_body.
CREATE VIRTUAL TABLE fact_search USING fts5 (
    title, body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);
