-- When a professional attends in a lotação, when not, and what of it citizens may book by themselves.
-- Owner: modules/agenda. No other module writes here.

-- A lotação without a row attends in the hours of the município when it is the only one of its professional, and not
-- at all otherwise.
CREATE TABLE agenda (
    municipio TEXT   NOT NULL CHECK (length(municipio) = 7),
    lotacao   TEXT   NOT NULL CHECK (length(lotacao) = 36),
    versao    BIGINT NOT NULL,
    PRIMARY KEY (municipio, lotacao)
);

-- Minutes after midnight in the município; dia 1 is Monday and 7 Sunday.
CREATE TABLE agenda_periodo (
    municipio  TEXT    NOT NULL,
    lotacao    TEXT    NOT NULL,
    dia        INTEGER NOT NULL CHECK (dia BETWEEN 1 AND 7),
    inicio_min INTEGER NOT NULL,
    fim_min    INTEGER NOT NULL,
    PRIMARY KEY (municipio, lotacao, dia, inicio_min),
    CHECK (inicio_min BETWEEN 0 AND 1439 AND fim_min BETWEEN 1 AND 1440 AND inicio_min < fim_min)
);

CREATE TABLE agenda_fechamento (
    municipio     TEXT   NOT NULL CHECK (length(municipio) = 7),
    id            TEXT   NOT NULL CHECK (length(id) = 36),
    lotacao       TEXT   NOT NULL,
    inicio        TEXT   NOT NULL CHECK (length(inicio) = 10),  -- AAAA-MM-DD, both included.
    fim           TEXT   NOT NULL CHECK (length(fim) = 10),
    motivo        TEXT   NOT NULL CHECK (motivo IN ('atestado', 'curso', 'ferias', 'licenca', 'reuniao', 'outro')),
    especificacao TEXT   NOT NULL,  -- Of «outro».
    criado_ms     BIGINT NOT NULL,
    PRIMARY KEY (municipio, id)
);
CREATE INDEX agenda_fechamento_da_lotacao ON agenda_fechamento (municipio, lotacao, inicio);

-- The hours citizens may book by themselves. One that the agenda no longer has is not offered; what was booked stays.
CREATE TABLE agenda_online (
    municipio TEXT   NOT NULL CHECK (length(municipio) = 7),
    lotacao   TEXT   NOT NULL CHECK (length(lotacao) = 36),
    versao    BIGINT NOT NULL,
    PRIMARY KEY (municipio, lotacao)
);
CREATE TABLE agenda_online_horario (
    municipio  TEXT    NOT NULL,
    lotacao    TEXT    NOT NULL,
    dia        INTEGER NOT NULL CHECK (dia BETWEEN 1 AND 7),
    inicio_min INTEGER NOT NULL CHECK (inicio_min BETWEEN 0 AND 1439),
    PRIMARY KEY (municipio, lotacao, dia, inicio_min)
);
