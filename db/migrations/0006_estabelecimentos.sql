-- The registry of establishments of each município, as its files of the CNES say. Nothing is deleted:
-- what a file no longer brings is inactive. `impressao` is a fingerprint of what the file said, so that
-- the next one is compared without reading the record.
-- Owner: modules/estabelecimentos. No other module writes here.
CREATE TABLE unidade_saude (
    municipio         TEXT     NOT NULL CHECK (length(municipio) = 7),
    cnes              TEXT     NOT NULL CHECK (length(cnes) = 7),
    nome              TEXT     NOT NULL,
    cnpj              TEXT     NOT NULL,
    tipo              TEXT     NOT NULL,
    tipo_descricao    TEXT     NOT NULL,
    subtipo           TEXT     NOT NULL,
    subtipo_descricao TEXT     NOT NULL,
    telefone1         TEXT     NOT NULL,
    telefone2         TEXT     NOT NULL,
    fax               TEXT     NOT NULL,
    email             TEXT     NOT NULL,
    cep               TEXT     NOT NULL,
    uf                TEXT     NOT NULL,
    bairro            TEXT     NOT NULL,
    logradouro        TEXT     NOT NULL,
    numero            TEXT     NOT NULL,
    complemento       TEXT     NOT NULL,
    referencia        TEXT     NOT NULL,
    complexidades     TEXT     NOT NULL,  -- "AB MC AC", those it has.
    impressao         BIGINT   NOT NULL,
    ativa             SMALLINT NOT NULL CHECK (ativa IN (0, 1)),
    PRIMARY KEY (municipio, cnes)
);

-- A team is known by (CNES, INE): an eMulti is in several establishments.
CREATE TABLE equipe (
    municipio      TEXT     NOT NULL,
    cnes           TEXT     NOT NULL,
    ine            TEXT     NOT NULL CHECK (length(ine) = 10),
    tipo           TEXT     NOT NULL,
    sigla          TEXT     NOT NULL,
    descricao      TEXT     NOT NULL,
    area           TEXT     NOT NULL,
    area_descricao TEXT     NOT NULL,
    nome           TEXT     NOT NULL,
    desativada_em  TEXT     NOT NULL,  -- AAAA-MM-DD, or ''.
    impressao      BIGINT   NOT NULL,
    ativa          SMALLINT NOT NULL CHECK (ativa IN (0, 1)),
    PRIMARY KEY (municipio, cnes, ine)
);

CREATE TABLE profissional (
    municipio   TEXT     NOT NULL,
    id          TEXT     NOT NULL CHECK (length(id) = 36),
    cpf         TEXT     NOT NULL CHECK (length(cpf) = 11),
    cns         TEXT     NOT NULL CHECK (length(cns) = 15),
    nome        TEXT     NOT NULL,
    nascimento  TEXT     NOT NULL,  -- AAAA-MM-DD, or ''.
    sexo        TEXT     NOT NULL,  -- The CNES writes N; what is known here stays.
    conselho    TEXT     NOT NULL,
    conselho_uf TEXT     NOT NULL,
    registro    TEXT     NOT NULL,
    email       TEXT     NOT NULL,
    telefone    TEXT     NOT NULL,
    impressao   BIGINT   NOT NULL,
    ativo       SMALLINT NOT NULL CHECK (ativo IN (0, 1)),
    PRIMARY KEY (municipio, id)
);
CREATE UNIQUE INDEX profissional_por_cpf ON profissional (municipio, cpf);

CREATE TABLE lotacao (
    municipio    TEXT     NOT NULL,
    id           TEXT     NOT NULL CHECK (length(id) = 36),
    profissional TEXT     NOT NULL,
    cnes         TEXT     NOT NULL,
    ine          TEXT     NOT NULL,  -- '' without a team.
    cbo          TEXT     NOT NULL CHECK (length(cbo) = 6),
    microarea    TEXT     NOT NULL,
    origem       TEXT     NOT NULL CHECK (origem IN ('cnes', 'manual')),
    segue_cnes   SMALLINT NOT NULL CHECK (segue_cnes IN (0, 1)),  -- «Atualizar perfis ao importar CNES».
    ativa        SMALLINT NOT NULL CHECK (ativa IN (0, 1)),
    PRIMARY KEY (municipio, id)
);
CREATE UNIQUE INDEX lotacao_do_profissional ON lotacao (municipio, profissional, cnes, ine, cbo);

-- What was imported last; the row also makes two imports of a município wait for each other.
CREATE TABLE cnes_vigente (
    municipio  TEXT NOT NULL PRIMARY KEY,
    importacao TEXT NOT NULL,  -- '' before the first one ends.
    versao     TEXT NOT NULL
);

CREATE TABLE cnes_importacao (
    municipio    TEXT     NOT NULL,
    id           TEXT     NOT NULL CHECK (length(id) = 36),
    arquivo      TEXT     NOT NULL,
    sha256       TEXT     NOT NULL,
    tamanho      BIGINT   NOT NULL,
    simulada     SMALLINT NOT NULL CHECK (simulada IN (0, 1)),
    situacao     TEXT     NOT NULL CHECK (situacao IN ('aguardando', 'executando', 'concluida', 'falhou', 'cancelada')),
    mensagem     TEXT     NOT NULL,
    versao       TEXT     NOT NULL,
    data_arquivo TEXT     NOT NULL,
    responsavel  TEXT     NOT NULL,
    ator         TEXT     NOT NULL,
    trabalho     TEXT     NOT NULL,
    iniciada_ms  BIGINT   NOT NULL,
    concluida_ms BIGINT,
    relatorio    TEXT     NOT NULL,
    PRIMARY KEY (municipio, id)
);
CREATE INDEX cnes_importacao_recente ON cnes_importacao (municipio, iniciada_ms);

-- The bytes of a file that waits; removed when the import ends.
CREATE TABLE cnes_importacao_parte (
    municipio  TEXT    NOT NULL,
    importacao TEXT    NOT NULL,
    parte      INTEGER NOT NULL,
    bytes      BYTEA   NOT NULL,
    PRIMARY KEY (municipio, importacao, parte)
);
