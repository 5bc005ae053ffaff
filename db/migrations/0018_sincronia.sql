-- When an installation that sends to this one was last heard of, and what it calls itself.
-- Owner: modules/fichas (lote_recebido) and modules/transmission (chegada). No other module writes here.

CREATE INDEX lote_recebido_remetente ON lote_recebido (remetente, recebido_ms) WHERE remetente <> '';
CREATE INDEX chegada_remetente ON chegada (remetente, vista_ms);
