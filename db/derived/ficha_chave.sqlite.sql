-- The keys SQLite finds fichas by, as migration 26 makes them: PostgreSQL has its primary key. Owner: modules/fichas.
-- Tables: ficha_chave, ficha_chave_recente, ficha_chave_total
-- Columns: ficha.linha
DELETE FROM ficha_chave_recente;
DELETE FROM ficha_chave;
INSERT INTO ficha_chave (chave, linha) SELECT text_key(uuid), linha FROM ficha ORDER BY 1, 2;
DELETE FROM ficha_chave_total;
INSERT INTO ficha_chave_total (recentes, anteriores, ate) SELECT 0, COUNT(*), -9223372036854775807 FROM ficha_chave;
