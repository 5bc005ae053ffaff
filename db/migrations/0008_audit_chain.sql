-- The chain beside the trail: one per município and one ('') of the installation. Owner: modules/audit.

-- Recorded and not yet sealed: written in the transaction of the event, taken away when its link is laid.
CREATE TABLE evento_pendente (
    municipio TEXT  NOT NULL,
    id        TEXT  NOT NULL,
    resumo    BYTEA NOT NULL,  -- SHA-256 of the event; '' of one older than the chain.
    PRIMARY KEY (municipio, id)
);

-- The links. Each holds the SHA-256 of the one before, its own position and the event.
CREATE TABLE evento_elo (
    municipio TEXT   NOT NULL,
    ordem     BIGINT NOT NULL CHECK (ordem > 0),
    id        TEXT   NOT NULL,
    elo       BYTEA  NOT NULL,
    PRIMARY KEY (municipio, ordem)
);

-- Where each chain ends, signed by a key that is not in the database.
CREATE TABLE evento_cadeia (
    municipio   TEXT   NOT NULL PRIMARY KEY,
    ordem       BIGINT NOT NULL,
    elo         BYTEA  NOT NULL,
    assinatura  BYTEA  NOT NULL
);

-- What was recorded before there was a chain is sealed by its first run.
INSERT INTO evento_pendente (municipio, id, resumo) SELECT municipio, id, '' FROM evento;
