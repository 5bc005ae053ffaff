-- The numbers of the reports, and what is already counted in them.
-- Owner: modules/relatorios; ficha_novidade and the places of fichas in a lote, of modules/fichas.

-- What each reader of the kept fichas did not see yet: a received lote, from a position on.
CREATE TABLE ficha_novidade (
    municipio TEXT   NOT NULL,
    leitor    TEXT   NOT NULL CHECK (leitor <> ''),
    lote      TEXT   NOT NULL,
    posicao   BIGINT NOT NULL,
    PRIMARY KEY (municipio, leitor, lote)
);
INSERT INTO ficha_novidade (municipio, leitor, lote, posicao) SELECT municipio, 'relatorios', id, 0 FROM lote_recebido;

-- What came over the network, one by one, gets a place of its own in the lote of its day, as what came in a file has.
UPDATE ficha SET posicao = placed.place
  FROM (SELECT f.municipio, f.uuid, f.versao,
               ROW_NUMBER() OVER (PARTITION BY f.municipio, f.lote ORDER BY f.recebida_ms, f.uuid, f.versao) - 1 AS place
          FROM ficha f
          JOIN lote_recebido l ON l.municipio = f.municipio AND l.id = f.lote
         WHERE l.canal = 'online' AND l.remetente = '') AS placed
 WHERE ficha.municipio = placed.municipio AND ficha.uuid = placed.uuid AND ficha.versao = placed.versao;

-- One row per day (and one per month) of a lotação: its counters, packed by domain/contadores.
CREATE TABLE relatorio_soma (
    municipio    TEXT  NOT NULL CHECK (length(municipio) = 7),
    relatorio    TEXT  NOT NULL,
    grao         TEXT  NOT NULL CHECK (grao IN ('dia', 'mes')),
    periodo      TEXT  NOT NULL,  -- AAAAMMDD or AAAAMM.
    cnes         TEXT  NOT NULL,
    ine          TEXT  NOT NULL,  -- '' without a team.
    cbo          TEXT  NOT NULL,
    profissional TEXT  NOT NULL,  -- CNS.
    soma         BYTEA NOT NULL,
    PRIMARY KEY (municipio, relatorio, grao, periodo, cnes, ine, cbo, profissional)
);

-- Which fichas of a lote are counted: a bit for each of 4096 places.
CREATE TABLE relatorio_contada (
    municipio TEXT   NOT NULL,
    lote      TEXT   NOT NULL,
    bloco     BIGINT NOT NULL,
    marcas    BYTEA  NOT NULL,
    PRIMARY KEY (municipio, lote, bloco)
);

-- The fichas of a cadastro and of its updates: the newest one is what the consolidated reports count.
CREATE TABLE relatorio_cadastro (
    municipio TEXT     NOT NULL,
    tipo      INTEGER  NOT NULL,
    origem    TEXT     NOT NULL,
    uuid      TEXT     NOT NULL,
    versao    INTEGER  NOT NULL,
    em_ms     BIGINT   NOT NULL,
    vigente   SMALLINT NOT NULL CHECK (vigente IN (0, 1)),
    PRIMARY KEY (municipio, tipo, origem, uuid)
);

CREATE TABLE relatorio_processamento (
    municipio      TEXT   NOT NULL PRIMARY KEY,
    edicao         TEXT   NOT NULL,  -- Of the way of counting: '' when nothing was counted yet.
    processado_ms  BIGINT,
    marcado_ms     BIGINT,           -- «Marcar para processamento», until it is processed.
    marcadas       BIGINT NOT NULL
);

-- «Configuração de impressão»: only what somebody chose.
CREATE TABLE relatorio_fator (
    relatorio TEXT    NOT NULL PRIMARY KEY,
    fator     INTEGER NOT NULL CHECK (fator > 0),
    versao    BIGINT  NOT NULL
);

-- The job last asked for, of each kind, so that whoever opens the screen sees its progress.
CREATE TABLE relatorio_trabalho (
    tipo     TEXT NOT NULL PRIMARY KEY,
    trabalho TEXT NOT NULL
);
