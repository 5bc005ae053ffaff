-- Copies of everything: what was made, and what is made by itself every night.
-- Owner: modules/copias. No other module writes here.

-- The one row of an installation that makes copies by itself. Nothing in it opens one.
CREATE TABLE copia_agenda (
    unica         SMALLINT NOT NULL PRIMARY KEY CHECK (unica = 1),
    pasta         TEXT     NOT NULL,
    minuto        INTEGER  NOT NULL CHECK (minuto BETWEEN 0 AND 1439),  -- After local midnight.
    manter        INTEGER  NOT NULL CHECK (manter > 0),
    sal           BYTEA    NOT NULL,
    passadas      INTEGER  NOT NULL,
    memoria_kib   INTEGER  NOT NULL,
    chave_publica BYTEA    NOT NULL,
    ator          TEXT     NOT NULL,
    desde_ms      BIGINT   NOT NULL
);

CREATE TABLE copia_seguranca (
    id           TEXT   NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    origem       TEXT   NOT NULL CHECK (origem IN ('agendada', 'pedida')),
    arquivo      TEXT   NOT NULL,
    situacao     TEXT   NOT NULL CHECK (situacao IN ('concluida', 'falhou', 'removida')),
    mensagem     TEXT   NOT NULL,
    tamanho      BIGINT NOT NULL,
    linhas       BIGINT NOT NULL,
    sha256       TEXT   NOT NULL,  -- Of the file; '' of one that failed.
    ator         TEXT   NOT NULL,
    iniciada_ms  BIGINT NOT NULL,
    concluida_ms BIGINT NOT NULL
);
CREATE INDEX copia_seguranca_recente ON copia_seguranca (iniciada_ms);
