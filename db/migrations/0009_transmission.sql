-- Lotes made of kept fichas to be sent on, and which ficha is in which lote.
-- Owner: modules/transmission. No other module writes here.

-- Where lotes go. The Centralizador Nacional is there from the start.
CREATE TABLE destino (
    id    TEXT     NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    nome  TEXT     NOT NULL,
    ativo SMALLINT NOT NULL CHECK (ativo IN (0, 1))
);
INSERT INTO destino (id, nome, ativo) VALUES ('00000000-0000-7000-8000-000000000001', 'Centralizador Nacional', 1);

-- The last number given in this installation, moved in the transaction of the lote that takes it: no gaps.
CREATE TABLE lote_enviado_numero (
    sequencia TEXT   NOT NULL PRIMARY KEY,
    ultimo    BIGINT NOT NULL
);

-- Immutable but for its situacao, whose words are those of domain/lote_enviado.hpp.
CREATE TABLE lote_enviado (
    municipio   TEXT   NOT NULL CHECK (length(municipio) = 7),
    id          TEXT   NOT NULL CHECK (length(id) = 36),
    destino     TEXT   NOT NULL,
    numero      BIGINT NOT NULL,
    situacao    TEXT   NOT NULL CHECK (situacao <> ''),
    fichas      BIGINT NOT NULL CHECK (fichas > 0),
    sha256      TEXT   NOT NULL CHECK (length(sha256) = 64),
    tamanho     BIGINT NOT NULL,
    criado_ms   BIGINT NOT NULL,
    responsavel TEXT   NOT NULL,
    ator        TEXT   NOT NULL,
    PRIMARY KEY (municipio, id)
);
CREATE UNIQUE INDEX lote_enviado_por_numero ON lote_enviado (municipio, numero);

-- The bytes of the zip, in parts: what is downloaded again is what was made, whatever library packs tomorrow.
CREATE TABLE lote_enviado_parte (
    municipio TEXT    NOT NULL,
    lote      TEXT    NOT NULL,
    parte     INTEGER NOT NULL,
    bytes     BYTEA   NOT NULL,
    PRIMARY KEY (municipio, lote, parte)
);

CREATE TABLE lote_enviado_historico (
    municipio   TEXT   NOT NULL,
    lote        TEXT   NOT NULL,
    id          TEXT   NOT NULL CHECK (length(id) = 36),
    ato         TEXT   NOT NULL CHECK (ato <> ''),
    instante_ms BIGINT NOT NULL,
    responsavel TEXT   NOT NULL,
    ator        TEXT   NOT NULL,
    PRIMARY KEY (municipio, lote, id)
);

-- The key is the promise: a version of a ficha goes to a destino in one lote only.
CREATE TABLE ficha_enviada (
    municipio TEXT    NOT NULL,
    destino   TEXT    NOT NULL,
    uuid      TEXT    NOT NULL,
    versao    INTEGER NOT NULL,
    lote      TEXT    NOT NULL,
    PRIMARY KEY (municipio, destino, uuid, versao)
);
CREATE INDEX ficha_enviada_do_lote ON ficha_enviada (municipio, lote);
