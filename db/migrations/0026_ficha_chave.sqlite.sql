-- Fichas found by 64 bits of their uuid, in two levels, and walked in the order they came in ([ADR 28]).
-- Owner: modules/fichas; of envio_percurso, modules/transmission.

-- The table of migration 7 without its primary key, an index of text in no order: each new ficha took a page of its own.
-- That (municipio, uuid, versao) does not repeat is the work of who keeps fichas: it looks and writes in one transaction,
-- and there is one writer.
DROP INDEX ficha_do_lote;
DROP INDEX ficha_invalida;
DROP INDEX ficha_a_reprocessar;
CREATE TABLE ficha_nova (
    linha             INTEGER  PRIMARY KEY,  -- Given by SQLite: one more than the greatest.
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
    recebida_ms       BIGINT   NOT NULL
);
-- Fed in its own order, which costs less memory than sorting it.
CREATE INDEX ficha_do_lote ON ficha_nova (municipio, lote, posicao);
INSERT INTO ficha_nova SELECT rowid, * FROM ficha ORDER BY rowid;
DROP TABLE ficha;
ALTER TABLE ficha_nova RENAME TO ficha;
CREATE INDEX ficha_invalida ON ficha (municipio, recebida_ms) WHERE situacao = 'invalida';
CREATE INDEX ficha_a_reprocessar ON ficha (municipio, lote, posicao) WHERE depende_catalogo = 1 AND atual = 1;

-- One row per row of ficha, in one of two tables. The recent ones are few and always in memory; a sweep takes them to
-- the others in the order of the keys, many to a page. `chave` is text_key(uuid).
CREATE TABLE ficha_chave (
    chave BIGINT NOT NULL,
    linha BIGINT NOT NULL,
    PRIMARY KEY (chave, linha)
) WITHOUT ROWID;
CREATE TABLE ficha_chave_recente (
    chave BIGINT NOT NULL,
    linha BIGINT NOT NULL,
    PRIMARY KEY (chave, linha)
) WITHOUT ROWID;
INSERT INTO ficha_chave (chave, linha) SELECT text_key(uuid), linha FROM ficha ORDER BY 1, 2;

-- One row: how many are in each, and the key the sweep reached.
CREATE TABLE ficha_chave_total (
    recentes   BIGINT NOT NULL,
    anteriores BIGINT NOT NULL,
    ate        BIGINT NOT NULL
);
INSERT INTO ficha_chave_total (recentes, anteriores, ate) SELECT 0, COUNT(*), -9223372036854775807 FROM ficha_chave;

-- Fichas by uuid, on both engines: who asks says the key and the uuid. CROSS JOIN: the key first, whatever SQLite guesses.
CREATE VIEW ficha_por_uuid AS
    SELECT c.chave, f.municipio, f.uuid, f.versao, f.atual, f.lote, f.posicao, f.tipo, f.cnes, f.ine, f.competencia, f.versao_ledi,
           f.situacao, f.erros, f.achados, f.formato, f.sha256, f.conteudo, f.recebida_ms
      FROM ficha_chave c CROSS JOIN ficha f ON f.linha = c.linha
    UNION ALL
    SELECT c.chave, f.municipio, f.uuid, f.versao, f.atual, f.lote, f.posicao, f.tipo, f.cnes, f.ine, f.competencia, f.versao_ledi,
           f.situacao, f.erros, f.achados, f.formato, f.sha256, f.conteudo, f.recebida_ms
      FROM ficha_chave_recente c CROSS JOIN ficha f ON f.linha = c.linha;

-- The walk over everything kept goes by lote, position and uuid, and says the lote it reached in `ate`. One that was half
-- done by uuid begins again: what left once is in ficha_enviada and does not leave again.
ALTER TABLE envio_percurso ADD COLUMN ate TEXT NOT NULL DEFAULT '';
UPDATE envio_percurso SET uuid = '', posicao = 0 WHERE lote = '';
