-- Measurements on images, and findings that are followed from study to study. Nothing is changed and nothing deleted: a
-- change is a new version, a removal a version that says so.

CREATE TABLE finding (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,                 -- Tracking Unique Identifier
    version INTEGER NOT NULL,          -- from 1; the highest holds
    identity_id INTEGER NOT NULL REFERENCES identity (id),
    name TEXT NOT NULL,                -- Tracking Identifier
    role INTEGER NOT NULL,             -- in the sum of diameters: 0 by its longest diameter, 1 by its short axis (lymph node), 2 not at all
    author TEXT NOT NULL,
    saved INTEGER NOT NULL,
    removed INTEGER NOT NULL,          -- 1: this version takes it away
    UNIQUE (uid, version)
);
CREATE INDEX finding_identity ON finding (identity_id);

CREATE TABLE measurement (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    version INTEGER NOT NULL,          -- from 1; the highest holds
    identity_id INTEGER NOT NULL REFERENCES identity (id), -- whose image it is on
    study_uid TEXT NOT NULL,
    series_uid TEXT NOT NULL,
    sop_uid TEXT NOT NULL,             -- the image; of a volume the slice nearest to it
    frame INTEGER NOT NULL,            -- 0-based
    frame_of_reference TEXT NOT NULL,  -- of patient coordinates
    space INTEGER NOT NULL,            -- 0: the patient's, mm (LPS); 1: pixels of the frame
    kind TEXT NOT NULL,                -- 'length', 'angle', 'cobb', 'bidirectional', 'ellipse', 'rectangle', 'freehand', 'probe'
    points BLOB NOT NULL,              -- x, y, z of each: IEEE 754 doubles, little endian
    figures BLOB NOT NULL,             -- what it came to when it was made: CBOR list of [name, value, unit]
    label TEXT NOT NULL,
    finding_uid TEXT NOT NULL,         -- ''; or the finding's
    author TEXT NOT NULL,
    saved INTEGER NOT NULL,
    removed INTEGER NOT NULL,          -- 1: this version takes it away
    UNIQUE (uid, version)
);
CREATE INDEX measurement_identity ON measurement (identity_id);
