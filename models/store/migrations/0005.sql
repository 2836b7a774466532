-- Answers to medication-safety alerts: acknowledged for a reason, or taken back. Rows are only ever added.

CREATE TABLE safety_override (
    id INTEGER PRIMARY KEY,
    identity_id INTEGER NOT NULL REFERENCES identity (id), -- one of the person's when it was written
    alert TEXT NOT NULL,               -- id of the alert
    reason TEXT NOT NULL,              -- code of HL7 v3 ActCode (DetectedIssueMitigationAction); '': taken back
    comment TEXT NOT NULL,
    author TEXT NOT NULL,
    time INTEGER NOT NULL,             -- milliseconds since 1970 UTC
    tier INTEGER NOT NULL,             -- of the alert then: 1 hidden, 2 passive, 3 prominent, 4 interruptive
    snapshot BLOB NOT NULL             -- figures the alert rested on: CBOR map of name to number
);
CREATE INDEX safety_override_identity ON safety_override (identity_id);
