-- What generating and sending remember between two runs, so that neither looks again at what it has seen.
-- Owner: modules/transmission; of lote_recebido, modules/fichas.

-- Valid fichas entered this received lote since somebody last asked: written in the transaction that keeps them.
ALTER TABLE lote_recebido ADD COLUMN novidade SMALLINT NOT NULL DEFAULT 0 CHECK (novidade IN (0, 1));
CREATE INDEX lote_recebido_novidade ON lote_recebido (municipio, id) WHERE novidade = 1;

-- What is still to be looked at for a destino: a received lote from a position on, or, with lote = '', every ficha
-- kept here, by uuid. The row of '' stays when it is complete: it says that news reach the destino.
CREATE TABLE envio_percurso (
    municipio TEXT     NOT NULL,
    destino   TEXT     NOT NULL,
    lote      TEXT     NOT NULL,
    uuid      TEXT     NOT NULL,
    posicao   BIGINT   NOT NULL,
    completo  SMALLINT NOT NULL CHECK (completo IN (0, 1)),
    PRIMARY KEY (municipio, destino, lote)
);

ALTER TABLE lote_enviado ADD COLUMN vereditos_ms BIGINT;  -- When the destino is asked next; NULL: no more.
ALTER TABLE lote_enviado ADD COLUMN perguntas INTEGER NOT NULL DEFAULT 0;  -- Asked in a row without news.
CREATE INDEX lote_enviado_a_perguntar ON lote_enviado (destino, vereditos_ms) WHERE vereditos_ms IS NOT NULL;

ALTER TABLE lote_enviado_historico ADD COLUMN detalhe TEXT NOT NULL DEFAULT '';
