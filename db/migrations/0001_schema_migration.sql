-- What ran here, in what order, and the bytes it had when it ran.
-- Owner: platform/db.
CREATE TABLE schema_migration (
    version    INTEGER NOT NULL PRIMARY KEY,
    name       TEXT    NOT NULL,
    sha256     TEXT    NOT NULL CHECK (length(sha256) = 64),
    applied_ms BIGINT  NOT NULL
);
