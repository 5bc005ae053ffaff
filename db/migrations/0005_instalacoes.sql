-- The municípios this installation serves, and its settings. Owner: modules/instalacoes.
CREATE TABLE municipio_ativo (
    ibge  TEXT     NOT NULL PRIMARY KEY CHECK (length(ibge) = 7),
    nome  TEXT     NOT NULL,
    uf    TEXT     NOT NULL CHECK (length(uf) = 2),
    fuso  TEXT     NOT NULL,  -- IANA name, e.g. America/Belem.
    utc_minutos INTEGER NOT NULL CHECK (utc_minutos BETWEEN -300 AND -120),  -- To add to UTC; no summer time since 2019.
    ativo SMALLINT NOT NULL CHECK (ativo IN (0, 1))
);

CREATE TABLE configuracao (
    municipio TEXT NOT NULL CHECK (length(municipio) IN (0, 7)),  -- '': the whole installation.
    chave     TEXT NOT NULL,
    valor     TEXT NOT NULL,
    PRIMARY KEY (municipio, chave)
);
