-- Who is who: what a person has decided, what the matcher needs to propose it; which statements are one fact.

-- The person an identity is where nothing links it to another: given back to it when links are undone. 0: it was linked before
-- this was kept, and gets one then.
ALTER TABLE identity ADD COLUMN home_id INTEGER NOT NULL DEFAULT 0;
CREATE INDEX identity_home ON identity (home_id);
UPDATE identity SET home_id = person_id
WHERE id = (SELECT min(o.id) FROM identity o WHERE o.person_id = identity.person_id);

ALTER TABLE link ADD COLUMN author TEXT NOT NULL DEFAULT '';     -- who said so; empty: the program
ALTER TABLE link ADD COLUMN undone_by TEXT NOT NULL DEFAULT '';
ALTER TABLE link ADD COLUMN weight REAL;                         -- bits of evidence; NULL: a rule, or a person's word
ALTER TABLE link ADD COLUMN matcher TEXT NOT NULL DEFAULT '';    -- version of the weights
CREATE INDEX link_a ON link (identity_a);
CREATE INDEX link_b ON link (identity_b);

-- What a person has said of two identities, apart from linking them. Undone, never deleted.
CREATE TABLE identity_decision (
    id INTEGER PRIMARY KEY,
    identity_a INTEGER NOT NULL REFERENCES identity (id),
    identity_b INTEGER NOT NULL REFERENCES identity (id),
    verdict INTEGER NOT NULL,          -- 0 different people, for ever; 1 to be decided later
    author TEXT NOT NULL,
    created INTEGER NOT NULL,
    undone INTEGER,
    undone_by TEXT NOT NULL DEFAULT ''
);
CREATE INDEX identity_decision_a ON identity_decision (identity_a);
CREATE INDEX identity_decision_b ON identity_decision (identity_b);

-- Derived from Patient records: what the matcher compares, and the keys by which likely pairs are found.
CREATE TABLE identity_features (
    identity_id INTEGER PRIMARY KEY REFERENCES identity (id) ON DELETE CASCADE,
    content BLOB NOT NULL
);
CREATE TABLE identity_block (
    block INTEGER NOT NULL,
    identity_id INTEGER NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
    PRIMARY KEY (block, identity_id)
) WITHOUT ROWID;
CREATE INDEX identity_block_identity ON identity_block (identity_id);

-- Derived: pairs that a person has to decide; identity_a < identity_b.
CREATE TABLE match_candidate (
    identity_a INTEGER NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
    identity_b INTEGER NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
    weight REAL NOT NULL,
    matcher TEXT NOT NULL,
    PRIMARY KEY (identity_a, identity_b)
) WITHOUT ROWID;
CREATE INDEX match_candidate_b ON match_candidate (identity_b);

-- By hand: two statements are one fact (1), or two (0). The latest word that is not undone counts, while the statements are
-- still about what they were about (mark: kind, code and title).
CREATE TABLE fact_decision (
    id INTEGER PRIMARY KEY,
    fact_a INTEGER NOT NULL,
    fact_b INTEGER NOT NULL,
    same INTEGER NOT NULL,
    mark_a TEXT NOT NULL,
    mark_b TEXT NOT NULL,
    author TEXT NOT NULL,
    created INTEGER NOT NULL,
    undone INTEGER,
    undone_by TEXT NOT NULL DEFAULT ''
);
CREATE INDEX fact_decision_a ON fact_decision (fact_a);
CREATE INDEX fact_decision_b ON fact_decision (fact_b);

-- When a user last looked at what is known of an identity.
CREATE TABLE looked (
    author TEXT NOT NULL,
    identity_id INTEGER NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
    time INTEGER NOT NULL,
    PRIMARY KEY (author, identity_id)
) WITHOUT ROWID;
