-- Lotes of imunobiológicos, to be found when a dose is recorded, and the way to the fichas that name one.
-- Owner: modules/imunobiologicos; of the index of ficha, modules/fichas.
CREATE TABLE lote_imunobiologico (
    municipio      TEXT     NOT NULL CHECK (length(municipio) = 7),
    id             TEXT     NOT NULL CHECK (length(id) = 36),
    imunobiologico INTEGER  NOT NULL,  -- Of the LEDI.
    lote           TEXT     NOT NULL CHECK (length(lote) BETWEEN 1 AND 30),
    busca          TEXT     NOT NULL,  -- The lote without case: what makes two the same.
    fabricante     TEXT     NOT NULL,  -- By the number the RNDS gives.
    validade       TEXT     NOT NULL CHECK (length(validade) = 10),  -- AAAA-MM-DD; good until the end of that day.
    ativo          SMALLINT NOT NULL CHECK (ativo IN (0, 1)),
    versao         BIGINT   NOT NULL,
    PRIMARY KEY (municipio, id)
);
CREATE UNIQUE INDEX lote_imunobiologico_um ON lote_imunobiologico (municipio, imunobiologico, busca, fabricante);

-- Whether a lote was ever given is asked of these alone.
CREATE INDEX ficha_de_vacinacao ON ficha (municipio, recebida_ms) WHERE tipo = 14;
