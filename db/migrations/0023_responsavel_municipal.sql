-- Who answers for a município: one at most. Owner: modules/instalacoes.
CREATE TABLE responsavel_municipal (
    municipio    TEXT   NOT NULL PRIMARY KEY CHECK (length(municipio) = 7),
    usuario      TEXT   NOT NULL,  -- Who has the acesso of administrador municipal for it.
    base         TEXT   NOT NULL,  -- The município in whose registry the professional is.
    profissional TEXT   NOT NULL,
    nome         TEXT   NOT NULL,
    desde_ms     BIGINT NOT NULL,
    versao       BIGINT NOT NULL
);
