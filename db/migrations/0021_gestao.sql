-- «Gestão municipal»: the standard agenda of a município, its groups of exams and its types of service.
-- Owner: modules/gestao. No other module writes here.

CREATE TABLE agenda_padrao (
    municipio  TEXT    NOT NULL PRIMARY KEY CHECK (length(municipio) = 7),
    duracao_min INTEGER NOT NULL CHECK (duracao_min BETWEEN 1 AND 240),  -- Of an appointment.
    versao     BIGINT  NOT NULL
);

-- Minutes after midnight in the município; dia 1 is Monday and 7 Sunday.
CREATE TABLE agenda_padrao_periodo (
    municipio  TEXT    NOT NULL,
    dia        INTEGER NOT NULL CHECK (dia BETWEEN 1 AND 7),
    inicio_min INTEGER NOT NULL,
    fim_min    INTEGER NOT NULL,
    PRIMARY KEY (municipio, dia, inicio_min),
    CHECK (inicio_min BETWEEN 0 AND 1439 AND fim_min BETWEEN 1 AND 1440 AND inicio_min < fim_min)
);

-- `busca` is the name without accents and case: what makes two names the same.
CREATE TABLE grupo_exame (
    municipio TEXT   NOT NULL CHECK (length(municipio) = 7),
    id        TEXT   NOT NULL CHECK (length(id) = 36),
    nome      TEXT   NOT NULL CHECK (length(nome) > 0),
    busca     TEXT   NOT NULL,
    versao    BIGINT NOT NULL,
    PRIMARY KEY (municipio, id)
);
CREATE UNIQUE INDEX grupo_exame_por_nome ON grupo_exame (municipio, busca);

CREATE TABLE grupo_exame_item (
    municipio    TEXT NOT NULL,
    grupo        TEXT NOT NULL,
    procedimento TEXT NOT NULL CHECK (length(procedimento) = 10),
    PRIMARY KEY (municipio, grupo, procedimento)
);

CREATE TABLE tipo_servico (
    municipio TEXT   NOT NULL CHECK (length(municipio) = 7),
    id        TEXT   NOT NULL CHECK (length(id) = 36),
    nome      TEXT   NOT NULL CHECK (length(nome) > 0),
    busca     TEXT   NOT NULL,
    versao    BIGINT NOT NULL,
    PRIMARY KEY (municipio, id)
);
CREATE UNIQUE INDEX tipo_servico_por_nome ON tipo_servico (municipio, busca);
