-- The trail: who did what, when, from where. Rows are added and never changed; nothing in the program
-- updates or deletes here. Every column is NOT NULL, so that an event has exactly one byte form to be
-- hashed over, and a chain can be laid beside it (event id, order, hash) without touching a row.
-- Owner: modules/audit.
CREATE TABLE evento (
    municipio    TEXT   NOT NULL CHECK (length(municipio) IN (0, 7)),  -- '': of the installation as a whole.
    id           TEXT   NOT NULL CHECK (length(id) = 36),              -- UUIDv7: in order of time.
    instante_ms  BIGINT NOT NULL,
    evento       TEXT   NOT NULL CHECK (length(evento) > 0),
    ator         TEXT   NOT NULL,  -- Opaque key: usuario, credencial, "console", or "" when nobody is known.
    endereco     TEXT   NOT NULL,
    entidade     TEXT   NOT NULL,
    entidade_id  TEXT   NOT NULL,
    detalhes     TEXT   NOT NULL,  -- JSON, or ''. Never a CPF, a CNS, a name or a password.
    PRIMARY KEY (municipio, id)
);
