-- Imaging: DICOM instances beside their records, and facts that several tell under one name.

-- What makes statements of one fact known to be the same whatever their words: 'study:<Study Instance UID>'. '' for most.
ALTER TABLE fact ADD COLUMN same_as TEXT NOT NULL DEFAULT '';
CREATE INDEX fact_same ON fact (same_as) WHERE same_as <> '';

-- What instances say of their study and series: once for all that say the same.
CREATE TABLE imaging_header (
    id INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL UNIQUE,       -- of content
    study_uid TEXT NOT NULL,
    series_uid TEXT NOT NULL,
    institution TEXT NOT NULL,
    content BLOB NOT NULL              -- CBOR
);
CREATE INDEX imaging_header_study ON imaging_header (study_uid);
CREATE INDEX imaging_header_series ON imaging_header (series_uid);

-- Derived from the record, rebuildable. One DICOM instance.
CREATE TABLE instance (
    record_id INTEGER PRIMARY KEY REFERENCES record (id),
    header_id INTEGER NOT NULL REFERENCES imaging_header (id),
    sop_uid TEXT NOT NULL,
    sop_class TEXT NOT NULL,
    transfer_syntax TEXT NOT NULL,
    number INTEGER NOT NULL,           -- Instance Number
    frames INTEGER NOT NULL,           -- 0: no picture
    rows INTEGER NOT NULL,
    columns INTEGER NOT NULL,
    image BLOB,                        -- what the drawing code needs, opaque here; NULL: nothing that can be drawn
    unreadable TEXT NOT NULL,          -- why there is none, though there are pixels
    refers_to TEXT NOT NULL            -- UIDs, one a line
);
CREATE INDEX instance_header ON instance (header_id);
CREATE INDEX instance_sop ON instance (sop_uid);
