-- Where lotes go, how each destino is spoken to, and how far each lote came.
-- Owner: modules/transmission. No other module writes here.

ALTER TABLE destino ADD COLUMN origem TEXT NOT NULL DEFAULT 'adicionado';
ALTER TABLE destino ADD COLUMN endereco TEXT NOT NULL DEFAULT '';
ALTER TABLE destino ADD COLUMN protocolo TEXT NOT NULL DEFAULT 'aroeira';
ALTER TABLE destino ADD COLUMN usuario TEXT NOT NULL DEFAULT '';
ALTER TABLE destino ADD COLUMN senha BYTEA;           -- Sealed by the vault; NULL when there is none.
ALTER TABLE destino ADD COLUMN ca_pem TEXT NOT NULL DEFAULT '';
ALTER TABLE destino ADD COLUMN janela_inicio INTEGER;  -- Both NULL: the installation's hours.
ALTER TABLE destino ADD COLUMN janela_fim INTEGER;
ALTER TABLE destino ADD COLUMN removido SMALLINT NOT NULL DEFAULT 0 CHECK (removido IN (0, 1));
ALTER TABLE destino ADD COLUMN conexao TEXT NOT NULL DEFAULT 'nao_testada';
ALTER TABLE destino ADD COLUMN conexao_detalhe TEXT NOT NULL DEFAULT '';
ALTER TABLE destino ADD COLUMN conexao_ms BIGINT;
ALTER TABLE destino ADD COLUMN proxima_ms BIGINT;
ALTER TABLE destino ADD COLUMN agendada SMALLINT NOT NULL DEFAULT 0 CHECK (agendada IN (0, 1));
ALTER TABLE destino ADD COLUMN falhas INTEGER NOT NULL DEFAULT 0;
ALTER TABLE destino ADD COLUMN parado SMALLINT NOT NULL DEFAULT 0 CHECK (parado IN (0, 1));
ALTER TABLE destino ADD COLUMN causa TEXT NOT NULL DEFAULT '';
UPDATE destino SET origem = 'nacional' WHERE id = '00000000-0000-7000-8000-000000000001';

ALTER TABLE lote_enviado ADD COLUMN enviar_ja SMALLINT NOT NULL DEFAULT 0 CHECK (enviar_ja IN (0, 1));
ALTER TABLE lote_enviado ADD COLUMN enviados BIGINT NOT NULL DEFAULT 0;  -- Bytes the destino confirmed.
ALTER TABLE lote_enviado ADD COLUMN recusas INTEGER NOT NULL DEFAULT 0;  -- Of its content, in a row.
ALTER TABLE lote_enviado ADD COLUMN causa TEXT NOT NULL DEFAULT '';
ALTER TABLE lote_enviado ADD COLUMN enviado_ms BIGINT;
ALTER TABLE lote_enviado ADD COLUMN aceitas BIGINT NOT NULL DEFAULT 0;
ALTER TABLE lote_enviado ADD COLUMN rejeitadas BIGINT NOT NULL DEFAULT 0;
CREATE INDEX lote_enviado_do_destino ON lote_enviado (destino, municipio, numero);

ALTER TABLE ficha_enviada ADD COLUMN posicao BIGINT NOT NULL DEFAULT 0;
ALTER TABLE ficha_enviada ADD COLUMN sha256 BYTEA;    -- Of the bytes that went.
ALTER TABLE ficha_enviada ADD COLUMN veredito TEXT;   -- NULL until the destino says.
ALTER TABLE ficha_enviada ADD COLUMN achados TEXT;
CREATE INDEX ficha_enviada_sem_veredito ON ficha_enviada (municipio, lote, posicao) WHERE veredito IS NULL;
