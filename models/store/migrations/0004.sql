-- Packs of medication knowledge, the publishers that are trusted, and the compiled form of the base with them. Nothing is
-- changed and nothing deleted but the compiled form: a change is a new version, a removal a version that says so.

CREATE TABLE knowledge_publisher (
    id INTEGER PRIMARY KEY,
    public_key BLOB NOT NULL UNIQUE,   -- Ed25519, 32 bytes
    name TEXT NOT NULL,
    author TEXT NOT NULL,              -- who trusted it
    saved INTEGER NOT NULL
);

CREATE TABLE knowledge_pack (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,          -- from 1; the highest holds
    public_key BLOB NOT NULL,          -- of its publisher
    sha256 BLOB NOT NULL,              -- of the file
    content BLOB NOT NULL,             -- the file; empty in a version that takes it away
    author TEXT NOT NULL,
    saved INTEGER NOT NULL,
    removed INTEGER NOT NULL,          -- 1: this version takes it away
    UNIQUE (name, version)
);

-- The key with which this vault signs packs of its own.
CREATE TABLE knowledge_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    seed BLOB NOT NULL,                -- Ed25519, 32 bytes
    author TEXT NOT NULL,
    saved INTEGER NOT NULL
);

-- Made again whenever the base or the packs change.
CREATE TABLE knowledge_compiled (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    key BLOB NOT NULL,                 -- SHA-256 over those of the base and of each pack
    content BLOB NOT NULL,             -- empty: no pack could be compiled
    left_out BLOB NOT NULL,            -- which packs are not in it, and why
    saved INTEGER NOT NULL
);
