-- Fichas received from any channel, their lotes and what is wrong with them.
-- Owner: modules/fichas. No other module writes here.

CREATE TABLE lote_recebido (
    municipio    TEXT     NOT NULL CHECK (length(municipio) = 7),
    id           TEXT     NOT NULL CHECK (length(id) = 36),
    canal        TEXT     NOT NULL CHECK (canal IN ('arquivo', 'online')),
    arquivo      TEXT     NOT NULL,
    sha256       TEXT     NOT NULL,
    tamanho      BIGINT   NOT NULL,
    responsavel  TEXT     NOT NULL,
    ator         TEXT     NOT NULL,
    numero       BIGINT,
    situacao     TEXT     NOT NULL CHECK (situacao IN ('aguardando', 'processando', 'processado', 'falhou')),
    mensagem     TEXT     NOT NULL DEFAULT '',
    trabalho     TEXT,
    entradas     BIGINT   NOT NULL DEFAULT 0,
    recebidas    BIGINT   NOT NULL DEFAULT 0,
    validas      BIGINT   NOT NULL DEFAULT 0,
    invalidas    BIGINT   NOT NULL DEFAULT 0,
    ilegiveis    BIGINT   NOT NULL DEFAULT 0,
    repetidas    BIGINT   NOT NULL DEFAULT 0,
    recebido_ms  BIGINT   NOT NULL,
    processado_ms BIGINT,
    PRIMARY KEY (municipio, id)
);
CREATE INDEX lote_recebido_recente ON lote_recebido (municipio, recebido_ms);
-- One online lote per credencial and day.
CREATE INDEX lote_recebido_online ON lote_recebido (municipio, ator, recebido_ms) WHERE canal = 'online';

-- The bytes of a lote that waits for processing, in parts; removed when every ficha has its own row.
CREATE TABLE lote_parte (
    municipio TEXT    NOT NULL,
    lote      TEXT    NOT NULL,
    parte     INTEGER NOT NULL,
    bytes     BYTEA   NOT NULL,
    PRIMARY KEY (municipio, lote, parte)
);

-- One row per version received of a ficha. `conteudo` is the legal original, byte for byte.
CREATE TABLE ficha (
    municipio         TEXT     NOT NULL,
    uuid              TEXT     NOT NULL CHECK (length(uuid) BETWEEN 1 AND 44),
    versao            INTEGER  NOT NULL,
    atual             SMALLINT NOT NULL CHECK (atual IN (0, 1)),
    lote              TEXT     NOT NULL,
    posicao           BIGINT   NOT NULL,
    tipo              INTEGER  NOT NULL,
    cnes              TEXT     NOT NULL,
    ine               TEXT,
    competencia       TEXT     NOT NULL,
    versao_ledi       TEXT     NOT NULL,
    situacao          TEXT     NOT NULL CHECK (situacao IN ('valida', 'invalida')),
    depende_catalogo  SMALLINT NOT NULL CHECK (depende_catalogo IN (0, 1)),
    erros             INTEGER  NOT NULL,
    achados           TEXT,
    formato           TEXT     NOT NULL CHECK (formato IN ('thrift', 'xml')),
    sha256            BYTEA    NOT NULL,
    conteudo          BYTEA    NOT NULL,
    recebida_ms       BIGINT   NOT NULL,
    PRIMARY KEY (municipio, uuid, versao)
);
CREATE INDEX ficha_do_lote ON ficha (municipio, lote, posicao);
-- The report of a period and the reprocessing read only what is wrong.
CREATE INDEX ficha_invalida ON ficha (municipio, recebida_ms) WHERE situacao = 'invalida';
CREATE INDEX ficha_a_reprocessar ON ficha (municipio, uuid) WHERE depende_catalogo = 1 AND atual = 1;

-- What could not be read at all, kept as it came.
CREATE TABLE ficha_ilegivel (
    municipio   TEXT   NOT NULL,
    lote        TEXT   NOT NULL,
    posicao     BIGINT NOT NULL,
    nome        TEXT   NOT NULL,
    regra       TEXT   NOT NULL,
    motivo      TEXT   NOT NULL,
    conteudo    BYTEA  NOT NULL,
    recebida_ms BIGINT NOT NULL,
    PRIMARY KEY (municipio, lote, posicao)
);

-- Counted as fichas arrive, so that the screens never count rows.
CREATE TABLE recebimento_total (
    municipio TEXT    NOT NULL,
    mes       TEXT    NOT NULL CHECK (length(mes) = 6),
    cnes      TEXT    NOT NULL,
    lote      TEXT    NOT NULL,
    tipo      INTEGER NOT NULL,
    validas   BIGINT  NOT NULL,
    invalidas BIGINT  NOT NULL,
    PRIMARY KEY (municipio, mes, cnes, lote, tipo)
);
CREATE INDEX recebimento_total_lote ON recebimento_total (municipio, lote);
