-- The trail and its links in the order of their keys, so that reading all of it is reading one tree from end to end.
-- Owner: modules/audit.
CREATE TABLE evento_em_ordem (
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
) WITHOUT ROWID;
INSERT INTO evento_em_ordem SELECT municipio, id, instante_ms, evento, ator, endereco, entidade, entidade_id, detalhes FROM evento ORDER BY municipio, id;
DROP TABLE evento;
ALTER TABLE evento_em_ordem RENAME TO evento;

CREATE TABLE evento_elo_em_ordem (
    municipio TEXT   NOT NULL,
    ordem     BIGINT NOT NULL CHECK (ordem > 0),
    id        TEXT   NOT NULL,
    elo       BYTEA  NOT NULL,
    PRIMARY KEY (municipio, ordem)
) WITHOUT ROWID;
INSERT INTO evento_elo_em_ordem SELECT municipio, ordem, id, elo FROM evento_elo ORDER BY municipio, ordem;
DROP TABLE evento_elo;
ALTER TABLE evento_elo_em_ordem RENAME TO evento_elo;

CREATE TABLE evento_pendente_em_ordem (
    municipio TEXT  NOT NULL,
    id        TEXT  NOT NULL,
    resumo    BYTEA NOT NULL,  -- SHA-256 of the event; '' of one older than the chain.
    PRIMARY KEY (municipio, id)
) WITHOUT ROWID;
INSERT INTO evento_pendente_em_ordem SELECT municipio, id, resumo FROM evento_pendente ORDER BY municipio, id;
DROP TABLE evento_pendente;
ALTER TABLE evento_pendente_em_ordem RENAME TO evento_pendente;
