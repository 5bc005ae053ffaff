-- Work that outlives a request: a queue, its leases and its progress.
-- Owner: platform/jobs.
CREATE TABLE trabalho (
    id            TEXT     NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    tipo          TEXT     NOT NULL,
    argumento     TEXT     NOT NULL,
    municipio     TEXT,
    dono          TEXT     NOT NULL,
    -- Set while it waits or runs, so that the unique index bounds only what is alive.
    chave_viva    TEXT,
    situacao      TEXT     NOT NULL CHECK (situacao IN ('aguardando', 'executando', 'concluido', 'falhou', 'cancelado')),
    nao_antes_ms  BIGINT   NOT NULL,
    tentativas    INTEGER  NOT NULL DEFAULT 0,
    cancelar      SMALLINT NOT NULL DEFAULT 0 CHECK (cancelar IN (0, 1)),
    arrendatario  TEXT,
    arrendado_ate_ms BIGINT,
    cursor        TEXT     NOT NULL DEFAULT '',
    etapa         TEXT     NOT NULL DEFAULT '',
    feitos        BIGINT   NOT NULL DEFAULT 0,
    total         BIGINT   NOT NULL DEFAULT 0,
    mensagem      TEXT     NOT NULL DEFAULT '',
    resultado     TEXT     NOT NULL DEFAULT '',
    criado_ms     BIGINT   NOT NULL,
    terminado_ms  BIGINT
);
CREATE UNIQUE INDEX trabalho_vivo ON trabalho (tipo, chave_viva) WHERE chave_viva IS NOT NULL;
CREATE INDEX trabalho_pronto ON trabalho (nao_antes_ms) WHERE situacao = 'aguardando';
CREATE INDEX trabalho_arrendado ON trabalho (arrendado_ate_ms) WHERE situacao = 'executando';
