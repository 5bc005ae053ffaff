-- Lotes that arrive over the network in parts, who was told when to come, and which lote of which
-- installation a version of a ficha came in: numbers, not the hour of processing, say which is newer.
-- Owner: modules/transmission (chegada, agendamento) and modules/fichas (lote_recebido, ficha_ilegivel). No other module writes here.

ALTER TABLE lote_recebido ADD COLUMN remetente TEXT NOT NULL DEFAULT '';         -- Installation that sent it; '' when not known.
ALTER TABLE lote_recebido ADD COLUMN numero_remetente BIGINT NOT NULL DEFAULT 0;  -- Its number there.

-- Who sent a ficha nobody here can read is told so, and it has no uuid to be found by.
ALTER TABLE ficha_ilegivel ADD COLUMN sha256 BYTEA;
CREATE INDEX ficha_ilegivel_bytes ON ficha_ilegivel (municipio, sha256);

-- Announced by a credencial, received in parts (in lote_parte), proven and handed over when whole.
CREATE TABLE chegada (
    municipio      TEXT    NOT NULL CHECK (length(municipio) = 7),
    lote           TEXT    NOT NULL CHECK (length(lote) = 36),
    credencial     TEXT    NOT NULL,
    remetente      TEXT    NOT NULL CHECK (length(remetente) = 36),
    remetente_nome TEXT    NOT NULL,
    remetente_tipo TEXT    NOT NULL,
    versao         TEXT    NOT NULL,
    numero         BIGINT  NOT NULL CHECK (numero > 0),
    fichas         BIGINT  NOT NULL CHECK (fichas > 0),
    tamanho        BIGINT  NOT NULL CHECK (tamanho > 0),
    sha256         TEXT    NOT NULL CHECK (length(sha256) = 64),
    recebidos      BIGINT  NOT NULL DEFAULT 0,
    partes         INTEGER NOT NULL DEFAULT 0,
    vista_ms       BIGINT  NOT NULL,
    confirmado_ms  BIGINT,
    PRIMARY KEY (municipio, lote)
);
CREATE INDEX chegada_aberta ON chegada (vista_ms) WHERE confirmado_ms IS NULL;

-- The minute a sender was given when too many were sending at once.
CREATE TABLE agendamento (
    credencial  TEXT   NOT NULL PRIMARY KEY,
    minuto_ms   BIGINT NOT NULL,
    admitido_ms BIGINT             -- When it came.
);
CREATE INDEX agendamento_minuto ON agendamento (minuto_ms);
