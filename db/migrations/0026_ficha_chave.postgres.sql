-- Fichas found by uuid under the name they have on SQLite too, and walked in the order they came in ([ADR 28]).
-- Owner: modules/fichas; of envio_percurso, modules/transmission.

-- The primary key finds them; `chave` is what db::text_key gives of the uuid, so that one text serves both engines.
CREATE VIEW ficha_por_uuid AS
    SELECT CAST(CAST('x' || substr(encode(sha256(convert_to(f.uuid, 'UTF8')), 'hex'), 1, 16) AS BIT(64)) AS BIGINT) AS chave,
           f.municipio, f.uuid, f.versao, f.atual, f.lote, f.posicao, f.tipo, f.cnes, f.ine, f.competencia, f.versao_ledi,
           f.situacao, f.erros, f.achados, f.formato, f.sha256, f.conteudo, f.recebida_ms
      FROM ficha f;

DROP INDEX ficha_a_reprocessar;
CREATE INDEX ficha_a_reprocessar ON ficha (municipio, lote, posicao) WHERE depende_catalogo = 1 AND atual = 1;

-- The walk over everything kept goes by lote, position and uuid, and says the lote it reached in `ate`. One that was half
-- done by uuid begins again: what left once is in ficha_enviada and does not leave again.
ALTER TABLE envio_percurso ADD COLUMN ate TEXT NOT NULL DEFAULT '';
UPDATE envio_percurso SET uuid = '', posicao = 0 WHERE lote = '';
